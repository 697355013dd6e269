package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.OnlyPlace;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueTypeText;
import dev.saveschema.processor.history.step.Difference.Subject;
import dev.saveschema.processor.model.JsonPointer;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.problem.HistoryProblems.MovedTo;
import dev.saveschema.processor.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds members of a draft that may be a vanished member under another name or in another place, for messages to offer. */
final class Successors {

    private final SchemaAndHistory both;
    private final Snapshot previous;
    private final Comparison comparison;

    Successors(SchemaAndHistory both, Snapshot previous, Comparison comparison) {
        this.both = both;
        this.previous = previous;
        this.comparison = comparison;
    }

    /**
     * The new members, constants or objects that may be the vanished one under another name: first those with a fitting type, then
     * those with a similar name.
     */
    List<String> renamed(Difference.Gone gone) {
        List<String> fitting = new ArrayList<>();
        List<String> similar = new ArrayList<>();
        for (Difference other : comparison.differences()) {
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

    /**
     * The new members that may be the vanished one in another place: of the same name, with a fitting type. If the vanished member
     * was an object, new members for the object's own members are found, too.
     */
    List<MovedTo> moved(Difference.Gone gone) {
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
        List<MovedTo> moves = new ArrayList<>(movedTo(gone, was, pointer));
        if (was.type() instanceof ValueType.Defined defined
                && previous.definition(defined.definition()) instanceof Definition.Part part) {
            part.members()
                    .forEach(member ->
                            moves.addAll(movedTo(gone, member, pointer + "/" + JsonPointer.escaped(member.name()))));
        }
        return moves;
    }

    private List<MovedTo> movedTo(Difference.Gone gone, Definition.Member was, String from) {
        Snapshot head = both.head().snapshot();
        boolean isInRoot = JsonPointer.parent(from).isEmpty();
        return newMembers()
                .filter(added -> added.name().equals(was.name()))
                .filter(added -> !isInRoot || !added.in().equals(head.root().name()))
                .filter(added -> !was.name().equals(gone.name()) || !added.in().equals(gone.in()))
                .filter(added -> isReadable(was.type(), added.in(), added.name()))
                .filter(added -> OnlyPlace.of(added.in(), head).isPresent())
                .map(added -> new MovedTo(from, both.called(added.in(), javaName(added))))
                .toList();
    }

    /** The members that are new in definitions that were there before, and all members of definitions that are new themselves. */
    private Stream<Difference.New> newMembers() {
        Stream<Difference.New> inOld = comparison.differences().stream()
                .filter(Difference.New.class::isInstance)
                .map(Difference.New.class::cast)
                .filter(added -> added.subject() == Subject.MEMBER);
        Stream<Difference.New> inNew = both.head().snapshot().definitions().stream()
                .filter(definition -> !comparison.hasBecome(definition.name()))
                .filter(Definition.Part.class::isInstance)
                .map(Definition.Part.class::cast)
                .flatMap(part -> part.members().stream()
                        .map(member -> new Difference.New(
                                Subject.MEMBER, part.name(), member.name(), ValueTypeText.of(member.type()))));
        return Stream.concat(inOld, inNew);
    }

    /** Whether every value of the vanished member reads as one of the new member. The records within the two are not compared. */
    private boolean couldBe(Difference.Gone gone, String in, String name) {
        return gone.subject() != Subject.MEMBER
                || type(previous.definition(gone.oldIn()), gone.name())
                        .filter(was -> isReadable(was, in, name))
                        .isPresent();
    }

    private boolean isReadable(ValueType was, String in, String name) {
        Widening widening = new Widening((old, now) -> true, definition -> false);
        return type(both.head().snapshot().definition(in), name)
                .filter(is -> widening.isAutomatic(was, is))
                .isPresent();
    }

    private static Optional<ValueType> type(Definition definition, String member) {
        return ((Definition.Part) definition).member(member).map(Definition.Member::type);
    }

    /** The name in Java, by which the developer knows the member, constant or record. */
    private String javaName(Difference.New added) {
        return both.head().source(added.in()).named().stream()
                .filter(named -> named.jsonName().equals(added.name()))
                .findFirst()
                .map(Named::name)
                .orElseThrow(() -> new AssertionError(added));
    }
}
