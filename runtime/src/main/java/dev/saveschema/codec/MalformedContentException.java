package dev.saveschema.codec;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** The bytes cannot be read on at some place. Unchecked, since it passes through generated code. */
public final class MalformedContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long offset;
    private final boolean refused;

    MalformedContentException(String message, long offset) {
        this(message, offset, false);
    }

    private MalformedContentException(String message, long offset, boolean refused) {
        // no stack trace: where in the program it was noticed says nothing about the file
        super(message, null, false, false);
        this.offset = offset;
        this.refused = refused;
    }

    /** It can be read, but the record's own constructor refused what was. */
    static MalformedContentException refused(String message) {
        return new MalformedContentException(message, Long.MAX_VALUE, true);
    }

    static MalformedContentException of(JacksonException cause) {
        TokenStreamLocation at = cause.getLocation();
        // the parser goes on with where the object began, as a line of its own form
        String message = Excerpt.oneLine(cause.getOriginalMessage().replaceAll("(?s) \\(start marker at .*", ""));
        return at == null || at.getByteOffset() < 0
                ? new MalformedContentException(message, Long.MAX_VALUE)
                : new MalformedContentException(
                        "line %d, column %d (byte %d): %s"
                                .formatted(at.getLineNr(), at.getColumnNr(), at.getByteOffset(), message),
                        at.getByteOffset());
    }

    /** Whether there is no damage, but the record's own constructor refused what was read. */
    public boolean isRefusal() {
        return refused;
    }

    /** Where the damage was noticed, in bytes from the start. */
    long offset() {
        return offset;
    }
}
