package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks for one kind of mistake. */
interface Check {

    List<Problem> check(SchemaModel schema);

    /**
     * The problems of every component of every record. A record with type parameters is in the model once for each list of
     * arguments, {@code Pair<Integer>} and {@code Pair<String>}; a problem that both have is reported once.
     */
    static List<Problem> ofComponents(SchemaModel schema, Function<Component, List<Problem>> problemsOf) {
        Map<Problem, Problem> problems = new LinkedHashMap<>();
        for (RecordModel record : schema.records()) {
            for (Component component : record.components()) {
                problemsOf
                        .apply(component)
                        .forEach(problem -> problems.putIfAbsent(
                                problem,
                                record.arguments().isEmpty()
                                        ? problem
                                        : problem.fact("In %s", ShapeText.type(record.shape()))));
            }
        }
        return List.copyOf(problems.values());
    }

    /**
     * The removals that records, enums and sealed interfaces declare. A record with type parameters is in the model once for each
     * list of arguments; its removals are given once.
     */
    static List<Removal> removals(SchemaModel schema) {
        return NameScope.in(schema).stream()
                .flatMap(group -> group.removals().stream())
                .distinct()
                .toList();
    }
}
