package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.VersionProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A rename changes the name, and a member has one name at a time. */
final class RenameCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return NameScope.in(schema).stream()
                .flatMap(group -> group.members().stream().flatMap(member -> of(group.subject(member), member)))
                .toList();
    }

    private static Stream<Problem> of(String subject, Named named) {
        List<Problem> problems = new ArrayList<>();
        List<Rename> renames = NameUse.inOrder(named);
        for (int i = 0; i < renames.size(); i++) {
            Rename rename = renames.get(i);
            boolean isLast = i + 1 == renames.size();
            String next = isLast ? named.jsonName() : renames.get(i + 1).from();
            if (!isLast && renames.get(i + 1).since() == rename.since()) {
                problems.add(
                        VersionProblems.duplicateRename(rename.origin(), subject, rename.since(), rename.from(), next));
            } else if (rename.from().equals(next)) {
                problems.add(VersionProblems.renamedFromItself(rename.origin(), subject, next));
            }
        }
        return problems.stream();
    }
}
