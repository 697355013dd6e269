package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.ScalarKind;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.literal.Literal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A literal as a Java expression of its shape's type. */
final class LiteralCode {

    private final SharedConstants constants;

    /** @param constants the constants that hold the codecs; a codec may have to read a default */
    LiteralCode(SharedConstants constants) {
        this.constants = constants;
    }

    CodeBlock of(Literal literal, Shape shape) {
        if (shape instanceof Shape.OptionalOf optional) {
            return literal instanceof Literal.Absent
                    ? CodeBlock.of("$T.empty()", ShapeTypeName.optional(optional))
                    : CodeBlock.of("$T.of($L)", ShapeTypeName.optional(optional), of(literal, optional.of()));
        }
        if (literal instanceof Literal.Flag flag) {
            return CodeBlock.of("$L", flag.value());
        }
        if (literal instanceof Literal.Number number) {
            return number(number, shape);
        }
        if (literal instanceof Literal.Text text) {
            return shape instanceof Shape.Letter
                    ? JavaText.quoted(text.value().charAt(0))
                    : JavaText.quoted(text.value());
        }
        if (literal instanceof Literal.Constant constant) {
            ClassRef type = ((Shape.Enumeration) shape).type();
            return CodeBlock.of(
                    "$L.$L", ShapeTypeName.qualifier(type), constant.constant().name());
        }
        if (literal instanceof Literal.Scalar scalar) {
            return scalar(scalar.kind(), JavaText.quoted(scalar.text()));
        }
        if (literal instanceof Literal.OfAlternative of) {
            return CodeBlock.of(
                    "new $T($L)",
                    ShapeTypeName.of(of.alternative().type()),
                    of(of.value(), of.alternative().component().shape()));
        }
        if (literal instanceof Literal.Tree tree && shape instanceof Shape.Custom custom) {
            return CodeBlock.of(
                    "$T.read($N, $L)", RuntimeNames.JSON_VALUE, constants.of(custom), JavaText.quoted(tree.text()));
        }
        if (literal instanceof Literal.Tree tree) {
            return CodeBlock.of("$T.of($L)", RuntimeNames.JSON_VALUE, JavaText.quoted(tree.text()));
        }
        if (literal instanceof Literal.Elements elements) {
            return elements(elements, (Shape.Sequence) shape);
        }
        if (literal instanceof Literal.Entries entries) {
            return entries(entries, (Shape.Mapping) shape);
        }
        throw new AssertionError(literal);
    }

    private static CodeBlock scalar(ScalarKind kind, CodeBlock text) {
        return switch (kind) {
            // the JDK's parsers of these set up more than a whole load takes
            case INSTANT, LOCAL_DATE, DURATION -> CodeBlock.of("$L.of($L)", RuntimeNames.scalar(kind), text);
            case UUID -> CodeBlock.of("$T.fromString($L)", kind.type(), text);
            case URI -> CodeBlock.of("$T.create($L)", kind.type(), text);
            case LOCALE -> CodeBlock.of("$T.forLanguageTag($L)", kind.type(), text);
            case ZONE_ID -> CodeBlock.of("$T.of($L)", kind.type(), text);
            case LOCAL_TIME, LOCAL_DATE_TIME, OFFSET_DATE_TIME, ZONED_DATE_TIME, PERIOD, YEAR, YEAR_MONTH ->
                CodeBlock.of("$T.parse($L)", kind.type(), text);
        };
    }

    private static CodeBlock number(Literal.Number number, Shape shape) {
        if (shape instanceof Shape.Whole whole) {
            BigInteger exact = number.value().toBigIntegerExact();
            return switch (whole.width()) {
                case BYTE -> CodeBlock.of("(byte) $L", exact);
                case SHORT -> CodeBlock.of("(short) $L", exact);
                case INT -> CodeBlock.of("$L", exact);
                case LONG -> CodeBlock.of("$LL", exact);
                case BIG -> CodeBlock.of("new $T($S)", BigInteger.class, exact.toString());
            };
        }
        if (shape instanceof Shape.Decimal decimal) {
            return switch (decimal.precision()) {
                case FLOAT -> CodeBlock.of("$Lf", number.floatValue());
                case DOUBLE -> CodeBlock.of("$L", number.doubleValue());
                case BIG ->
                    CodeBlock.of("new $T($S)", BigDecimal.class, number.value().toString());
            };
        }
        throw new AssertionError(shape);
    }

    private CodeBlock elements(Literal.Elements elements, Shape.Sequence shape) {
        return CollectionCode.of(
                shape,
                elements.values().stream()
                        .map(value -> of(value, shape.element()))
                        .toList());
    }

    private CodeBlock entries(Literal.Entries entries, Shape.Mapping shape) {
        List<CodeBlock> values = entries.values().stream()
                .map(entry -> CodeBlock.of(
                        "$T.entry($L, $L)", Map.class, of(entry.key(), shape.key()), of(entry.value(), shape.value())))
                .toList();
        return CollectionCode.of(shape, values);
    }
}
