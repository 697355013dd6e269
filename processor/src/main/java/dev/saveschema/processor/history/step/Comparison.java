package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.MemberAt;
import dev.saveschema.processor.history.snapshot.OnlyPlace;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueTypeText;
import dev.saveschema.processor.history.step.Difference.Subject;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a snapshot with an older one. The comparison begins with the two roots, and goes on with each pair of definitions that
 * stand in the same place of both.
 */
public final class Comparison {

    private record Kinds(Snapshot old, Snapshot now) implements Widening.Kinds {

        @Override
        public boolean isConstants(String definition) {
            return old.definition(definition) instanceof Definition.Constants;
        }

        @Override
        public boolean isObject(String definition) {
            return old.definition(definition) instanceof Definition.Part;
        }

        @Override
        public boolean isOpen(String definition) {
            return now.definition(definition) instanceof Definition.Part part && part.isOpen();
        }
    }

    /** Two definitions that stand in the same place. */
    record Pair(String old, String now) {}

    private final Snapshot old;
    private final Snapshot now;
    private final Map<String, Map<String, String>> newNames = new HashMap<>();
    private final Set<Pair> pairs = new LinkedHashSet<>();
    private final Deque<Pair> pending = new ArrayDeque<>();
    private final Set<Difference> differences = new LinkedHashSet<>();
    private final Set<MemberAt> movedAway = new HashSet<>();

    /** Pairs that a developer's step converts into each other, though they are of different kinds: an enum into a record. */
    private final Set<Pair> converted = new HashSet<>();

    private final Widening widening;

    private Comparison(Snapshot old, Snapshot now, List<Change> declared) {
        this.old = old;
        this.now = now;
        this.widening = new Widening(this::reach, new Kinds(old, now));
        for (Change change : declared) {
            if (change instanceof Change.Renamed renamed) {
                newNames.computeIfAbsent(renamed.in(), in -> new HashMap<>()).put(renamed.from(), renamed.to());
            } else if (change instanceof Change.Coded coded) {
                coded.part().ifPresent(part -> converted.add(new Pair(part, coded.in())));
            }
        }
    }

    /**
     * @param declared the declared changes. Renames, moves and steps for parts are taken into account: a renamed member is no
     *     difference
     */
    public static Comparison between(Snapshot old, Snapshot now, List<Change> declared) {
        Comparison comparison = new Comparison(old, now, declared);
        comparison.reach(old.root().name(), now.root().name());
        comparison.moved(declared);
        while (!comparison.pending.isEmpty()) {
            comparison.compare(comparison.pending.removeFirst());
        }
        return comparison;
    }

    private void moved(List<Change> declared) {
        for (Change change : declared) {
            if (change instanceof Change.Moved moved) {
                Optional<MemberAt> from = MemberAt.of(old, moved.from());
                from.ifPresent(was -> MemberAt.of(now, moved.to())
                        .ifPresent(is -> types(is.definition(), was.member(), is.member())));
                from.filter(was -> OnlyPlace.of(was.definition(), old).isPresent())
                        .ifPresent(movedAway::add);
            }
        }
    }

    private boolean isMovedAway(Definition.Part part, Definition.Member member) {
        return movedAway.contains(new MemberAt(part.name(), member));
    }

    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /**
     * The pairs of an older definition and the newer one that it became. One definition may have become several, and several one.
     */
    Set<Pair> pairs() {
        return Collections.unmodifiableSet(pairs);
    }

    /** The definitions of the newer snapshot that a definition of the older one became. */
    Set<String> becameOf(String definition) {
        return pairs.stream()
                .filter(pair -> pair.old().equals(definition))
                .map(Pair::now)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The definitions of the older snapshot that became a definition of the newer one. */
    public Set<String> hadBeen(String definition) {
        return pairs.stream()
                .filter(pair -> pair.now().equals(definition))
                .map(Pair::old)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether any definition of the older snapshot became this one of the newer snapshot. */
    boolean hasBecome(String definition) {
        return pairs.stream().anyMatch(pair -> pair.now().equals(definition));
    }

    /** A member's, constant's or tag's name in the newer snapshot. */
    public String newName(String in, String name) {
        return newNames.getOrDefault(in, Map.of()).getOrDefault(name, name);
    }

    /** Whether the member was in any definition of the older snapshot that became the given one. */
    boolean isOld(String in, String member) {
        return pairs.stream()
                .filter(pair -> pair.now().equals(in))
                .flatMap(pair -> old.namesIn(old.definition(pair.old())).stream())
                .anyMatch(name -> newName(in, name).equals(member));
    }

    /**
     * Puts two definitions on the list of pairs to compare, if they are of the same kind.
     *
     * @return whether they are, or a developer's step converts the one into the other
     */
    private boolean reach(String oldName, String nowName) {
        Definition before = old.definition(oldName);
        Definition after = now.definition(nowName);
        boolean isComparable = before instanceof Definition.Part && after instanceof Definition.Part
                || before instanceof Definition.Choice && after instanceof Definition.Choice
                || before instanceof Definition.Constants && after instanceof Definition.Constants;
        Pair pair = new Pair(oldName, nowName);
        if (isComparable && pairs.add(pair)) {
            pending.addLast(pair);
        }
        return isComparable || converted.contains(pair);
    }

    private void compare(Pair pair) {
        Definition before = old.definition(pair.old());
        Definition after = now.definition(pair.now());
        if (before instanceof Definition.Part part) {
            members(part, (Definition.Part) after);
        } else if (before instanceof Definition.Constants constants) {
            names(Subject.CONSTANT, constants, after);
        } else {
            objects((Definition.Choice) before, (Definition.Choice) after);
        }
    }

    private void members(Definition.Part before, Definition.Part after) {
        Set<String> met = new HashSet<>();
        for (Definition.Member member : before.members()) {
            if (isMovedAway(before, member)) {
                continue;
            }
            String name = newName(after.name(), member.name());
            met.add(name);
            after.member(name)
                    .ifPresentOrElse(
                            same -> types(after.name(), member, same),
                            () -> differences.add(new Difference.Gone(
                                    Subject.MEMBER,
                                    after.name(),
                                    before.name(),
                                    member.name(),
                                    ValueTypeText.of(member.type()))));
        }
        for (Definition.Member member : after.members()) {
            if (!met.contains(member.name())) {
                differences.add(new Difference.New(
                        Subject.MEMBER, after.name(), member.name(), ValueTypeText.of(member.type())));
            }
        }
        if (before.isOpen() != after.isOpen()) {
            differences.add(new Difference.Openness(after.name(), after.isOpen()));
        }
    }

    private void types(String in, Definition.Member before, Definition.Member after) {
        boolean isAutomatic = widening.isAutomatic(before.type(), after.type());
        if (!isAutomatic || !withoutNames(before.type()).equals(withoutNames(after.type()))) {
            differences.add(new Difference.Retyped(in, after.name(), before.type(), after.type(), isAutomatic));
        }
        if (!before.absence().map(was -> named(after.type(), was)).equals(after.absence())) {
            differences.add(new Difference.Absence(in, after.name(), before.absence(), after.absence()));
        }
    }

    /** The value; a constant gets its name in the newer snapshot. */
    private Json named(ValueType type, Json value) {
        return type instanceof ValueType.Defined defined && value instanceof Json.Text text
                ? Json.of(newName(defined.definition(), text.value()))
                : value;
    }

    /**
     * The type without the names of definitions. Definitions are compared as pairs of their own, and a class may have been renamed.
     */
    private static ValueType withoutNames(ValueType type) {
        if (type instanceof ValueType.Defined) {
            return new ValueType.Defined("");
        }
        if (type instanceof ValueType.Nullable nullable) {
            return new ValueType.Nullable(withoutNames(nullable.of()));
        }
        if (type instanceof ValueType.ListOf list) {
            return new ValueType.ListOf(withoutNames(list.element()), list.unique(), list.size());
        }
        if (type instanceof ValueType.OneOf oneOf) {
            return new ValueType.OneOf(
                    "",
                    oneOf.alternatives().stream()
                            .map(each -> new ValueType.Alternative("", each.json(), withoutNames(each.type())))
                            .sorted(Comparator.comparing(ValueType.Alternative::json))
                            .toList());
        }
        return type instanceof ValueType.MapOf map
                ? new ValueType.MapOf(withoutNames(map.key()), withoutNames(map.value()), map.size())
                : type;
    }

    private void objects(Definition.Choice before, Definition.Choice after) {
        Map<String, String> ofTag = new HashMap<>();
        after.parts().forEach(part -> ofTag.put(now.tag(part), part));
        names(Subject.OBJECT, before, after);
        String was = old.discriminator(before);
        String is = now.discriminator(after);
        if (!was.equals(is)) {
            differences.add(new Difference.Discriminator(after.name(), was, is));
        }
        if (before.other().isPresent() != after.other().isPresent()) {
            differences.add(new Difference.Openness(after.name(), after.other().isPresent()));
        } else if (after.other().isPresent()) {
            reach(before.other().get(), after.other().get());
        }
        for (String part : before.parts()) {
            String same = ofTag.get(newName(after.name(), old.tag(part)));
            if (same != null) {
                reach(part, same);
            }
        }
    }

    private void names(Subject subject, Definition before, Definition after) {
        List<String> names = now.namesIn(after);
        Set<String> met = new HashSet<>();
        for (String name : old.namesIn(before)) {
            String newName = newName(after.name(), name);
            met.add(newName);
            if (!names.contains(newName)) {
                differences.add(new Difference.Gone(subject, after.name(), before.name(), name, ""));
            }
        }
        names.stream()
                .filter(name -> !met.contains(name))
                .forEach(name -> differences.add(new Difference.New(subject, after.name(), name, "")));
    }
}
