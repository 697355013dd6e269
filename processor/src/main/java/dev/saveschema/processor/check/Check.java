package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.function.Function;

/** Looks for one kind of mistake. */
interface Check {

    List<Problem> check(SchemaModel schema);

    /** The problems of every component of every record. */
    static List<Problem> ofComponents(SchemaModel schema, Function<Component, List<Problem>> problemsOf) {
        return schema.records().stream()
                .flatMap(record -> record.components().stream())
                .flatMap(component -> problemsOf.apply(component).stream())
                .toList();
    }
}
