package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Shape;

/** Which limits mean something on which type; an optional has those of its value. */
final class Limitable {

    private Limitable() {}

    static boolean byRange(Shape shape) {
        Shape value = inner(shape);
        return value instanceof Shape.Whole || value instanceof Shape.Decimal;
    }

    static boolean bySize(Shape shape) {
        Shape value = inner(shape);
        return value instanceof Shape.Text || value instanceof Shape.Sequence || value instanceof Shape.Mapping;
    }

    static boolean byPattern(Shape shape) {
        return inner(shape) instanceof Shape.Text;
    }

    private static Shape inner(Shape shape) {
        return shape instanceof Shape.OptionalOf optional ? optional.of() : shape;
    }
}
