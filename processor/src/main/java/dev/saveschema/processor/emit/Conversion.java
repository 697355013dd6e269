package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.Optional;

/**
 * The code by which a value of one version becomes one of the next.
 *
 * @param reference the method that does it, where it is one call: {@code Settings::of}
 * @param isNone whether the value stays what it is
 */
record Conversion(Code code, Optional<CodeBlock> reference, boolean isNone) {

    /** The value stays what it is, boxed or not. */
    static final Conversion NONE = new Conversion((value, names) -> value, Optional.empty(), true);

    /** The code that makes the one of the other. */
    interface Code {

        /** @param names of the variables around it */
        CodeBlock of(CodeBlock value, Identifiers names);
    }

    static Conversion of(Code code) {
        return new Conversion(code, Optional.empty(), false);
    }

    static Conversion byMethod(Code code, CodeBlock reference) {
        return new Conversion(code, Optional.of(reference), false);
    }

    CodeBlock of(CodeBlock value, Identifiers names) {
        return code.of(value, names);
    }

    /** {@code Settings::of}, {@code element -> element}. */
    CodeBlock asFunction(String variable, Identifiers names) {
        return reference.orElseGet(() -> {
            String name = names.fresh(variable);
            return CodeBlock.of("$N -> $L", name, code.of(CodeBlock.of("$N", name), names));
        });
    }
}
