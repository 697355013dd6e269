package dev.saveschema.processor.history;

import dev.saveschema.processor.history.Difference.Subject;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.JsonPointer;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Nearest;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The step from the newest locked version to a head that is a draft: what the annotations declare, completed by what is plain from
 * the two snapshots. Whatever is neither declared nor plain is a problem; nothing is guessed.
 */
final class DraftStep {

    private final Situation situation;
    private final Snapshot previous;
    private final Comparison comparison;
    private final List<Difference> differences;
    private final List<Change> declared;
    private final List<Change> added;
    private final List<Change> moved;
    private final List<Change> changes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    DraftStep(Situation situation, Snapshot previous) {
        this.situation = situation;
        this.previous = previous;
        DeclaredChanges annotations = new DeclaredChanges(situation.head());
        this.declared = new ArrayList<>(annotations.renamed());
        declared.addAll(annotations.removed());
        this.added = annotations.added();
        this.moved = annotations.moved();
        this.comparison = situation.lineage().after(previous.version()).orElseThrow(() -> new AssertionError(previous));
        this.differences = comparison.differences();
        work();
    }

    /** What leads from the version before to the head. */
    List<Change> changes() {
        return changes;
    }

    List<Problem> problems() {
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
            } else if (difference instanceof Difference.Discriminator discriminator) {
                changes.add(new Change.Retold(discriminator.in(), discriminator.name(), discriminator.is()));
            }
        }
        behindCode().forEach(changes::add);
        changes.addAll(moved);
        for (Step step : situation.schema().steps()) {
            if (step.from() == previous.version()) {
                changes.add(coded(step));
            }
        }
    }

    /** What is declared to be new in parts that were not compared, since code changes what is around them. */
    private Stream<Change> behindCode() {
        Set<String> compared =
                comparison.pairs().stream().map(Comparison.Pair::now).collect(Collectors.toSet());
        return added.stream().filter(change -> !compared.contains(change.in()));
    }

    private Change coded(Step step) {
        Optional<String> component = step.form() instanceof Step.Form.Conversion conversion
                ? Optional.of(nameBefore(conversion.component()))
                : Optional.empty();
        return new Change.Coded(situation.head().snapshot().root().name(), step.method(), component);
    }

    private String nameBefore(String component) {
        return situation.schema().root().components().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst()
                .map(found -> found.jsonNameIn(previous.version()))
                .orElse(component);
    }

    private void added(Difference.New difference) {
        if (difference.subject() == Subject.MEMBER) {
            changes.add(new Change.Added(difference.in(), difference.name(), fallback(difference)));
        }
    }

    private Optional<Json> fallback(Difference difference) {
        Definition.Part part = (Definition.Part) situation.head().snapshot().definition(difference.in());
        return part.member(difference.name()).flatMap(Definition.Member::fallback);
    }

    private void gone(Difference.Gone difference) {
        if (declared.contains(new Change.Removed(difference.in(), difference.name()))) {
            return;
        }
        List<String> successors = new ArrayList<>();
        for (Difference other : differences) {
            if (other instanceof Difference.New added
                    && added.subject() == difference.subject()
                    && added.in().equals(difference.in())
                    && couldBe(difference, added)) {
                successors.add(javaName(added));
            }
        }
        problems.add(HistoryProblems.undeclaredRemoval(
                situation.head().source(difference.in()).origin(),
                situation.called(difference.in(), difference.name()),
                difference.name(),
                difference.was(),
                previous.version(),
                situation.version(),
                Nearest.sorted(difference.name(), successors),
                movedTo(difference)));
    }

    /** What has the name and the type in a part that is at one place, and is new there. */
    private Optional<HistoryProblems.MovedTo> movedTo(Difference.Gone gone) {
        Snapshot head = situation.head().snapshot();
        return OnlyPlace.of(gone.oldIn(), previous).stream()
                .flatMap(place -> differences.stream()
                        .filter(Difference.New.class::isInstance)
                        .map(Difference.New.class::cast)
                        .filter(added -> gone.subject() == Subject.MEMBER
                                && added.subject() == Subject.MEMBER
                                && !added.in().equals(head.root().name())
                                && !added.in().equals(gone.in())
                                && added.name().equals(gone.name())
                                && couldBe(gone, added)
                                && OnlyPlace.of(added.in(), head).isPresent())
                        .map(added -> new HistoryProblems.MovedTo(
                                place + "/" + JsonPointer.escaped(gone.name()),
                                situation.called(added.in(), javaName(added)))))
                .findFirst();
    }

    /** Whether every value of a member that is gone reads as one of a new member, whatever records are in it. */
    private boolean couldBe(Difference.Gone gone, Difference.New added) {
        if (gone.subject() != Subject.MEMBER) {
            return true;
        }
        Optional<ValueType> was = type(previous.definition(gone.oldIn()), gone.name());
        Optional<ValueType> is = type(situation.head().snapshot().definition(added.in()), added.name());
        Widening widening = new Widening((old, now) -> true, definition -> false);
        return was.isPresent() && is.isPresent() && widening.isAutomatic(was.get(), is.get());
    }

    private static Optional<ValueType> type(Definition definition, String member) {
        return ((Definition.Part) definition).member(member).map(Definition.Member::type);
    }

    /** A name in Java, by which the developer knows what has it. */
    private String javaName(Difference.New added) {
        return situation.head().source(added.in()).named().stream()
                .filter(named -> named.jsonName().equals(added.name()))
                .findFirst()
                .map(Named::name)
                .orElseThrow(() -> new AssertionError(added));
    }

    private void retyped(Difference.Retyped difference) {
        if (difference.isRequiredNow()) {
            changes.add(new Change.Required(difference.in(), difference.name(), fallback(difference)));
        }
        if (difference.isAutomatic() || isCoded(difference)) {
            return;
        }
        problems.add(HistoryProblems.undeclaredRetyping(
                situation.origin(difference.in(), difference.name()),
                situation.called(difference.in(), difference.name()),
                TypeWords.of(difference.from()),
                TypeWords.of(difference.to()),
                previous.version(),
                stepFor(difference)));
    }

    /** A step on the whole document is trusted to do whatever there is to do. */
    private boolean isCoded(Difference.Retyped difference) {
        return situation.schema().steps().stream()
                .filter(step -> step.from() == previous.version())
                .anyMatch(step -> !(step.form() instanceof Step.Form.Conversion conversion)
                        || isInRoot(difference)
                                && situation
                                        .component(difference.in(), difference.name())
                                        .filter(component -> component.name().equals(conversion.component()))
                                        .isPresent());
    }

    private boolean isInRoot(Difference difference) {
        return difference.in().equals(situation.head().snapshot().root().name());
    }

    private String stepFor(Difference.Retyped difference) {
        String versions = "from = %d, to = %d".formatted(previous.version(), situation.version());
        Optional<Component> component = situation.component(difference.in(), difference.name());
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
                        TypeWords.java(difference.to()),
                        capitalized(name),
                        TypeWords.java(difference.from()));
    }

    private static String capitalized(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9]", "");
        return letters.isEmpty() ? "Member" : Character.toUpperCase(letters.charAt(0)) + letters.substring(1);
    }
}
