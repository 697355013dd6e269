package dev.saveschema.processor.model;

import java.util.Optional;

/** Which limits mean something on which type; an optional has those of its value. */
public final class Limitable {

    private Limitable() {}

    public static boolean byRange(Shape shape) {
        return isWhole(shape) || byDecimalRange(shape);
    }

    public static boolean byDecimalRange(Shape shape) {
        return inner(shape) instanceof Shape.Decimal;
    }

    public static boolean bySize(Shape shape) {
        Shape value = inner(shape);
        return value instanceof Shape.Text || value instanceof Shape.Sequence || value instanceof Shape.Mapping;
    }

    public static boolean byPattern(Shape shape) {
        return inner(shape) instanceof Shape.Text;
    }

    /** Whether what is limited is a whole number. */
    public static boolean isWhole(Shape shape) {
        return inner(shape) instanceof Shape.Whole;
    }

    /** What each element or value of a collection or map is. */
    public static Optional<Shape> element(Shape shape) {
        Shape value = inner(shape);
        if (value instanceof Shape.Sequence sequence) {
            return Optional.of(sequence.element());
        }
        return value instanceof Shape.Mapping mapping ? Optional.of(mapping.value()) : Optional.empty();
    }

    /** What each key of a map is. */
    public static Optional<Shape> key(Shape shape) {
        return inner(shape) instanceof Shape.Mapping mapping ? Optional.of(mapping.key()) : Optional.empty();
    }

    /** The shape that limits speak of. */
    public static Shape inner(Shape shape) {
        return shape instanceof Shape.OptionalOf optional ? optional.of() : shape;
    }
}
