package dev.saveschema.processor.history;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an annotation says of a locked version is so. */
final class ContradictionCheck implements HistoryCheck {

    @Override
    public List<Problem> check(Situation situation) {
        List<Problem> problems = new ArrayList<>();
        for (Definition definition : situation.head().snapshot().definitions()) {
            OfDefinition check = new OfDefinition(situation, definition, problems);
            situation.head().components(definition.name()).forEach(check::since);
            HeadSnapshot.Source source = situation.head().source(definition.name());
            source.named().forEach(check::renames);
            source.removals().forEach(check::removal);
        }
        return problems;
    }

    /** One definition, which has the same name in the history as in the sources, or none. */
    private record OfDefinition(Situation situation, Definition definition, List<Problem> problems) {

        void since(Component component) {
            if (component.sinceOrigin() == component.origin()) {
                return;
            }
            int since = component.since();
            if (has(since - 1, component.jsonNameIn(since - 1))) {
                problems.add(HistoryProblems.contradiction(
                        component.sinceOrigin(),
                        "@Since of %s says version %d, but version %d has %s already"
                                .formatted(component.name(), since, since - 1, component.jsonNameIn(since - 1)),
                        situation.file(since - 1),
                        "remove @Since"));
            } else if (lacks(since, component.jsonNameIn(since))) {
                problems.add(HistoryProblems.contradiction(
                        component.sinceOrigin(),
                        "@Since of %s says version %d, but version %d does not have %s"
                                .formatted(component.name(), since, since, component.jsonNameIn(since)),
                        situation.file(since),
                        "@Since(" + situation.version() + ")"));
            }
        }

        void renames(Named named) {
            named.renames().forEach(rename -> rename(named, rename));
        }

        private void rename(Named named, Rename rename) {
            int since = rename.since();
            if (lacks(since - 1, rename.from())) {
                problems.add(HistoryProblems.contradiction(
                        rename.origin(),
                        "@RenamedFrom of %s says that version %d had %s, but it did not"
                                .formatted(named.name(), since - 1, rename.from()),
                        situation.file(since - 1),
                        "remove @RenamedFrom"));
            } else if (has(since, rename.from()) && !isOfAnother(rename.from(), since)) {
                problems.add(HistoryProblems.contradiction(
                        rename.origin(),
                        "@RenamedFrom of %s says that version %d no longer had %s, but it did"
                                .formatted(named.name(), since, rename.from()),
                        situation.file(since),
                        "since = " + situation.version()));
            }
        }

        void removal(Removal removal) {
            int since = removal.since();
            if (lacks(since - 1, removal.name())) {
                problems.add(HistoryProblems.contradiction(
                        removal.origin(),
                        "@Removed says that version %d had %s, but it did not".formatted(since - 1, removal.name()),
                        situation.file(since - 1),
                        "remove @Removed(name = \"" + removal.name() + "\")"));
            } else if (has(since, removal.name()) && !isOfAnother(removal.name(), since)) {
                problems.add(HistoryProblems.contradiction(
                        removal.origin(),
                        "@Removed says that version %d no longer had %s, but it did".formatted(since, removal.name()),
                        situation.file(since),
                        "since = " + situation.version()));
            }
        }

        private boolean has(int version, String name) {
            return names(version).filter(names -> names.contains(name)).isPresent();
        }

        private boolean lacks(int version, String name) {
            return names(version).filter(names -> !names.contains(name)).isPresent();
        }

        /** Whether something got the name in the very version that took it from what had it. */
        private boolean isOfAnother(String name, int version) {
            return situation.head().source(definition.name()).named().stream()
                    .anyMatch(named -> named.since() <= version
                            && named.jsonNameIn(version).equals(name)
                            && !named.jsonNameIn(version - 1).equals(name));
        }

        /** What a locked version has in the definition, if it has the definition. */
        private Optional<List<String>> names(int version) {
            return situation
                    .history()
                    .find(version)
                    .map(LockedVersion::snapshot)
                    .flatMap(snapshot -> in(snapshot).map(snapshot::namesIn));
        }

        private Optional<Definition> in(Snapshot snapshot) {
            boolean isRoot = definition.equals(situation.head().snapshot().root());
            return isRoot
                    ? Optional.of(snapshot.root())
                    : snapshot.find(definition.name()).filter(found -> found.getClass() == definition.getClass());
        }
    }
}
