package dev.saveschema.json;

/**
 * Something in a document that is not JSON, such as {@code NaN}. Its beginning and end are clear, so that the rest can be read.
 *
 * @param offset the place where it begins, in bytes from the start of the document
 * @param problem the problem as a phrase: {@code NaN is no JSON value}
 */
public record Defect(Cost cost, int offset, String problem) {

    /** The loss that a defect causes. */
    public enum Cost {
        /** Nothing is lost: the meaning is beyond doubt, as with a comma too many. */
        NOTHING,
        /** The value or the member is lost. A person or another language has spelled it in a way that JSON does not have. */
        VALUE,
        /**
         * The value is lost. It contains something that nobody writes, such as a control character, so that the disk or a transfer
         * is suspected.
         */
        DAMAGED_VALUE
    }

    /**
     * Is told of defects outside of the values that are read: between values or in a name. Also of those that leave their value
     * whole.
     */
    public interface Listener {

        /** @param used the treatment of the defect, as a phrase: {@code left out} */
        void met(Defect defect, String used);

        /**
         * Is told that the document ends at the current place, before its real end. This happens at most once, and only when
         * salvaging.
         */
        default void ended() {}
    }
}
