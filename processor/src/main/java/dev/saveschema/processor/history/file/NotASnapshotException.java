package dev.saveschema.processor.history.file;

/** A file in the history that does not say what a version looked like; the message says what is amiss. */
final class NotASnapshotException extends Exception {

    private static final long serialVersionUID = 1;

    NotASnapshotException(String message) {
        super(message);
    }

    /** What is amiss, as the end of a sentence. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
