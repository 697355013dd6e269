package dev.saveschema.processor.model.literal;

/** A text that is not a value of a shape; the message says why, as the end of a sentence. */
public class LiteralException extends Exception {

    private static final long serialVersionUID = 1;

    LiteralException(String message) {
        super(message);
    }

    /** The text that was found, and why it is not a value. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
