package dev.saveschema;

/**
 * One copy of the save that was looked at while loading. Prints as one line.
 *
 * @param detail one line: why it is in this state; empty where there is nothing to explain
 * @param isRefused whether it is {@link State#INVALID} though it is not damaged: the document is whole, and the reader rejects what it
 *     says
 */
public record Finding(Copy copy, State state, String detail, boolean isRefused) {

    /** A finding about a copy that its reader did not refuse. */
    public Finding(Copy copy, State state, String detail) {
        this(copy, state, detail, false);
    }

    /** What a copy turned out to be. */
    public enum State {
        MISSING,
        /** Its seal holds and its content reads. */
        SEALED,
        /** It reads, but its seal is absent or broken. */
        EDITED,
        /** It is damaged, or refused. */
        INVALID,
        /** Its seal is of a newer format. */
        NEWER,
        /** The disk did not give it back. */
        UNREADABLE
    }

    @Override
    public String toString() {
        return copy + ": " + state + (detail.isEmpty() ? "" : ", " + detail);
    }
}
