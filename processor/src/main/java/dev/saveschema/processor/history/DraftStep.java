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
    private final List<String> leftToStep = new ArrayList<>();

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
                changes.add(
                        new Change.RenamedDiscriminator(discriminator.in(), discriminator.name(), discriminator.is()));
            }
        }
        if (!leftToStep.isEmpty()) {
            Step step = wholeStep().orElseThrow();
            problems.add(HistoryProblems.leftToStep(step.origin(), step.method(), step.from(), step.to(), leftToStep));
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
        Set<String> compared = compared();
        return added.stream().filter(change -> !compared.contains(change.in()));
    }

    private Set<String> compared() {
        return comparison.pairs().stream().map(Comparison.Pair::now).collect(Collectors.toSet());
    }

    private Change coded(Step step) {
        return new Change.Coded(situation.head().snapshot().root().name(), step.method(), situation.converted(step));
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
        Optional<? extends Named> reader = situation.head().source(difference.in()).named().stream()
                .filter(named -> named.aliases().contains(difference.name()))
                .findFirst();
        if (reader.isPresent()) {
            // a member is read by its alias; constants and objects are given the name, which outlasts the alias
            if (difference.subject() != Subject.MEMBER) {
                changes.add(new Change.Renamed(
                        difference.in(), difference.name(), reader.get().jsonName()));
            }
            return;
        }
        problems.add(HistoryProblems.undeclaredRemoval(
                situation.head().source(difference.in()).origin(),
                situation.called(difference.in(), difference.name()),
                difference.name(),
                difference.was(),
                previous.version(),
                situation.version(),
                successors(difference),
                movedTo(difference)));
    }

    /** What could be the same under another name: first what has a fitting type, then what is called almost the same. */
    private List<String> successors(Difference.Gone gone) {
        List<String> fitting = new ArrayList<>();
        List<String> similar = new ArrayList<>();
        for (Difference other : differences) {
            if (other instanceof Difference.New added
                    && added.subject() == gone.subject()
                    && added.in().equals(gone.in())
                    && !comparison.isOld(added.in(), added.name())) {
                String name = javaName(added);
                if (couldBe(gone, added.in(), added.name())) {
                    fitting.add(name);
                } else if (Nearest.similarTo(gone.name(), List.of(name)).isPresent()) {
                    similar.add(name);
                }
            }
        }
        List<String> successors = new ArrayList<>(Nearest.sorted(gone.name(), fitting));
        successors.addAll(Nearest.sorted(gone.name(), similar));
        return successors;
    }

    /** What has the name and a fitting type in another place, and was not there before; or has that of a part's member. */
    private List<HistoryProblems.MovedTo> movedTo(Difference.Gone gone) {
        if (gone.subject() != Subject.MEMBER) {
            return List.of();
        }
        Definition.Part around = (Definition.Part) previous.definition(gone.oldIn());
        Definition.Member was = around.member(gone.name()).orElseThrow();
        Optional<String> place = OnlyPlace.of(gone.oldIn(), previous);
        if (place.isEmpty()) {
            return List.of();
        }
        String pointer = place.get() + "/" + JsonPointer.escaped(gone.name());
        List<HistoryProblems.MovedTo> moves = new ArrayList<>(movedTo(gone, was, pointer));
        if (was.type() instanceof ValueType.Defined defined
                && previous.definition(defined.definition()) instanceof Definition.Part part) {
            part.members()
                    .forEach(member ->
                            moves.addAll(movedTo(gone, member, pointer + "/" + JsonPointer.escaped(member.name()))));
        }
        return moves;
    }

    private List<HistoryProblems.MovedTo> movedTo(Difference.Gone gone, Definition.Member was, String from) {
        Snapshot head = situation.head().snapshot();
        boolean isInRoot = JsonPointer.parent(from).isEmpty();
        return newMembers()
                .filter(added -> added.name().equals(was.name()))
                .filter(added -> !isInRoot || !added.in().equals(head.root().name()))
                .filter(added -> !was.name().equals(gone.name()) || !added.in().equals(gone.in()))
                .filter(added -> isReadable(was.type(), added.in(), added.name()))
                .filter(added -> OnlyPlace.of(added.in(), head).isPresent())
                .map(added -> new HistoryProblems.MovedTo(from, situation.called(added.in(), javaName(added))))
                .toList();
    }

    /** What no record had before, in parts that were there and in parts that are new themselves. */
    private Stream<Difference.New> newMembers() {
        Stream<Difference.New> inOld = differences.stream()
                .filter(Difference.New.class::isInstance)
                .map(Difference.New.class::cast)
                .filter(added -> added.subject() == Subject.MEMBER);
        Set<String> compared = compared();
        Stream<Difference.New> inNew = situation.head().snapshot().definitions().stream()
                .filter(definition -> !compared.contains(definition.name()))
                .filter(Definition.Part.class::isInstance)
                .map(Definition.Part.class::cast)
                .flatMap(part -> part.members().stream()
                        .map(member -> new Difference.New(
                                Subject.MEMBER, part.name(), member.name(), TypeWords.of(member.type()))));
        return Stream.concat(inOld, inNew);
    }

    /** Whether every value of a member that is gone reads as one of a new member, whatever records are in it. */
    private boolean couldBe(Difference.Gone gone, String in, String name) {
        return gone.subject() != Subject.MEMBER
                || type(previous.definition(gone.oldIn()), gone.name())
                        .filter(was -> isReadable(was, in, name))
                        .isPresent();
    }

    private boolean isReadable(ValueType was, String in, String name) {
        Widening widening = new Widening((old, now) -> true, definition -> false);
        return type(situation.head().snapshot().definition(in), name)
                .filter(is -> widening.isAutomatic(was, is))
                .isPresent();
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
        if (difference.isAutomatic() || isConverted(difference)) {
            return;
        }
        if (wholeStep().isPresent()) {
            leftToStep.add(situation.called(difference.in(), difference.name()));
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

    private boolean isConverted(Difference.Retyped difference) {
        Optional<String> component = isInRoot(difference)
                ? situation.component(difference.in(), difference.name()).map(Component::name)
                : Optional.empty();
        return component.isPresent()
                && situation.schema().steps().stream()
                        .filter(step -> step.from() == previous.version())
                        .anyMatch(step -> step.form() instanceof Step.Form.Conversion conversion
                                && conversion.component().equals(component.get()));
    }

    /** A step on the whole document is trusted to do whatever there is to do. */
    private Optional<Step> wholeStep() {
        return situation.schema().steps().stream()
                .filter(step -> step.from() == previous.version())
                .filter(step -> !(step.form() instanceof Step.Form.Conversion))
                .findFirst();
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
