package dev.saveschema.processor;

import dev.saveschema.processor.emit.GeneratedSource;
import dev.saveschema.processor.history.file.MinReader;
import dev.saveschema.processor.history.step.StepPlan;
import dev.saveschema.processor.model.SchemaModel;
import java.util.List;

/** Turns a schema without problems into its class. */
interface Backend {

    GeneratedSource emit(SchemaModel schema, List<StepPlan> steps, MinReader minReader);
}
