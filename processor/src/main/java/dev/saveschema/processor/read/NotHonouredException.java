package dev.saveschema.processor.read;

/** A constraint that is not taken for a limit; the message says why, as a sentence. */
final class NotHonouredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NotHonouredException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
