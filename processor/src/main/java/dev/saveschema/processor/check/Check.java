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
     * The problems of every component of every record. What a record with type parameters has wrong for several lists of
     * arguments is one problem.
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

    /** What is removed from anything; from a record with type parameters it is removed once. */
    static List<Removal> removals(SchemaModel schema) {
        return NameScope.in(schema).stream()
                .flatMap(group -> group.removals().stream())
                .distinct()
                .toList();
    }
}
