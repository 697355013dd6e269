package dev.saveschema.processor.model.literal;

import dev.saveschema.processor.model.ScalarKind;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Shape.Choice;
import dev.saveschema.processor.model.Shape.Enumeration;
import dev.saveschema.processor.model.Shape.Mapping;
import dev.saveschema.processor.model.Shape.Nested;
import dev.saveschema.processor.model.Shape.OptionalOf;
import dev.saveschema.processor.model.Shape.Scalar;
import dev.saveschema.processor.model.Shape.Sequence;

/**
 * Reads the text of a {@code @Default} as a value of its component's type: text for text, a literal for numbers and booleans,
 * a constant's name in Java for enums, a record's name in the file for sealed interfaces, the ISO form for dates and times, JSON
 * for collections, maps and {@code JsonNode}, and JSON or text for a sealed interface for several JSON types.
 *
 * <p>A default is read as strictly as a file, and more so in one thing: {@code 5.0} is no whole number here.
 */
public final class Literals {

    private Literals() {}

    /**
     * The value that a text stands for.
     *
     * @throws LiteralException if it stands for none
     */
    public static Literal parse(Shape shape, String text) throws LiteralException {
        if (shape instanceof OptionalOf optional) {
            return parse(optional.of(), text);
        }
        if (shape instanceof Sequence || shape instanceof Mapping || shape instanceof Shape.Anything) {
            return new JsonLiterals(text).parse(shape);
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return new JsonLiterals(text).oneOf(oneOf);
        }
        if (shape instanceof Shape.Custom custom && !custom.forms().isEmpty()) {
            return new JsonLiterals(text).custom(custom);
        }
        return shape instanceof Choice choice ? subtype(choice, text) : single(shape, text);
    }

    /** A value that is one text or one number. */
    static Literal single(Shape shape, String text) throws LiteralException {
        if (shape instanceof Shape.Flag) {
            return flag(text);
        }
        if (shape instanceof Shape.Whole whole) {
            return NumberLiterals.whole(whole.width(), text);
        }
        if (shape instanceof Shape.Decimal decimal) {
            return NumberLiterals.decimal(decimal.precision(), text);
        }
        if (shape instanceof Shape.Letter) {
            return letter(text);
        }
        if (shape instanceof Shape.Text) {
            return new Literal.Text(text);
        }
        if (shape instanceof Enumeration enumeration) {
            return constant(enumeration, text);
        }
        if (shape instanceof Scalar scalar) {
            return scalar(scalar.kind(), text);
        }
        if (shape instanceof Choice choice) {
            throw new LiteralException("a value of the sealed interface %s cannot be written as text"
                    .formatted(choice.type().simpleName()));
        }
        if (shape instanceof Shape.Custom custom) {
            throw new LiteralException("what %s reads cannot be written as text"
                    .formatted(custom.codec().simpleName()));
        }
        if (shape instanceof Nested nested) {
            throw new LiteralException("a value of the record %s cannot be written as text"
                    .formatted(nested.type().simpleName()));
        }
        throw new AssertionError(shape);
    }

    private static Literal flag(String text) throws LiteralException {
        return switch (text) {
            case "true" -> new Literal.Flag(true);
            case "false" -> new Literal.Flag(false);
            default -> throw new LiteralException("\"%s\" is neither true nor false".formatted(text));
        };
    }

    private static Literal letter(String text) throws LiteralException {
        if (text.length() != 1) {
            throw new LiteralException("\"%s\" is %d characters long, not 1".formatted(text, text.length()));
        }
        return new Literal.Text(text);
    }

    private static Literal constant(Enumeration type, String text) throws LiteralException {
        return type.constants().stream()
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .map(Literal.Constant::new)
                .orElseThrow(() -> UnknownNameException.constant(text, type));
    }

    private static Literal subtype(Choice type, String text) throws LiteralException {
        return type.subtypes().stream()
                .filter(subtype -> subtype.jsonName().equals(text))
                .findFirst()
                .map(Literal.OfSubtype::new)
                .orElseThrow(() -> UnknownNameException.subtype(text, type));
    }

    private static Literal scalar(ScalarKind kind, String text) throws LiteralException {
        try {
            kind.parse(text);
        } catch (RuntimeException e) {
            String type = kind.type().getSimpleName();
            throw new LiteralException("\"%s\" is not %s %s such as %s"
                    .formatted(text, "AEIO".indexOf(type.charAt(0)) >= 0 ? "an" : "a", type, kind.sample()));
        }
        return new Literal.Scalar(kind, text);
    }
}
