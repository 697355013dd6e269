package dev.saveschema.storage;

/** Says why bytes are not a document. Not an I/O failure: the bytes were read, and mean nothing. */
public final class UnusableContentException extends Exception {

    private static final long serialVersionUID = 1L;

    /** One line that names the place in the file and what was found there. */
    public UnusableContentException(String message) {
        super(message);
    }
}
