package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Shape;
import java.util.Optional;

/**
 * The limits of a value and of its direct parts, as expressions. The limits of an optional are those of the value in it.
 *
 * @param own empty for a shape that has no limits
 * @param element the limit of {@code @Each}
 * @param key the limit of {@code @EachKey}; empty if there is none
 * @param reset whether one invalid part makes the whole value invalid, as with {@code invalid = RESET}
 */
record PartLimits(CodeBlock own, CodeBlock element, Optional<CodeBlock> key, boolean reset) {

    /** No limit on anything. */
    static PartLimits none(Shape shape) {
        return new PartLimits(
                noneOf(shape),
                Limitable.element(shape).map(PartLimits::noneOf).orElse(CodeBlock.of("")),
                Optional.empty(),
                false);
    }

    /** The limits of an element. The parts of an element have no limits. */
    PartLimits ofElement(Shape element) {
        PartLimits none = none(element);
        return new PartLimits(this.element, none.element, none.key, false);
    }

    private static CodeBlock noneOf(Shape shape) {
        return LimitCode.type(shape).map(LimitCode::none).orElse(CodeBlock.of(""));
    }
}
