package dev.saveschema.storage;

/** Says why bytes are not a document. Not an I/O failure: the bytes were read, and mean nothing. */
public final class UnusableContentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refusal;

    /** One line that names the place in the file and what was found there. */
    public UnusableContentException(String message) {
        this(message, false);
    }

    /** @param isRefusal whether the document is whole, and the reader rejects what it says */
    public UnusableContentException(String message, boolean isRefusal) {
        super(message);
        this.refusal = isRefusal;
    }

    /** Whether the document is whole, and the reader rejects what it says. */
    public boolean isRefusal() {
        return refusal;
    }
}
