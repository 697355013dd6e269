package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.Mentions;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueTypeText;
import dev.saveschema.processor.history.step.Difference.Subject;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The step from the newest locked version to a head that is a draft: the declared changes, completed by changes that follow from
 * the two snapshots beyond doubt, such as an added member. A difference that is neither is a problem; nothing is guessed.
 */
public final class DraftStep {

    private final SchemaAndHistory both;
    private final Snapshot previous;
    private final Comparison comparison;
    private final List<Difference> differences;
    private final Successors successors;
    private final List<Change> declared;
    private final List<Change> added;
    private final List<Change> moved;
    private final List<Change> changes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Step, List<String>> leftToStep = new LinkedHashMap<>();

    public DraftStep(SchemaAndHistory both, Snapshot previous) {
        this.both = both;
        this.previous = previous;
        DeclaredChanges annotations = new DeclaredChanges(both.head());
        this.declared = new ArrayList<>(annotations.renamed());
        declared.addAll(annotations.removed());
        this.added = annotations.added();
        this.moved = annotations.moved();
        this.comparison = both.lineage().after(previous.version()).orElseThrow(() -> new AssertionError(previous));
        this.differences = comparison.differences();
        this.successors = new Successors(both, previous, comparison);
        work();
    }

    /** The changes from the version before to the head. */
    public List<Change> changes() {
        return changes;
    }

    public List<Problem> problems() {
        return problems;
    }

    private void work() {
        changes.addAll(declared);
        for (Difference difference : differences) {
            if (difference instanceof Difference.Gone gone) {
                gone(gone);
            } else if (difference instanceof Difference.New added) {
                added(added);
            } else if (difference instanceof Difference.Retyped retyped) {
                retyped(retyped);
            } else if (difference instanceof Difference.Absence absence) {
                absence.was()
                        .map(value -> new Change.Required(absence.in(), absence.name(), Optional.of(value)))
                        .ifPresent(changes::add);
            } else if (difference instanceof Difference.Discriminator discriminator) {
                changes.add(
                        new Change.RenamedDiscriminator(discriminator.in(), discriminator.name(), discriminator.is()));
            }
        }
        leftToStep.forEach((step, members) -> problems.add(
                HistoryProblems.leftToStep(step.origin(), step.method(), step.from(), step.to(), members)));
        behindCode().forEach(changes::add);
        changes.addAll(moved);
        for (Step step : both.schema().steps()) {
            if (step.from() == previous.version()) {
                coded(step).forEach(changes::add);
            }
        }
    }

    /**
     * The members that are declared to be new in parts that were not compared. A part is not compared if the developer's code
     * changes the member that leads to the part.
     */
    private Stream<Change> behindCode() {
        return added.stream().filter(change -> !comparison.hasBecome(change.in()));
    }

    private Stream<Change> coded(Step step) {
        return step.part().isEmpty()
                ? Stream.of(new Change.Coded(
                        both.head().snapshot().root().name(),
                        step.method(),
                        both.converted(step),
                        Optional.empty(),
                        step.isCompatible()))
                : both.partsOf(step).stream()
                        .map(in -> StepParts.coded(
                                step,
                                in,
                                step.part()
                                        .flatMap(Step.Part::name)
                                        .or(() ->
                                                comparison.hadBeen(in).stream().findFirst())));
    }

    private void added(Difference.New difference) {
        if (difference.subject() == Subject.MEMBER) {
            changes.add(new Change.Added(difference.in(), difference.name(), fallback(difference)));
        }
    }

    private Optional<Json> fallback(Difference difference) {
        Definition.Part part = (Definition.Part) both.head().snapshot().definition(difference.in());
        return part.member(difference.name()).flatMap(Definition.Member::fallback);
    }

    private void gone(Difference.Gone difference) {
        if (declared.contains(new Change.Removed(difference.in(), difference.name())) || isKept(difference)) {
            return;
        }
        Optional<? extends Named> reader = both.head().source(difference.in()).named().stream()
                .filter(named -> named.aliases().contains(difference.name()))
                .findFirst();
        if (reader.isPresent()) {
            // a member goes on being read by its alias; a constant or object gets its new name, so that the alias may
            // go some day
            if (difference.subject() != Subject.MEMBER) {
                changes.add(new Change.Renamed(
                        difference.in(), difference.name(), reader.get().jsonName()));
            }
            return;
        }
        problems.add(HistoryProblems.undeclaredRemoval(
                both.head().source(difference.in()).origin(),
                both.called(difference.in(), difference.name()),
                difference.name(),
                difference.was(),
                previous.version(),
                both.version(),
                successors.renamed(difference),
                successors.moved(difference)));
    }

    /** Whether the record keeps the removed member among its unknown ones, so that the file needs no change. */
    private boolean isKept(Difference.Gone difference) {
        return both.head().source(difference.in()).removals().stream()
                .anyMatch(removal -> removal.isKept()
                        && removal.since() == both.version()
                        && removal.name().equals(difference.name()));
    }

    private void retyped(Difference.Retyped difference) {
        becomesKnown(difference);
        if (difference.isRequiredNow()) {
            changes.add(new Change.Required(difference.in(), difference.name(), fallback(difference)));
        }
        if (difference.isAutomatic() || isConverted(difference)) {
            return;
        }
        Optional<Step> trusted = trusted(difference.in());
        if (trusted.isPresent()) {
            leftToStep
                    .computeIfAbsent(trusted.get(), step -> new ArrayList<>())
                    .add(both.called(difference.in(), difference.name()));
            return;
        }
        problems.add(HistoryProblems.undeclaredRetyping(
                both.origin(difference.in(), difference.name()),
                both.called(difference.in(), difference.name()),
                ValueTypeText.of(difference.from()),
                ValueTypeText.of(difference.to()),
                previous.version(),
                changedKind(difference)
                        .map(change -> "%s was %s and is %s".formatted(change.name(), change.was(), change.is())),
                stepFor(difference)));
    }

    /**
     * Adds the members of a record that was an object of any content before, {@code Map<String, JsonNode>}. An old file may have
     * such a member already; otherwise the member gets its default.
     */
    private void becomesKnown(Difference.Retyped difference) {
        ValueType to = difference.to() instanceof ValueType.Nullable nullable ? nullable.of() : difference.to();
        ValueType from = difference.from() instanceof ValueType.Nullable nullable ? nullable.of() : difference.from();
        if (Widening.isAnyObject(from)
                && to instanceof ValueType.Defined defined
                && both.head().snapshot().definition(defined.definition()) instanceof Definition.Part part) {
            part.members().stream()
                    .map(member -> new Change.Added(part.name(), member.name(), member.fallback()))
                    .filter(change -> !changes.contains(change))
                    .forEach(changes::add);
        }
    }

    private boolean isConverted(Difference.Retyped difference) {
        Optional<String> component = isInRoot(difference)
                ? both.component(difference.in(), difference.name()).map(Component::name)
                : Optional.empty();
        return component.isPresent()
                && both.schema().steps().stream()
                        .filter(step -> step.from() == previous.version())
                        .anyMatch(step -> step.form() instanceof Step.Form.Conversion conversion
                                && conversion.component().equals(component.get()));
    }

    /** The step that is trusted with every change in a definition: one for that definition, or one for the whole document. */
    private Optional<Step> trusted(String definition) {
        List<Step> steps = both.schema().steps().stream()
                .filter(step -> step.from() == previous.version())
                .toList();
        return steps.stream()
                .filter(step -> step.part().isPresent() && both.partsOf(step).contains(definition))
                .findFirst()
                .or(() -> steps.stream().filter(Step::isWhole).findFirst());
    }

    private boolean isInRoot(Difference difference) {
        return difference.in().equals(both.head().snapshot().root().name());
    }

    /** A definition with the same name and another kind: an enum that became a record. */
    private record ChangedKind(String name, String was, String is) {}

    private Optional<ChangedKind> changedKind(Difference.Retyped difference) {
        Snapshot head = both.head().snapshot();
        return Mentions.in(difference.from()).stream()
                .filter(Mentions.in(difference.to())::contains)
                .map(name -> new ChangedKind(name, kind(previous.definition(name)), kind(head.definition(name))))
                .filter(change -> !change.was().equals(change.is()))
                .findFirst();
    }

    private static String kind(Definition definition) {
        if (definition instanceof Definition.Part) {
            return "a record";
        }
        return definition instanceof Definition.Choice ? "a sealed interface" : "an enum";
    }

    private String stepFor(Difference.Retyped difference) {
        String versions = "from = %d, to = %d".formatted(previous.version(), both.version());
        Optional<ChangedKind> kind =
                changedKind(difference).filter(change -> !change.is().equals("an enum"));
        if (kind.isPresent()) {
            String name = kind.get().name();
            String old =
                    both.schema().root().type().inVersion(previous.version()).simpleName() + "." + name;
            return "@Migration(%s) static %s convert(%s old) { throw new UnsupportedOperationException(); }, in %s"
                    .formatted(versions, name, kind.get().was().equals("an enum") ? "ObjectNode" : old, name);
        }
        Optional<Component> component = both.component(difference.in(), difference.name());
        boolean isConvertible = isInRoot(difference)
                && component.isPresent()
                && Mentions.in(difference.from()).isEmpty();
        if (!isConvertible) {
            return "@Migration(%s) static void convert%s(ObjectNode save) { throw new UnsupportedOperationException(); }"
                    .formatted(versions, capitalized(difference.name()));
        }
        String name = component.get().name();
        return "@Migration(%s, component = \"%s\") static %s convert%s(%s old) { throw new UnsupportedOperationException(); }"
                .formatted(
                        versions,
                        name,
                        ValueTypeText.java(difference.to()),
                        capitalized(name),
                        ValueTypeText.java(difference.from()));
    }

    private static String capitalized(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9]", "");
        return letters.isEmpty() ? "Member" : Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }
}
