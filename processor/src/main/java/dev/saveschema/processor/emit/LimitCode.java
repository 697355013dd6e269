package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Shape;
import java.util.Optional;

/** The limits of a shape as the runtime's values. */
final class LimitCode {

    private LimitCode() {}

    /** Which class of the runtime's limits a shape; empty for one that has no limits. */
    static Optional<ClassName> type(Shape shape) {
        if (shape instanceof Shape.OptionalOf optional) {
            return type(optional.of());
        }
        if (shape instanceof Shape.Whole) {
            return Optional.of(RuntimeNames.WHOLE_LIMIT);
        }
        if (shape instanceof Shape.Decimal) {
            return Optional.of(RuntimeNames.DECIMAL_LIMIT);
        }
        if (shape instanceof Shape.Text) {
            return Optional.of(RuntimeNames.TEXT_LIMIT);
        }
        if (shape instanceof Shape.Sequence || shape instanceof Shape.Mapping) {
            return Optional.of(RuntimeNames.SIZE_LIMIT);
        }
        return Optional.empty();
    }

    /** The limit as an expression; {@code NONE} where nothing is declared. */
    static CodeBlock code(ClassName type, Limits limits) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T", type);
        boolean clamp = false;
        if (type.equals(RuntimeNames.WHOLE_LIMIT) || type.equals(RuntimeNames.DECIMAL_LIMIT)) {
            if (limits.range().isEmpty()) {
                return code.add(".NONE").build();
            }
            code.add(bounds(limits.range().get(), type.equals(RuntimeNames.WHOLE_LIMIT)));
            clamp = limits.range().get().clamp();
        } else if (limits.size().isPresent()) {
            Limits.Size size = limits.size().get();
            code.add(".size($L, $L)", size.min(), most(size.max()));
            clamp = size.clamp();
        } else {
            code.add(".NONE");
        }
        if (clamp) {
            code.add(".clamped()");
        }
        if (type.equals(RuntimeNames.TEXT_LIMIT)) {
            limits.pattern().ifPresent(pattern -> code.add(".matching($L)", JavaText.quoted(pattern.regex())));
        }
        return code.build();
    }

    private static CodeBlock bounds(Limits.Range range, boolean whole) {
        CodeBlock min = bound(range.min(), whole);
        CodeBlock max = bound(range.max(), whole);
        if (range.max() == Long.MAX_VALUE) {
            return CodeBlock.of(".atLeast($L)", min);
        }
        return range.min() == Long.MIN_VALUE
                ? CodeBlock.of(".atMost($L)", max)
                : CodeBlock.of(".between($L, $L)", min, max);
    }

    private static CodeBlock bound(long bound, boolean whole) {
        if (!whole) {
            return CodeBlock.of("$S", Long.toString(bound));
        }
        return bound == (int) bound ? CodeBlock.of("$L", bound) : CodeBlock.of("$LL", bound);
    }

    private static CodeBlock most(int max) {
        return max == Integer.MAX_VALUE ? CodeBlock.of("$T.MAX_VALUE", Integer.class) : CodeBlock.of("$L", max);
    }
}
