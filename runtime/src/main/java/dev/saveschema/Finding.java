package dev.saveschema;

import java.nio.file.Path;

/**
 * One file that was looked at while loading. Prints as one line.
 *
 * @param detail one line: why it is in this state; empty where there is nothing to explain
 * @param isRefused whether it is {@link State#INVALID} though it is not damaged: its reader does not take what it says
 */
public record Finding(Path path, State state, String detail, boolean isRefused) {

    /** One that nobody refuses. */
    public Finding(Path path, State state, String detail) {
        this(path, state, detail, false);
    }

    /** What a file turned out to be. */
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
        return path + ": " + state + (detail.isEmpty() ? "" : ", " + detail);
    }
}
