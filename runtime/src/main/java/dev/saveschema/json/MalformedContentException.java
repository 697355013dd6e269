package dev.saveschema.json;

/** Says that a document cannot be read on at some place. The exception is unchecked, since it passes through generated code. */
public final class MalformedContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long offset;
    private final boolean refused;

    /** @param offset the place where the damage was noticed, in bytes from the start */
    public MalformedContentException(String message, long offset) {
        this(message, offset, false);
    }

    private MalformedContentException(String message, long offset, boolean refused) {
        // without a stack trace: the place in the program says nothing about the file
        super(message, null, false, false);
        this.offset = offset;
        this.refused = refused;
    }

    /** The exception for a document that can be read, whose values the record's own constructor refuses. */
    public static MalformedContentException refused(String message) {
        return new MalformedContentException(message, Long.MAX_VALUE, true);
    }

    /** Whether there is no damage, but the record's own constructor refused what was read. */
    public boolean isRefusal() {
        return refused;
    }

    /** The place where the damage was noticed, in bytes from the start. */
    public long offset() {
        return offset;
    }
}
