package dev.saveschema.processor.history.file;

/** Says that the text of a file in the history was changed after it was written. */
final class EditedException extends Exception {

    private static final long serialVersionUID = 1;

    EditedException() {
        super("edited");
    }
}
