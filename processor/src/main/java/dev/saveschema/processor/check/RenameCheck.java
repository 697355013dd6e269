package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.VersionProblems;
import java.util.ArrayList;
import java.util.List;

/** A rename changes the name, and a component has one name at a time. */
final class RenameCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return Check.ofComponents(schema, RenameCheck::ofComponent);
    }

    private static List<Problem> ofComponent(Component component) {
        List<Problem> problems = new ArrayList<>();
        List<Rename> renames = NameUse.inOrder(component);
        for (int i = 0; i < renames.size(); i++) {
            Rename rename = renames.get(i);
            boolean isLast = i + 1 == renames.size();
            String next = isLast ? component.jsonName() : renames.get(i + 1).from();
            if (!isLast && renames.get(i + 1).since() == rename.since()) {
                problems.add(VersionProblems.duplicateRename(rename.origin(), component.name(), rename.since()));
            } else if (rename.from().equals(next)) {
                problems.add(VersionProblems.renamedFromItself(rename.origin(), component.name(), next));
            }
        }
        return problems;
    }
}
