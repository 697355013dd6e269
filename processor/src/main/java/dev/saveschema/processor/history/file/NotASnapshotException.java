package dev.saveschema.processor.history.file;

/** Says that a file in the history is no snapshot of a version. The message names the defect. */
final class NotASnapshotException extends Exception {

    private static final long serialVersionUID = 1;

    NotASnapshotException(String message) {
        super(message);
    }

    /** The defect, as the end of a sentence: {@code it is not JSON}. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
