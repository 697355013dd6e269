package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
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

/** In every version of the file a name means one component. */
final class NameCollisionCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return schema.records().stream()
                .flatMap(record -> ofRecord(record, schema.version()).stream())
                .toList();
    }

    private static List<Problem> ofRecord(RecordModel record, int version) {
        List<NameUse> uses = record.components().stream()
                .flatMap(component -> NameUse.of(component).stream())
                .toList();
        List<Problem> problems = new ArrayList<>();
        Set<List<String>> reported = new HashSet<>();
        for (int j = 0; j < uses.size(); j++) {
            for (int i = 0; i < j; i++) {
                NameUse first = uses.get(i);
                NameUse second = uses.get(j);
                String a = first.component().name();
                String b = second.component().name();
                if (!a.equals(b) && first.meets(second) && reported.add(List.of(a, b, first.name()))) {
                    problems.add(collision(first, second, record, version));
                }
            }
        }
        return problems;
    }

    private static Problem collision(NameUse first, NameUse second, RecordModel record, int version) {
        if (first.kind() == NameUse.Kind.OLD) {
            return oldName(first, second, version);
        }
        if (second.kind() == NameUse.Kind.OLD) {
            return oldName(second, first, version);
        }
        NameUse at = first.kind() == NameUse.Kind.ALIAS ? first : second;
        String instead = at.kind() == NameUse.Kind.ALIAS
                ? "remove " + Code.quoted(at.name())
                : "@Name(" + Code.quoted(freeName(at.component(), record)) + ")";
        return NameProblems.duplicate(
                at.origin(), first.component().name(), second.component().name(), at.name(), List.of(instead));
    }

    private static Problem oldName(NameUse old, NameUse other, int version) {
        int from = Math.max(old.first(), other.first());
        int to = Math.min(Math.min(old.last(), other.last()), Math.max(from, version));
        return VersionProblems.oldNameInUse(
                old.origin(),
                old.component().name(),
                old.name(),
                other.component().name(),
                from == to ? "version " + from : "versions " + from + " to " + to);
    }

    /** The component's own name in Java if it is still to be had, else one with a number. */
    private static String freeName(Component component, RecordModel record) {
        Set<String> taken = record.components().stream()
                .flatMap(other -> NameUse.of(other).stream())
                .map(NameUse::name)
                .collect(Collectors.toSet());
        String name = component.name();
        for (int i = 2; taken.contains(name); i++) {
            name = component.name() + i;
        }
        return name;
    }
}
