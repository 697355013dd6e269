package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The limits of a shape as the runtime's values. */
final class LimitCode {

    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    /** No limit, for each of the runtime's classes of limits. */
    private static final Map<ClassName, CodeBlock> NONE = Stream.of(
                    RuntimeNames.WHOLE_LIMIT,
                    RuntimeNames.DECIMAL_LIMIT,
                    RuntimeNames.TEXT_LIMIT,
                    RuntimeNames.SIZE_LIMIT)
            .collect(Collectors.toMap(type -> type, type -> CodeBlock.of("$T.NONE", type)));

    private LimitCode() {}

    /** The runtime's class of limits for a shape: {@code WholeLimit} for an int; empty for a shape that cannot have limits. */
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
        if (type.equals(RuntimeNames.WHOLE_LIMIT)) {
            return limits.range().map(range -> whole(range.inWhole())).orElse(none(type));
        }
        if (type.equals(RuntimeNames.DECIMAL_LIMIT)) {
            return limits.range().map(LimitCode::decimal).orElse(none(type));
        }
        CodeBlock size = limits.size().map(found -> size(type, found)).orElse(none(type));
        return type.equals(RuntimeNames.TEXT_LIMIT) ? matching(size, limits.patterns()) : size;
    }

    /** Whether the limit allows everything: it is a {@code NONE}, or empty, as for a shape that cannot have limits. */
    static boolean isNone(CodeBlock limit) {
        // Each NONE is from none(), so that identity will do: to compare two blocks means to print both.
        return limit.isEmpty() || NONE.values().stream().anyMatch(none -> none == limit);
    }

    static CodeBlock none(ClassName type) {
        return Objects.requireNonNull(NONE.get(type));
    }

    // WholeLimit.between(0, 100).clamped()
    private static CodeBlock whole(Limits.Range range) {
        Optional<CodeBlock> min = range.min().map(Bound::number).flatMap(LimitCode::lowest);
        Optional<CodeBlock> max = range.max().map(Bound::number).flatMap(LimitCode::highest);
        return min.isEmpty() && max.isEmpty()
                ? none(RuntimeNames.WHOLE_LIMIT)
                : bounded(RuntimeNames.WHOLE_LIMIT, min, max, range.clamp()).build();
    }

    // DecimalLimit.between("0.0", "1.0").excludingMax()
    private static CodeBlock decimal(Limits.Range range) {
        Optional<CodeBlock> min = range.min().map(bound -> CodeBlock.of("$S", bound.number()));
        Optional<CodeBlock> max = range.max().map(bound -> CodeBlock.of("$S", bound.number()));
        if (min.isEmpty() && max.isEmpty()) {
            return none(RuntimeNames.DECIMAL_LIMIT);
        }
        CodeBlock.Builder code = bounded(RuntimeNames.DECIMAL_LIMIT, min, max, range.clamp());
        if (!range.min().map(Bound::inclusive).orElse(true)) {
            code.add(".excludingMin()");
        }
        if (!range.max().map(Bound::inclusive).orElse(true)) {
            code.add(".excludingMax()");
        }
        return code.build();
    }

    private static CodeBlock.Builder bounded(
            ClassName type, Optional<CodeBlock> min, Optional<CodeBlock> max, boolean clamp) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T", type);
        if (max.isEmpty()) {
            code.add(".atLeast($L)", min.orElseThrow());
        } else if (min.isEmpty()) {
            code.add(".atMost($L)", max.get());
        } else {
            code.add(".between($L, $L)", min.get(), max.get());
        }
        return clamp ? code.add(".clamped()") : code;
    }

    private static CodeBlock size(ClassName type, Limits.Size size) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.size($L, $L)", type, size.min(), most(size.max()));
        return (size.clamp() ? code.add(".clamped()") : code).build();
    }

    private static CodeBlock matching(CodeBlock size, List<Limits.Pattern> patterns) {
        if (patterns.isEmpty()) {
            return size;
        }
        CodeBlock.Builder code = size.toBuilder();
        for (Limits.Pattern pattern : patterns) {
            if (pattern.regex().equals(Limits.Pattern.NOT_BLANK)) {
                code.add(".notBlank()");
            } else {
                code.add(".matching($L)", JavaText.quoted(pattern.regex()));
            }
        }
        return code.build();
    }

    /** The bound as a long, unless every long is beyond it. */
    private static Optional<CodeBlock> lowest(BigDecimal bound) {
        return bound.compareTo(LONG_MIN) <= 0 ? Optional.empty() : Optional.of(literal(bound.min(LONG_MAX)));
    }

    private static Optional<CodeBlock> highest(BigDecimal bound) {
        return bound.compareTo(LONG_MAX) >= 0 ? Optional.empty() : Optional.of(literal(bound.max(LONG_MIN)));
    }

    private static CodeBlock literal(BigDecimal whole) {
        long bound = whole.longValueExact();
        return bound == (int) bound ? CodeBlock.of("$L", bound) : CodeBlock.of("$LL", bound);
    }

    private static CodeBlock most(int max) {
        return max == Integer.MAX_VALUE ? CodeBlock.of("$T.MAX_VALUE", Integer.class) : CodeBlock.of("$L", max);
    }
}
