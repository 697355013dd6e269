package dev.saveschema.processor.history;

import dev.saveschema.processor.history.check.HistoryChecks;
import dev.saveschema.processor.history.check.UnusableFiles;
import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.HistoryDirectory;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.file.MinReader;
import dev.saveschema.processor.history.file.SchemaFile;
import dev.saveschema.processor.history.head.HeadSnapshot;
import dev.saveschema.processor.history.sample.Sample;
import dev.saveschema.processor.history.step.DeclaredChanges;
import dev.saveschema.processor.history.step.DraftStep;
import dev.saveschema.processor.history.step.Lineage;
import dev.saveschema.processor.history.step.OlderPrograms;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.history.step.StepPlan;
import dev.saveschema.processor.history.step.StepPlans;
import dev.saveschema.processor.model.Documentation;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.IoReason;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Compares schemas with their histories, and adds a version to a history when the compiler is told to lock. An ordinary compilation
 * only reads. An instance serves one compilation: it reads each history once, however many phases ask for it.
 */
public final class Histories {

    private final HistoryOptions options;
    private final Optional<HistoryDirectory> directory;
    private final Map<String, History> histories = new HashMap<>();

    public Histories(HistoryOptions options) {
        this.options = options;
        this.directory = options.directory().map(HistoryDirectory::new);
    }

    private History history(String id) throws IOException {
        if (directory.isEmpty()) {
            return History.NONE;
        }
        History known = histories.get(id);
        if (known == null) {
            known = directory.get().read(id);
            histories.put(id, known);
        }
        return known;
    }

    /**
     * The result of comparing a schema that has no problem of its own with its history.
     *
     * @param steps the steps from version to version that the generated class needs
     * @param head the head's file: as it is locked, or as it would be if it were locked now
     * @param older the programs of older versions that can use the head's files
     * @param isDraft whether the head is not locked
     */
    public record Verdict(
            List<Problem> problems, List<StepPlan> steps, LockedVersion head, OlderPrograms older, boolean isDraft) {

        public Verdict {
            problems = List.copyOf(problems);
            steps = List.copyOf(steps);
        }

        /** The head as a JSON Schema. */
        public String headText() {
            return SchemaFile.text(head);
        }
    }

    /** Whether a directory for histories is given. */
    public boolean isKept() {
        return directory.isPresent();
    }

    /**
     * The locked versions among those that were asked for.
     *
     * @param problems the files of the history that cannot be used
     * @param others the ids of other schemas that have a history, if this schema has none
     * @param all the number of every locked version, in ascending order
     */
    public record Locked(List<LockedVersion> versions, List<Problem> problems, List<String> others, List<Integer> all) {

        public Locked {
            versions = List.copyOf(versions);
            problems = List.copyOf(problems);
            others = List.copyOf(others);
            all = List.copyOf(all);
        }

        /** Whether the version, which is not locked, is newer than the first locked one: so it should have been locked. */
        public boolean isHole(int version) {
            return !all.isEmpty() && version > all.get(0);
        }
    }

    /**
     * The locked versions among some.
     *
     * @param at the place at which problems are shown
     */
    public Locked locked(String id, Set<Integer> versions, Origin at) throws IOException {
        History history = history(id);
        return new Locked(
                versions.stream()
                        .sorted()
                        .flatMap(version -> history.find(version).stream())
                        .toList(),
                directory
                        .map(files -> UnusableFiles.problems(history, files, id, at))
                        .orElse(List.of()),
                history.others().stream().map(History.Other::id).toList(),
                List.copyOf(history.versions().keySet()));
    }

    /** The file of a version, for messages. */
    public String file(String id, int version) {
        return directory.map(files -> files.nameOf(id, version)).orElse("");
    }

    /**
     * Whether the root of a locked version's documents had a member. False if the history cannot be read, which {@link #examine}
     * reports.
     */
    public boolean had(String id, int version, String member) {
        try {
            return history(id)
                    .find(version)
                    .flatMap(locked -> locked.snapshot().root().member(member))
                    .isPresent();
        } catch (IOException e) {
            return false; // examine() will say so, and why
        }
    }

    /** @param isInUse whether any schema has an id; asked of the ids in the history */
    public Verdict examine(SchemaModel schema, Documentation documentation, Predicate<String> isInUse) {
        HeadSnapshot head = HeadSnapshot.of(schema, documentation);
        if (directory.isEmpty()) {
            return withoutHistory(schema, head);
        }
        try {
            History history = history(schema.id());
            List<Change> declared = new ArrayList<>(new DeclaredChanges(head).all());
            declared.addAll(DeclaredChanges.ofParts(schema.steps(), head));
            Lineage lineage = new Lineage(head, schema.version(), history, declared);
            return examine(new SchemaAndHistory(schema, head, history, lineage, directory.get()), isInUse);
        } catch (IOException e) {
            Problem problem = HistoryProblems.unreadable(
                    schema.origin(), options.directory().get().toString(), IoReason.of(e));
            return new Verdict(
                    List.of(problem),
                    List.of(),
                    LockedVersion.of(head.snapshot(), List.of()),
                    new OlderPrograms(MinReader.only(schema.version()), List.of()),
                    true);
        }
    }

    private Verdict withoutHistory(SchemaModel schema, HeadSnapshot head) {
        List<Problem> problems = new ArrayList<>();
        Origin at = schema.versionOrigin();
        if (options.lock() || options.release()) {
            problems.add(HistoryProblems.noDirectory(at, options.lock() ? "lock" : "release"));
        } else if (schema.version() > 1 && !options.isForgone()) {
            problems.add(HistoryProblems.notKept(at, schema.root().type().simpleName(), schema.version()));
        }
        List<StepPlan> steps = new StepPlans(
                        schema,
                        head,
                        History.NONE,
                        new Lineage(head, schema.version(), History.NONE, List.of()),
                        List.of())
                .all();
        List<Change> toHead =
                steps.isEmpty() ? List.of() : steps.get(steps.size() - 1).changes();
        return new Verdict(
                problems,
                steps,
                LockedVersion.of(head.snapshot(), toHead),
                new OlderPrograms(MinReader.only(schema.version()), List.of()),
                true);
    }

    private Verdict examine(SchemaAndHistory both, Predicate<String> isInUse) {
        Optional<LockedVersion> locked = both.locked();
        Optional<DraftStep> draft = locked.isPresent()
                ? Optional.empty()
                : both.previous().map(previous -> new DraftStep(both, previous.snapshot()));
        List<Problem> problems = new ArrayList<>(HistoryChecks.check(both, draft, isInUse, options.lock()));
        List<Change> toDraft = draft.map(DraftStep::changes).orElse(List.of());
        boolean isSound = problems.stream().noneMatch(Problem::isError);
        OlderPrograms older = isSound
                ? OlderPrograms.of(both, toDraft)
                : new OlderPrograms(MinReader.only(both.version()), List.of());
        both.schema()
                .downgrade()
                .filter(promise -> isSound && promise.to() < older.minReader().writes())
                .ifPresent(promise -> problems.add(HistoryProblems.noWayBack(
                        promise.origin(),
                        both.name(),
                        both.version(),
                        promise.to(),
                        older.inWords(),
                        older.minReader().writes())));
        if (locked.isEmpty() && !options.lock() && problems.stream().noneMatch(Problem::isError)) {
            Origin at = both.schema().versionOrigin();
            problems.add(
                    options.release()
                            ? HistoryProblems.draftInRelease(at, both.name(), both.version())
                            : HistoryProblems.draft(at, both.name(), both.version(), older.inWords()));
        }
        List<StepPlan> steps = new StepPlans(both.schema(), both.head(), both.history(), both.lineage(), toDraft).all();
        LockedVersion head =
                locked.orElseGet(() -> LockedVersion.of(both.head().snapshot(), toDraft, older.minReader()));
        return new Verdict(problems, steps, head, older, locked.isEmpty());
    }

    private static BiFunction<String, String, Sample.Codecs> codecs(SchemaModel schema) {
        HeadSnapshot head = HeadSnapshot.of(schema, Documentation.NONE);
        return (definition, member) -> head.components(definition).stream()
                .filter(component -> component.jsonName().equals(member))
                .map(component -> codecs(component.shape()))
                .findFirst()
                .orElse(Sample.Codecs.NONE);
    }

    private static Sample.Codecs codecs(Shape shape) {
        if (hasCodec(shape)) {
            return Sample.Codecs.UNKNOWN_FORM;
        }
        return shape instanceof Shape.Custom ? Sample.Codecs.KNOWN_FORM : Sample.Codecs.NONE;
    }

    /** Whether the value has parts that a codec of the program writes in a form that the codec does not declare. */
    private static boolean hasCodec(Shape shape) {
        return shape instanceof Shape.Custom custom && custom.forms().isEmpty()
                || shape.parts().stream().anyMatch(Histories::hasCodec);
    }

    /**
     * Locks the head if it is a draft and drafts are to be locked. Where the head is locked already, only a missing sample is
     * written.
     *
     * @param at the place at which problems and the note are shown
     * @return a note that the version is locked, or the reason why it could not be; empty if nothing was to be locked
     */
    public List<Problem> lock(Origin at, SchemaModel schema, Verdict verdict) {
        if (!options.lock() || directory.isEmpty()) {
            return List.of();
        }
        HistoryDirectory files = directory.get();
        String sample = Sample.text(verdict.head().snapshot(), codecs(schema));
        String name = schema.root().type().simpleName();
        String file = files.nameOf(schema.id(), schema.version());
        try {
            if (!verdict.isDraft()) {
                files.restoreSample(schema.id(), schema.version(), sample);
                return List.of();
            }
            files.lock(verdict.head(), sample);
            return List.of(HistoryProblems.locked(
                    at, name, schema.version(), file, verdict.older().inWords()));
        } catch (IOException e) {
            return List.of(HistoryProblems.cannotLock(at, name, schema.version(), file, IoReason.of(e)));
        }
    }
}
