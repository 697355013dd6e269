package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.Optional;

/**
 * A {@code @Migration} method whose signature is right.
 *
 * @param owner the class that declares the method
 * @param part the part that the method is for; empty for the document, or a component of it
 * @param asksForOriginal whether the method takes the file's original version as well
 * @param isCompatible whether the annotation says that older programs can read the result
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
     * @param type the record or sealed interface of the sources; empty if the step leads to a version that only the history knows
     * @param name the part's name in the version that the step starts from; empty if the annotation does not tell it
     */
    public record Part(Optional<ClassRef> type, Optional<String> name) {

        /** The part's name in a message. */
        public String called() {
            return type.map(ClassRef::simpleName).or(() -> name).orElseThrow(() -> new AssertionError(this));
        }
    }

    /** Whether the method is for the whole document. */
    public boolean isWhole() {
        return part.isEmpty() && !(form instanceof Form.Conversion);
    }

    /** The parameter and the result of the method. */
    public sealed interface Form {

        /** {@code static void m(ObjectNode)}: the whole document or part. */
        record Tree() implements Form {}

        /**
         * {@code static ProgressV2 m(ProgressV1)}: the whole document or part, as records.
         *
         * @param from the generated record of the older version, or a part nested in it
         * @param to the generated record of the newer version, the sources' record, or a part of them
         */
        record Typed(ClassRef from, ClassRef to) implements Form {}

        /**
         * {@code static New m(Old)}: one component.
         *
         * @param component the component's name in Java; for a removed component, its name in the file
         */
        record Conversion(String component, Shape from, Shape to) implements Form {}
    }
}
