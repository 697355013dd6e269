package dev.saveschema.processor.history.file;

/** A file in the history does not have the text with which it was written. */
final class EditedException extends Exception {

    private static final long serialVersionUID = 1;

    EditedException() {
        super("edited");
    }
}
