package dev.saveschema.processor;

import com.palantir.javapoet.JavaFile;
import dev.saveschema.processor.model.SchemaModel;

/** Turns a schema without problems into its class. */
interface Backend {

    JavaFile emit(SchemaModel schema);
}
