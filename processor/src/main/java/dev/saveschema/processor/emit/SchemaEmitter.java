package dev.saveschema.processor.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.SchemaModel;

/** Stands in for the emitter: an empty class of the right name. */
public final class SchemaEmitter {

    /** The class of a schema. */
    public JavaFile emit(SchemaModel schema) {
        ClassRef type = schema.root().type();
        return JavaFile.builder(
                        type.packageName(),
                        TypeSpec.classBuilder(String.join("_", type.simpleNames()) + "Schema")
                                .build())
                .build();
    }
}
