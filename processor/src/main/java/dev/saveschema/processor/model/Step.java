package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/**
 * A {@code @Migration} method whose signature is right.
 *
 * @param owner the class that declares it
 */
public record Step(ClassRef owner, String method, int from, int to, Form form, Origin origin) {

    /** What the method takes and gives. */
    public sealed interface Form {

        /** {@code static void m(ObjectNode)}: the whole document. */
        record Tree() implements Form {}

        /**
         * {@code static ProgressV2 m(ProgressV1)}: the whole document, as records.
         *
         * @param from the generated record of the older version
         * @param to that of the newer one, or the annotated record
         */
        record Typed(ClassRef from, ClassRef to) implements Form {}

        /**
         * {@code static New m(Old)}: one component.
         *
         * @param component its name in Java, or the name in the file of a removed one
         */
        record Conversion(String component, Shape from, Shape to) implements Form {}
    }
}
