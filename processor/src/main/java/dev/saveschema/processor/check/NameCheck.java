package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.NameProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A name in the file is not empty and not one of SaveSchema's own, and an alias is another name. */
final class NameCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        List<Problem> problems = new ArrayList<>(Check.ofComponents(schema, NameCheck::ofComponent));
        for (Removal removal : schema.root().removals()) {
            problems.addAll(ofName(removal.origin(), "@Removed", removal.name(), "remove @Removed"));
        }
        return problems;
    }

    private static List<Problem> ofComponent(Component component) {
        List<Problem> problems = new ArrayList<>(ofName(
                component.nameOrigin(),
                component.name(),
                component.jsonName(),
                "@Name(" + Code.quoted(withoutDollar(component.name())) + ")"));
        Set<String> names = new HashSet<>(Set.of(component.jsonName()));
        for (String alias : component.aliases()) {
            problems.addAll(ofName(component.aliasOrigin(), component.name(), alias, "remove " + Code.quoted(alias)));
            if (!names.add(alias)) {
                problems.add(NameProblems.redundantAlias(component.aliasOrigin(), component.name(), alias));
            }
        }
        for (Rename rename : component.renames()) {
            problems.addAll(ofName(rename.origin(), component.name(), rename.from(), "remove @RenamedFrom"));
        }
        return problems;
    }

    private static List<Problem> ofName(Origin at, String owner, String name, String instead) {
        if (name.isEmpty()) {
            return List.of(NameProblems.empty(at, owner, instead));
        }
        return name.startsWith("$") ? List.of(NameProblems.reserved(at, owner, name, instead)) : List.of();
    }

    private static String withoutDollar(String name) {
        String rest = name.replaceAll("^\\$+", "");
        return rest.isEmpty() ? "value" : rest;
    }
}
