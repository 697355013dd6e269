package dev.saveschema.processor.model;

import java.util.Optional;

/** Knows which limits apply to which type. The limits of an optional are those of its value. */
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

    /** Whether the limited value is a whole number. */
    public static boolean isWhole(Shape shape) {
        return inner(shape) instanceof Shape.Whole;
    }

    /** The shape of the elements of a collection or of the values of a map; empty for other shapes. */
    public static Optional<Shape> element(Shape shape) {
        Shape value = inner(shape);
        if (value instanceof Shape.Sequence sequence) {
            return Optional.of(sequence.element());
        }
        return value instanceof Shape.Mapping mapping ? Optional.of(mapping.value()) : Optional.empty();
    }

    /** The shape of the keys of a map; empty for other shapes. */
    public static Optional<Shape> key(Shape shape) {
        return inner(shape) instanceof Shape.Mapping mapping ? Optional.of(mapping.key()) : Optional.empty();
    }

    /** The shape that limits apply to: for an optional, the shape of its value. */
    public static Shape inner(Shape shape) {
        return shape instanceof Shape.OptionalOf optional ? optional.of() : shape;
    }
}
