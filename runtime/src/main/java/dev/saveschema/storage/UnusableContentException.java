package dev.saveschema.storage;

/** Says why bytes are not a document. Not an I/O failure: the bytes were read, and mean nothing. */
public final class UnusableContentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refusal;

    /** One line that names the place in the file and what was found there. */
    public UnusableContentException(String message) {
        this(message, false);
    }

    /** @param isRefusal whether the bytes are a whole document, and what it says is not taken */
    public UnusableContentException(String message, boolean isRefusal) {
        super(message);
        this.refusal = isRefusal;
    }

    /** Whether the bytes are a whole document, and what it says is not taken. */
    public boolean isRefusal() {
        return refusal;
    }
}
