package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.head.HeadSnapshot;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.MemberAt;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Nearest;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The annotations in the sources agree with the locked versions: {@code @Since(3)} on a component contradicts a version 2 that has
 * the component.
 */
final class ContradictionCheck implements HistoryCheck {

    @Override
    public List<Problem> check(SchemaAndHistory both) {
        List<Problem> problems = new ArrayList<>();
        for (Definition definition : both.head().snapshot().definitions()) {
            OfDefinition check = new OfDefinition(both, definition, problems);
            both.head().components(definition.name()).forEach(check::since);
            both.head().components(definition.name()).forEach(check::move);
            HeadSnapshot.Source source = both.head().source(definition.name());
            source.named().forEach(check::renames);
            source.removals().forEach(check::removal);
        }
        return problems;
    }

    /**
     * One definition of the sources, compared with the definitions in the history that became it. Classes may have been renamed or
     * merged since, so that these may be several, and of other names.
     */
    private record OfDefinition(SchemaAndHistory both, Definition definition, List<Problem> problems) {

        void since(Component component) {
            if (component.sinceOrigin() == component.origin()) {
                return;
            }
            int since = component.since();
            String before = component.jsonNameIn(since - 1);
            if (has(since - 1, before) && !wasOfAnother(before, since - 1, component)) {
                problems.add(contradiction(
                        component.sinceOrigin(),
                        "@Since of %s says version %d, but version %d has %s already"
                                .formatted(component.name(), since, since - 1, component.jsonNameIn(since - 1)),
                        both.file(since - 1),
                        "remove @Since"));
            } else if (lacks(since, component.jsonNameIn(since))) {
                problems.add(contradiction(
                        component.sinceOrigin(),
                        "@Since of %s says version %d, but version %d does not have %s"
                                .formatted(component.name(), since, since, component.jsonNameIn(since)),
                        both.file(since),
                        "@Since(" + nextVersion() + ")"));
            }
        }

        void move(Component component) {
            component
                    .move()
                    .filter(move -> both.history()
                            .find(move.since() - 1)
                            .filter(locked ->
                                    MemberAt.of(locked.snapshot(), move.from()).isEmpty())
                            .isPresent())
                    .ifPresent(move -> problems.add(contradiction(
                            move.origin(),
                            "@MovedFrom of %s says that version %d had %s, but it did not"
                                    .formatted(component.name(), move.since() - 1, move.from()),
                            both.file(move.since() - 1),
                            "remove @MovedFrom")));
        }

        void renames(Named named) {
            named.renames().forEach(rename -> rename(named, rename));
        }

        private void rename(Named named, Rename rename) {
            int since = rename.since();
            if (lacks(since - 1, rename.from())) {
                problems.add(neverHad(
                        rename.origin(),
                        "@RenamedFrom of %s says that version %d had %s, but it did not"
                                .formatted(named.name(), since - 1, rename.from()),
                        since - 1,
                        similarTo(rename.from(), since)
                                .filter(name -> !has(since - 1, named.jsonNameIn(since)))
                                .map(name -> "@RenamedFrom(value = \"%s\", since = %d)".formatted(name, since)),
                        "remove @RenamedFrom"));
            } else if (has(since - 1, named.jsonNameIn(since))
                    && !wasOfAnother(named.jsonNameIn(since), since - 1, named)) {
                problems.add(contradiction(
                        rename.origin(),
                        "@RenamedFrom of %s says that version %d had %s, but that had %s beside it"
                                .formatted(named.name(), since - 1, rename.from(), named.jsonNameIn(since)),
                        both.file(since - 1),
                        "remove @RenamedFrom"));
            } else if (has(since, rename.from()) && !isOfAnother(rename.from(), since)) {
                problems.add(contradiction(
                        rename.origin(),
                        "@RenamedFrom of %s says that version %d no longer had %s, but it did"
                                .formatted(named.name(), since, rename.from()),
                        both.file(since),
                        "since = " + nextVersion()));
            }
        }

        void removal(Removal removal) {
            int since = removal.since();
            if (lacks(since - 1, removal.name())) {
                problems.add(neverHad(
                        removal.origin(),
                        "@Removed says that version %d had %s, but it did not".formatted(since - 1, removal.name()),
                        since - 1,
                        similarTo(removal.name(), since)
                                .map(name -> "@Removed(name = \"%s\", since = %d)".formatted(name, since)),
                        "remove @Removed(name = \"" + removal.name() + "\")"));
            } else if (has(since, removal.name()) && !isOfAnother(removal.name(), since)) {
                problems.add(contradiction(
                        removal.origin(),
                        "@Removed says that version %d no longer had %s, but it did".formatted(since, removal.name()),
                        both.file(since),
                        "since = " + nextVersion()));
            }
        }

        /**
         * The problem of an annotation that gives a locked version a name which it did not have.
         *
         * @param similar the annotation with a name that the version had
         */
        private Problem neverHad(Origin at, String sentence, int version, Optional<String> similar, String removal) {
            List<String> instead =
                    Stream.concat(similar.stream(), Stream.of(removal)).toList();
            return HistoryProblems.contradiction(at, sentence, had(version), both.file(version), instead);
        }

        private Optional<String> similarTo(String name, int since) {
            return Nearest.similarTo(name, unclaimed(had(since - 1), since));
        }

        /** The names that no annotation accounts for in that version. */
        private List<String> unclaimed(List<String> names, int since) {
            HeadSnapshot.Source source = both.head().source(definition.name());
            Stream<String> renamed = source.named().stream()
                    .flatMap(named -> named.renames().stream())
                    .filter(rename -> rename.since() == since)
                    .map(Rename::from);
            Stream<String> removed = source.removals().stream()
                    .filter(removal -> removal.since() == since)
                    .map(Removal::name);
            Set<String> claimed = Stream.concat(renamed, removed).collect(Collectors.toSet());
            return names.stream().filter(name -> !claimed.contains(name)).toList();
        }

        private static Problem contradiction(Origin at, String sentence, String file, String instead) {
            return HistoryProblems.contradiction(at, sentence, List.of(), file, List.of(instead));
        }

        private List<String> had(int version) {
            return names(version).stream().flatMap(Set::stream).sorted().toList();
        }

        /** The version that may still change: the head if it is a draft, else the version after it. */
        private int nextVersion() {
            return both.locked().isPresent() ? both.version() + 1 : both.version();
        }

        private boolean has(int version, String name) {
            return names(version).filter(names -> names.contains(name)).isPresent();
        }

        private boolean lacks(int version, String name) {
            return names(version).filter(names -> !names.contains(name)).isPresent();
        }

        /** Whether a member got the name in the very version in which another member lost it. */
        private boolean isOfAnother(String name, int version) {
            return both.head().source(definition.name()).named().stream()
                    .anyMatch(named -> named.since() <= version
                            && named.jsonNameIn(version).equals(name)
                            && (named.since() == version
                                    || !named.jsonNameIn(version - 1).equals(name)));
        }

        /** Whether another member had the name in that version. */
        private boolean wasOfAnother(String name, int version, Named named) {
            return both.head().source(definition.name()).named().stream()
                            .anyMatch(other -> other != named
                                    && other.since() <= version
                                    && other.jsonNameIn(version).equals(name))
                    || movedAway(name, version);
        }

        private boolean movedAway(String name, int version) {
            Optional<Snapshot> locked = both.history().find(version).map(LockedVersion::snapshot);
            Set<String> before = both.lineage().before(version, definition.name());
            return locked.isPresent()
                    && both.schema().records().stream()
                            .flatMap(record -> record.components().stream())
                            .flatMap(component -> component.move().stream())
                            .filter(move -> move.since() == version + 1)
                            .flatMap(move -> MemberAt.of(locked.get(), move.from()).stream())
                            .anyMatch(from -> before.contains(from.definition())
                                    && from.member().name().equals(name));
        }

        /**
         * The names of members in a locked version's definitions that became this one; empty if no definition of that version did.
         */
        private Optional<Set<String>> names(int version) {
            Optional<Snapshot> locked = both.history().find(version).map(LockedVersion::snapshot);
            if (locked.isEmpty()) {
                return Optional.empty();
            }
            Set<String> before = both.lineage().before(version, definition.name());
            return before.isEmpty()
                    ? Optional.empty()
                    : Optional.of(before.stream()
                            .map(locked.get()::definition)
                            .flatMap(found -> locked.get().namesIn(found).stream())
                            .collect(Collectors.toSet()));
        }
    }
}
