package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.NameProblems;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.VersionProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** In every version of the file a name means one component, one constant, one record. */
final class NameCollisionCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return NameScope.in(schema).stream()
                .flatMap(group -> ofGroup(group, schema.version()).stream())
                .toList();
    }

    private static List<Problem> ofGroup(NameScope group, int version) {
        List<NameUse> uses = group.members().stream()
                .flatMap(member -> NameUse.of(member).stream())
                .toList();
        List<Problem> problems = new ArrayList<>();
        Set<List<Object>> reported = new HashSet<>();
        for (int j = 0; j < uses.size(); j++) {
            for (int i = 0; i < j; i++) {
                NameUse first = uses.get(i);
                NameUse second = uses.get(j);
                // two records of a sealed interface may have the same simple name
                boolean isOther = first.owner() != second.owner();
                if (isOther
                        && first.meets(second)
                        && reported.add(List.of(first.owner(), second.owner(), first.name()))) {
                    problems.add(collision(first, second, group, version));
                }
            }
        }
        return problems;
    }

    private static Problem collision(NameUse first, NameUse second, NameScope group, int version) {
        if (first.kind() == NameUse.Kind.OLD) {
            return oldName(first, second, version);
        }
        if (second.kind() == NameUse.Kind.OLD) {
            return oldName(second, first, version);
        }
        NameUse at = first.kind() == NameUse.Kind.ALIAS ? first : second;
        String instead = at.kind() == NameUse.Kind.ALIAS
                ? "remove " + Code.quoted(at.name())
                : group.naming(at.owner(), freeName(at.owner(), group));
        return NameProblems.duplicate(
                at.origin(),
                group.kind() + "s " + first.owner().name() + " and "
                        + second.owner().name() + group.of(),
                at.name(),
                List.of(instead));
    }

    private static Problem oldName(NameUse old, NameUse other, int version) {
        int from = Math.max(old.first(), other.first());
        int to = Math.min(Math.min(old.last(), other.last()), Math.max(from, version));
        return VersionProblems.oldNameInUse(
                old.origin(),
                old.owner().name(),
                old.name(),
                other.owner().name(),
                from == to ? "version " + from : "versions " + from + " to " + to);
    }

    /**
     * The name that the member would have without an annotation; with a number behind it if that name is taken: {@code volume2}.
     */
    private static String freeName(Named named, NameScope group) {
        Set<String> taken = group.members().stream()
                .flatMap(other -> NameUse.of(other).stream())
                .map(NameUse::name)
                .collect(Collectors.toSet());
        String name = group.ownName(named);
        for (int i = 2; taken.contains(name); i++) {
            name = group.ownName(named) + i;
        }
        return name;
    }
}
