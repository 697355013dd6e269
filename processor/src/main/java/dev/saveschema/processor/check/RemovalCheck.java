package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.VersionProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A removed name is removed once and stays reserved. */
final class RemovalCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return schema.records().stream()
                .flatMap(record -> ofRecord(record).stream())
                .toList();
    }

    private static List<Problem> ofRecord(RecordModel record) {
        List<Problem> problems = new ArrayList<>();
        Set<String> removed = new HashSet<>();
        for (Removal removal : record.removals()) {
            if (!removed.add(removal.name())) {
                problems.add(VersionProblems.duplicateRemoval(removal.origin(), removal.name()));
                continue;
            }
            for (Component component : record.components()) {
                NameUse.of(component).stream()
                        .filter(use -> use.name().equals(removal.name()) && clashes(use, removal))
                        .findFirst()
                        .ifPresent(use -> problems.add(VersionProblems.removedNameInUse(
                                removal.origin(), removal.name(), component.name(), instead(use))));
            }
        }
        return problems;
    }

    /** A current name or an alias would read old values; an old name must have ended before, or begun after. */
    private static boolean clashes(NameUse use, Removal removal) {
        return use.kind() != NameUse.Kind.OLD || use.first() < removal.since();
    }

    private static String instead(NameUse use) {
        return switch (use.kind()) {
            case CURRENT ->
                "@Name(" + Code.quoted("new_" + use.name()) + ") on component "
                        + use.owner().name();
            case ALIAS -> "remove the alias " + Code.quoted(use.name());
            case OLD -> "remove @RenamedFrom on component " + use.owner().name();
        };
    }
}
