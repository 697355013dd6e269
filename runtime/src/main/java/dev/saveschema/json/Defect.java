package dev.saveschema.json;

/**
 * Something in a document that JSON does not have, where it is clear what belongs to it and what does not, so that the rest can be
 * read.
 *
 * @param offset where it begins, in bytes from the start
 * @param problem what is wrong, as a phrase: {@code NaN is no JSON value}
 */
public record Defect(Cost cost, int offset, String problem) {

    /** What a defect costs. */
    public enum Cost {
        /** Nothing: what is meant is beyond doubt. */
        NOTHING,
        /** The value, or the member, which somebody spelled otherwise than JSON does: another language, or a person. */
        VALUE,
        /** The value, in which there is something that nobody writes, so that the disk or a transfer is to be suspected. */
        DAMAGED_VALUE
    }

    /** Is told of a defect that is in no value that is read: between values, in a name, or one that leaves its value whole. */
    public interface Listener {

        /** @param used what is made of it, as a phrase: {@code left out} */
        void met(Defect defect, String used);

        /** Is told, once and only when salvaging, that the document ends at the current place, before its end. */
        default void ended() {}
    }
}
