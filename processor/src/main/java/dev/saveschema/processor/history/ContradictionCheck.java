package dev.saveschema.processor.history;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
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
            RecordModel record = situation.head().records().get(definition.name());
            if (record != null) {
                OfRecord check = new OfRecord(situation, definition.name(), problems);
                record.components().forEach(check::component);
                record.removals().forEach(check::removal);
            }
        }
        return problems;
    }

    /** One record, which has the same name in the history as in the sources, or none. */
    private record OfRecord(Situation situation, String definition, List<Problem> problems) {

        void component(Component component) {
            if (component.sinceOrigin() != component.origin()) {
                since(component);
            }
            component.renames().forEach(rename -> rename(component, rename));
        }

        private void since(Component component) {
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

        private void rename(Component component, Rename rename) {
            int since = rename.since();
            if (lacks(since - 1, rename.from())) {
                problems.add(HistoryProblems.contradiction(
                        rename.origin(),
                        "@RenamedFrom of %s says that version %d had %s, but it did not"
                                .formatted(component.name(), since - 1, rename.from()),
                        situation.file(since - 1),
                        "remove @RenamedFrom"));
            } else if (has(since, rename.from())) {
                problems.add(HistoryProblems.contradiction(
                        rename.origin(),
                        "@RenamedFrom of %s says that version %d no longer had %s, but it did"
                                .formatted(component.name(), since, rename.from()),
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
            } else if (has(since, removal.name())) {
                problems.add(HistoryProblems.contradiction(
                        removal.origin(),
                        "@Removed says that version %d no longer had %s, but it did".formatted(since, removal.name()),
                        situation.file(since),
                        "since = " + situation.version()));
            }
        }

        private boolean has(int version, String member) {
            return part(version).filter(part -> part.member(member).isPresent()).isPresent();
        }

        private boolean lacks(int version, String member) {
            return part(version).filter(part -> part.member(member).isEmpty()).isPresent();
        }

        private Optional<Definition.Part> part(int version) {
            return situation
                    .history()
                    .find(version)
                    .map(LockedVersion::snapshot)
                    .flatMap(snapshot -> isRoot() ? Optional.of(snapshot.root()) : snapshot.find(definition))
                    .filter(Definition.Part.class::isInstance)
                    .map(Definition.Part.class::cast);
        }

        private boolean isRoot() {
            return definition.equals(situation.head().snapshot().root().name());
        }
    }
}
