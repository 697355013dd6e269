package dev.saveschema.processor.read;

/** Says that a constraint cannot be translated into limits. The message gives the reason as a sentence. */
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
