package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.VersionProblems;
import java.util.ArrayList;
import java.util.List;

/** A change came with a version from 2 to the schema's own, and nothing is renamed before it exists. */
final class ChangeVersionCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        if (schema.version() < 1) {
            return List.of();
        }
        int head = schema.version();
        List<Problem> problems = new ArrayList<>(Check.ofComponents(schema, component -> ofComponent(component, head)));
        for (NameScope group : NameScope.in(schema)) {
            for (Named member : group.members()) {
                if (!(member instanceof Component)) {
                    member.renames().forEach(rename -> problems.addAll(of(rename, member, head)));
                }
            }
        }
        for (Removal removal : Check.removals(schema)) {
            problems.addAll(of(removal.origin(), "@Removed of " + removal.name(), removal.since(), head));
        }
        return problems;
    }

    private static List<Problem> ofComponent(Component component, int head) {
        List<Problem> problems = new ArrayList<>();
        boolean saysSince = component.sinceOrigin() != component.origin();
        if (saysSince) {
            problems.addAll(of(component.sinceOrigin(), "@Since of " + component.name(), component.since(), head));
        }
        component
                .move()
                .ifPresent(move ->
                        problems.addAll(of(move.origin(), "@MovedFrom of " + component.name(), move.since(), head)));
        for (Rename rename : component.renames()) {
            problems.addAll(of(rename, component, head));
            if (saysSince && rename.since() >= 2 && rename.since() <= component.since()) {
                problems.add(VersionProblems.renamedBeforeAdded(
                        rename.origin(), component.name(), rename.since(), component.since()));
            }
        }
        return problems;
    }

    private static List<Problem> of(Rename rename, Named named, int head) {
        return of(rename.origin(), "@RenamedFrom of " + named.name(), rename.since(), head);
    }

    private static List<Problem> of(Origin at, String change, int since, int head) {
        return since < 2 || since > head
                ? List.of(VersionProblems.changeOutsideVersions(at, change, since, head))
                : List.of();
    }
}
