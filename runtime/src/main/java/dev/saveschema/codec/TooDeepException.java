package dev.saveschema.codec;

/** Says that records are nested deeper in a value than a load reads. */
public final class TooDeepException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    TooDeepException(String message) {
        super(message);
    }
}
