package dev.saveschema.processor.read;

import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading an annotated type.
 *
 * @param schema the schema without the components that the model cannot express; empty if the type is not a record at all
 */
public record SchemaReading(Optional<SchemaModel> schema, List<Problem> problems) {

    public SchemaReading {
        problems = List.copyOf(problems);
    }
}
