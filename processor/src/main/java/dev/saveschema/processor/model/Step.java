package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.Optional;

/**
 * A {@code @Migration} method whose signature is right.
 *
 * @param owner the class that declares it
 * @param part what it is for; empty for the document, or a component of it
 * @param asksForOriginal whether it takes the file's original version as well
 * @param isCompatible whether it says that older programs can deal with what it leads to
 */
public record Step(
        ClassRef owner,
        String method,
        int from,
        int to,
        Form form,
        Optional<Part> part,
        boolean asksForOriginal,
        boolean isCompatible,
        Origin origin) {

    /**
     * A part of the document, wherever it stands.
     *
     * @param type the record or sealed interface that it is today; empty if only its name is known
     * @param name its name in the version that the step starts from; empty if only its type is known
     */
    public record Part(Optional<ClassRef> type, Optional<String> name) {

        /** As a message calls it. */
        public String called() {
            return type.map(ClassRef::simpleName).or(() -> name).orElseThrow(() -> new AssertionError(this));
        }
    }

    /** Whether it is for the whole document. */
    public boolean isWhole() {
        return part.isEmpty() && !(form instanceof Form.Conversion);
    }

    /** What the method takes and gives. */
    public sealed interface Form {

        /** {@code static void m(ObjectNode)}: the whole document or part. */
        record Tree() implements Form {}

        /**
         * {@code static ProgressV2 m(ProgressV1)}: the whole document or part, as records.
         *
         * @param from the generated record of the older version, or one within it
         * @param to that of the newer one, or of the sources
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
