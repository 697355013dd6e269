package dev.saveschema.json;

/** The bytes cannot be read on at some place. Unchecked, since it passes through generated code. */
public final class MalformedContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long offset;
    private final boolean refused;

    /** @param offset where the damage was noticed, in bytes from the start */
    public MalformedContentException(String message, long offset) {
        this(message, offset, false);
    }

    private MalformedContentException(String message, long offset, boolean refused) {
        // no stack trace: where in the program it was noticed says nothing about the file
        super(message, null, false, false);
        this.offset = offset;
        this.refused = refused;
    }

    /** It can be read, but the record's own constructor refused what was. */
    public static MalformedContentException refused(String message) {
        return new MalformedContentException(message, Long.MAX_VALUE, true);
    }

    /** Whether there is no damage, but the record's own constructor refused what was read. */
    public boolean isRefusal() {
        return refused;
    }

    /** Where the damage was noticed, in bytes from the start. */
    public long offset() {
        return offset;
    }
}
