package dev.saveschema.processor.history;

import dev.saveschema.processor.model.Documentation;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds schemas against their history, and adds to it when it is told to. An ordinary compilation only reads. */
public final class HistoryKeeper {

    private final HistoryOptions options;

    public HistoryKeeper(HistoryOptions options) {
        this.options = options;
    }

    /**
     * What the history says of a schema that has no problem of its own.
     *
     * @param head the head's file, as it is, or would be if it were locked now
     * @param isDraft whether it is not locked
     */
    public record Verdict(List<Problem> problems, List<StepPlan> steps, LockedVersion head, boolean isDraft) {

        public Verdict {
            problems = List.copyOf(problems);
            steps = List.copyOf(steps);
        }

        /** The head as a JSON Schema. */
        public String headText() {
            return SchemaFile.text(head);
        }
    }

    /** Whether there is a history to look into. */
    public boolean isKept() {
        return options.directory().isPresent();
    }

    /** The locked versions among these, as far as the history can be used; what is wrong with it, a verdict will say. */
    public List<LockedVersion> locked(String id, Set<Integer> versions) throws IOException {
        if (options.directory().isEmpty()) {
            return List.of();
        }
        History history = new HistoryDirectory(options.directory().get()).read(id);
        return versions.stream()
                .sorted()
                .flatMap(version -> history.find(version).stream())
                .toList();
    }

    /** @param idsInSources of all schemas that are being compiled */
    public Verdict examine(SchemaModel schema, Documentation documentation, Set<String> idsInSources) {
        HeadSnapshot head = HeadSnapshot.of(schema, documentation);
        if (options.directory().isEmpty()) {
            return withoutHistory(schema, head);
        }
        Path directory = options.directory().get();
        try {
            History history = new HistoryDirectory(directory).read(schema.id());
            return examine(new Situation(schema, head, history, new HistoryDirectory(directory)), idsInSources);
        } catch (IOException e) {
            Problem problem = HistoryProblems.unreadable(schema.origin(), directory.toString(), e.toString());
            return new Verdict(List.of(problem), List.of(), LockedVersion.of(head.snapshot(), List.of()), true);
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
        List<StepPlan> steps = new StepPlans(schema, head, History.NONE, List.of()).all();
        List<Change> toHead =
                steps.isEmpty() ? List.of() : steps.get(steps.size() - 1).changes();
        return new Verdict(problems, steps, LockedVersion.of(head.snapshot(), toHead), true);
    }

    private Verdict examine(Situation situation, Set<String> idsInSources) {
        List<Problem> problems = new ArrayList<>(HistoryChecks.check(situation, idsInSources, options.lock()));
        Optional<LockedVersion> locked = situation.locked();
        if (locked.isEmpty() && !options.lock() && problems.isEmpty()) {
            Origin at = situation.schema().versionOrigin();
            problems.add(
                    options.release()
                            ? HistoryProblems.draftInRelease(at, situation.name(), situation.version())
                            : HistoryProblems.draft(at, situation.name(), situation.version()));
        }
        List<Change> toDraft = situation
                .previous()
                .map(previous -> new DraftStep(situation, previous.snapshot()).changes())
                .orElse(List.of());
        List<StepPlan> steps = new StepPlans(situation.schema(), situation.head(), situation.history(), toDraft).all();
        LockedVersion head =
                locked.orElseGet(() -> LockedVersion.of(situation.head().snapshot(), toDraft));
        return new Verdict(problems, steps, head, locked.isEmpty());
    }

    /**
     * Locks the head if it is a draft and drafts are to be locked.
     *
     * @return what to tell about it
     */
    public List<Problem> lock(SchemaModel schema, Verdict verdict) {
        if (!options.lock() || !verdict.isDraft() || options.directory().isEmpty()) {
            return List.of();
        }
        HistoryDirectory directory = new HistoryDirectory(options.directory().get());
        try {
            directory.lock(verdict.head(), Sample.text(verdict.head().snapshot()));
            return List.of(HistoryProblems.locked(
                    schema.versionOrigin(),
                    schema.root().type().simpleName(),
                    schema.version(),
                    directory.nameOf(schema.id(), schema.version())));
        } catch (IOException e) {
            return List.of(HistoryProblems.unreadable(
                    schema.origin(), options.directory().get().toString(), e.toString()));
        }
    }
}
