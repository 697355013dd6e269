package dev.saveschema.cli.history;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.MemberAt;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueTypeText;
import dev.saveschema.processor.history.step.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life of a schema: every member, constant and kind of object that it ever had, from the version in which it was added to the
 * version in which it was removed, with all events in between.
 *
 * @param versions the locked versions, ascending
 * @param groups the groups of members or constants, that of the document first
 * @param steps for each version, the names of the developer's methods in the step that leads to it
 */
public record Lives(String id, List<Integer> versions, List<Group> groups, Map<Integer, List<String>> steps) {

    /**
     * The lives of the members or constants of one object or enum.
     *
     * @param lives the lives of those in the newest version, in its order, and behind them the lives of removed ones
     */
    public record Group(String name, List<Life> lives) {}

    /** A name in a definition of one version. */
    private record Place(String definition, String name) {}

    public static Lives of(String id, History history) {
        Collection<LockedVersion> versions = history.versions().values();
        Making making = new Making();
        Map<Integer, List<String>> steps = new LinkedHashMap<>();
        Optional<LockedVersion> before = Optional.empty();
        for (LockedVersion version : versions) {
            before.ifPresentOrElse(old -> making.step(old.snapshot(), version), () -> making.begin(version.snapshot()));
            List<String> methods = version.changes().stream()
                    .filter(Change.Coded.class::isInstance)
                    .map(change -> ((Change.Coded) change).method())
                    .distinct()
                    .toList();
            if (!methods.isEmpty()) {
                steps.put(version.version(), methods);
            }
            before = Optional.of(version);
        }
        List<Integer> numbers = List.copyOf(history.versions().keySet());
        return new Lives(
                id,
                numbers,
                before.map(newest -> making.groups(newest.snapshot())).orElse(List.of()),
                steps);
    }

    /** The state after the versions that were read so far. */
    private static final class Making {

        /** The lives that go on, by their places in the newest version so far. */
        private Map<Place, Life> living = new LinkedHashMap<>();

        /** The groups that the definitions of the newest version so far belong to, by their names. */
        private Map<String, List<Life>> groups = new LinkedHashMap<>();

        /** The groups whose definitions are gone, with their last names. */
        private final Map<List<Life>, String> goneGroups = new java.util.IdentityHashMap<>();

        private final List<List<Life>> allGroups = new ArrayList<>();

        void begin(Snapshot first) {
            for (Definition definition : first.definitions()) {
                List<Life> group = newGroup();
                groups.put(definition.name(), group);
                for (String name : first.namesIn(definition)) {
                    born(first, new Place(definition.name(), name), group, living);
                }
            }
        }

        private List<Life> newGroup() {
            List<Life> group = new ArrayList<>();
            allGroups.add(group);
            return group;
        }

        private static void born(Snapshot in, Place place, List<Life> group, Map<Place, Life> lives) {
            Life life = new Life(in.version(), place.name(), type(in, place));
            group.add(life);
            lives.put(place, life);
        }

        void step(Snapshot old, LockedVersion version) {
            Snapshot now = version.snapshot();
            Comparison comparison = Comparison.between(old, now, version.changes());
            Map<Place, Life> before = new LinkedHashMap<>(living);
            Map<Place, Life> after = new LinkedHashMap<>();
            Map<String, List<Life>> groupsAfter = new LinkedHashMap<>();
            List<List<Life>> free = new ArrayList<>(groups.values());
            for (Definition definition : now.definitions()) {
                List<Life> group = comparison.hadBeen(definition.name()).stream()
                        .map(groups::get)
                        .filter(free::remove)
                        .findFirst()
                        .orElseGet(this::newGroup);
                groupsAfter.put(definition.name(), group);
            }
            groups.forEach((name, group) -> {
                if (groupsAfter.values().stream().noneMatch(other -> other == group)) {
                    goneGroups.put(group, name);
                }
            });
            for (Definition definition : now.definitions()) {
                for (String name : now.namesIn(definition)) {
                    Place place = new Place(definition.name(), name);
                    Optional<Place> was = formerPlace(place, old, version, comparison, before);
                    if (was.isPresent()) {
                        Life life = before.remove(was.get());
                        goesOn(life, was.get(), place, version, groupsAfter.get(definition.name()));
                        after.put(place, life);
                    } else {
                        born(now, place, groupsAfter.get(definition.name()), after);
                    }
                }
            }
            before.values().forEach(life -> life.removed(now.version()));
            living = after;
            groups = groupsAfter;
        }

        private static Optional<Place> formerPlace(
                Place place, Snapshot old, LockedVersion version, Comparison comparison, Map<Place, Life> before) {
            for (Change change : version.changes()) {
                if (change instanceof Change.Moved moved
                        && MemberAt.of(version.snapshot(), moved.to())
                                .map(Making::placeOf)
                                .equals(Optional.of(place))) {
                    return MemberAt.of(old, moved.from()).map(Making::placeOf).filter(before::containsKey);
                }
            }
            return comparison.hadBeen(place.definition()).stream()
                    .flatMap(former -> old.namesIn(old.definition(former)).stream()
                            .filter(name ->
                                    comparison.newName(place.definition(), name).equals(place.name()))
                            .map(name -> new Place(former, name)))
                    .filter(before::containsKey)
                    .findFirst();
        }

        private static Place placeOf(MemberAt member) {
            return new Place(member.definition(), member.member().name());
        }

        private void goesOn(Life life, Place was, Place is, LockedVersion version, List<Life> group) {
            int number = version.version();
            life.lives(number);
            if (!group.contains(life)) {
                allGroups.forEach(other -> other.remove(life));
                group.add(life);
                life.moved(number, was.definition() + "." + was.name(), is.name());
            } else if (!was.name().equals(is.name())) {
                life.renamed(number, was.name(), is.name());
            }
            String type = type(version.snapshot(), is);
            if (!type.equals(life.type())) {
                coded(version, was, is)
                        .ifPresentOrElse(
                                method -> life.converted(number, method, type), () -> life.changed(number, type));
            }
        }

        /** The method that converts the member, if one does. */
        private static Optional<String> coded(LockedVersion version, Place was, Place is) {
            return version.changes().stream()
                    .filter(Change.Coded.class::isInstance)
                    .map(Change.Coded.class::cast)
                    .filter(code -> code.in().equals(is.definition()))
                    .filter(code -> code.component().equals(Optional.of(was.name())))
                    .map(Change.Coded::method)
                    .findFirst();
        }

        private static String type(Snapshot in, Place place) {
            return in.definition(place.definition()) instanceof Definition.Part part
                    ? part.member(place.name())
                            .map(member -> ValueTypeText.of(member.type()))
                            .orElse("")
                    : "";
        }

        List<Group> groups(Snapshot newest) {
            List<Group> all = new ArrayList<>();
            for (Definition definition : newest.definitions()) {
                List<Life> group = groups.get(definition.name());
                List<Life> ordered = new ArrayList<>();
                newest.namesIn(definition).forEach(name -> ordered.add(living.get(new Place(definition.name(), name))));
                group.stream().filter(life -> !ordered.contains(life)).forEach(ordered::add);
                add(all, definition.name(), ordered);
            }
            for (List<Life> group : allGroups) {
                if (goneGroups.containsKey(group)) {
                    add(all, goneGroups.get(group), group);
                }
            }
            return all;
        }

        private static void add(List<Group> all, String name, List<Life> lives) {
            if (!lives.isEmpty()) {
                all.add(new Group(name, List.copyOf(lives)));
            }
        }
    }
}
