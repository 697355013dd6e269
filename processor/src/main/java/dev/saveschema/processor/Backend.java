package dev.saveschema.processor;

import dev.saveschema.processor.emit.GeneratedSource;
import dev.saveschema.processor.history.file.MinReader;
import dev.saveschema.processor.history.step.StepPlan;
import dev.saveschema.processor.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/** Turns a schema without problems into its class. */
interface Backend {

    /** @param previous the version before, if a step from record to record leads from it */
    GeneratedSource emit(SchemaModel schema, List<StepPlan> steps, MinReader minReader, Optional<SchemaModel> previous);
}
