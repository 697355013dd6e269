package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Named;
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
        List<Problem> problems = new ArrayList<>();
        NameScope.in(schema).forEach(group -> problems.addAll(ofGroup(group)));
        for (RecordModel record : schema.records()) {
            if (record.unknown().isEmpty()) {
                record.removals().stream()
                        .filter(Removal::isKept)
                        .map(removal -> VersionProblems.keptByNobody(
                                removal.origin(), removal.name(), record.type().simpleName()))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private static List<Problem> ofGroup(NameScope group) {
        List<Problem> problems = new ArrayList<>();
        Set<String> removed = new HashSet<>();
        for (Removal removal : group.removals()) {
            if (!removed.add(removal.name())) {
                problems.add(VersionProblems.duplicateRemoval(removal.origin(), removal.name()));
                continue;
            }
            for (Named member : group.members()) {
                NameUse.of(member).stream()
                        .filter(use -> use.name().equals(removal.name()) && clashes(use, removal))
                        .findFirst()
                        .ifPresent(use -> problems.add(VersionProblems.removedNameInUse(
                                removal.origin(), removal.name(), group.subject(member), instead(group, use))));
            }
        }
        return problems;
    }

    /**
     * Whether the name is read from files of the versions that had the removed member. A current name and an alias are read from
     * files of every version; an old name only clashes if it was in use before the removal.
     */
    private static boolean clashes(NameUse use, Removal removal) {
        return use.kind() != NameUse.Kind.OLD || use.first() < removal.since();
    }

    private static String instead(NameScope group, NameUse use) {
        String owner = group.subject(use.owner());
        return switch (use.kind()) {
            case CURRENT -> group.naming("new_" + use.name()) + " on " + owner;
            case ALIAS -> "remove the alias " + Code.quoted(use.name());
            case OLD -> "remove @RenamedFrom on " + owner;
        };
    }
}
