package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.RecordModel;
import java.util.function.BiFunction;

/** Emits code that writes a component's default within a step. Only the program can make such a default, as one of a factory. */
record DefaultWriting(
        LoaderNames names,
        Defaults defaults,
        BiFunction<RecordModel, Component, PartLimits> limits,
        WriteParts writes) {

    /** {@code out.write(Progress.newId())}. */
    CodeBlock of(Component component, RecordModel record) {
        CodeBlock value = defaults.code(component, record, "Loader.");
        String hint = names.hint(record, component);
        if (!WriteParts.isSimple(component.shape())) {
            return writes.qualifiedCall(component.shape(), value, limits.apply(record, component), hint);
        }
        if (component.fallback() instanceof Fallback.Literal && WriteParts.isNumberOrSuch(component.shape())) {
            return CodeBlock.of("out.write($L)", value);
        }
        PartLimits unchecked = PartLimits.none(component.shape()); // a default is within its limits
        return writes.write(component.shape(), CodeBlock.of("out"), value, unchecked, hint);
    }
}
