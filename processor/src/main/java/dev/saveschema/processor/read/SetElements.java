package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Shape;

/** Decides which values a set may hold. */
final class SetElements {

    private SetElements() {}

    /** Whether values have a natural order that the JDK defines. A developer's own order could throw while a file is read. */
    static boolean isOrdered(Shape shape) {
        return shape instanceof Shape.Flag
                || shape instanceof Shape.Whole
                || shape instanceof Shape.Decimal
                || shape instanceof Shape.Letter
                || shape instanceof Shape.Text
                || shape instanceof Shape.Enumeration
                || shape instanceof Shape.Scalar scalar && scalar.kind().isComparable();
    }

    /** Whether a value is or contains an array, which is equal only to itself. */
    static boolean holdsArray(Shape shape) {
        if (shape instanceof Shape.Sequence sequence) {
            return sequence.kind() == Shape.Sequence.Kind.ARRAY || holdsArray(sequence.element());
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return oneOf.parts().stream().anyMatch(SetElements::holdsArray);
        }
        return shape instanceof Shape.Mapping mapping && holdsArray(mapping.value());
    }
}
