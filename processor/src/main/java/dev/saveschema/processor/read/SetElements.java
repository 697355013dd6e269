package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Shape;

/** What may be in a set. */
final class SetElements {

    private SetElements() {}

    /** Whether values have a natural order that is the JDK's: a developer's own could throw while a file is read. */
    static boolean isOrdered(Shape shape) {
        return shape instanceof Shape.Flag
                || shape instanceof Shape.Whole
                || shape instanceof Shape.Decimal
                || shape instanceof Shape.Letter
                || shape instanceof Shape.Text
                || shape instanceof Shape.Enumeration
                || shape instanceof Shape.Scalar scalar && scalar.kind().isComparable();
    }

    /** Whether a value is equal to another only if it is the same. */
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
