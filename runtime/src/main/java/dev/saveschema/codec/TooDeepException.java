package dev.saveschema.codec;

/** A value has records in records, deeper than a load reads. */
final class TooDeepException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    TooDeepException(String message) {
        super(message);
    }
}
