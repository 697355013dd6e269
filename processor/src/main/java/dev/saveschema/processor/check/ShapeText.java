package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Shape;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types in the words of a message. */
final class ShapeText {

    private ShapeText() {}

    /** {@code an int}, {@code text}, {@code the enum Difficulty}. */
    static String of(Shape shape) {
        if (shape instanceof Shape.Flag) {
            return "a boolean";
        }
        if (shape instanceof Shape.Letter) {
            return "a char";
        }
        if (shape instanceof Shape.Text) {
            return "text";
        }
        if (shape instanceof Shape.Enumeration enumeration) {
            return "the enum " + enumeration.type().simpleName();
        }
        if (shape instanceof Shape.Nested nested) {
            return "the record " + type(nested);
        }
        if (shape instanceof Shape.Choice choice) {
            return "the sealed interface " + type(choice);
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return "the sealed interface " + type(oneOf);
        }
        String type = type(shape);
        return ("AEIOaeiou".indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
    }

    /** The type as it is written in a source: {@code List<Integer>}. */
    static String type(Shape shape) {
        if (shape instanceof Shape.Flag flag) {
            return flag.boxed() ? "Boolean" : "boolean";
        }
        if (shape instanceof Shape.Letter letter) {
            return letter.boxed() ? "Character" : "char";
        }
        if (shape instanceof Shape.Whole whole) {
            return whole(whole);
        }
        if (shape instanceof Shape.Decimal decimal) {
            return decimal(decimal);
        }
        if (shape instanceof Shape.Text) {
            return "String";
        }
        if (shape instanceof Shape.Enumeration enumeration) {
            return enumeration.type().simpleName();
        }
        if (shape instanceof Shape.Nested nested) {
            String name = nested.type().simpleName();
            return nested.arguments().isEmpty()
                    ? name
                    : nested.arguments().stream()
                            .map(ShapeText::type)
                            .collect(Collectors.joining(", ", name + "<", ">"));
        }
        if (shape instanceof Shape.Choice choice) {
            return choice.type().simpleName();
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return oneOf.type().simpleName();
        }
        if (shape instanceof Shape.Scalar scalar) {
            return scalar.kind().type().getSimpleName();
        }
        if (shape instanceof Shape.Custom custom) {
            return custom.type().simpleName() + "[]".repeat(custom.dimensions());
        }
        if (shape instanceof Shape.Anything) {
            return "JsonNode";
        }
        if (shape instanceof Shape.OptionalOf optional) {
            String of = type(optional.of());
            boolean primitive = Character.isLowerCase(of.charAt(0));
            return primitive
                    ? "Optional" + Character.toUpperCase(of.charAt(0)) + of.substring(1)
                    : "Optional<" + of + ">";
        }
        if (shape instanceof Shape.Sequence sequence) {
            String element = type(sequence.element());
            return switch (sequence.kind()) {
                case LIST -> "List<" + element + ">";
                case SET -> "Set<" + element + ">";
                case SORTED_SET -> "SortedSet<" + element + ">";
                case DEQUE -> "Deque<" + element + ">";
                case ARRAY -> element + "[]";
            };
        }
        if (shape instanceof Shape.Mapping mapping) {
            return "Map<" + type(mapping.key()) + ", " + type(mapping.value()) + ">";
        }
        throw new AssertionError(shape);
    }

    private static String whole(Shape.Whole whole) {
        return switch (whole.width()) {
            case BIG -> "BigInteger";
            case INT -> whole.boxed() ? "Integer" : "int";
            case BYTE, SHORT, LONG -> named(whole.width().name(), whole.boxed());
        };
    }

    private static String decimal(Shape.Decimal decimal) {
        return switch (decimal.precision()) {
            case BIG -> "BigDecimal";
            case FLOAT, DOUBLE -> named(decimal.precision().name(), decimal.boxed());
        };
    }

    private static String named(String name, boolean boxed) {
        String lower = name.toLowerCase(Locale.ROOT);
        return boxed ? name.charAt(0) + lower.substring(1) : lower;
    }
}
