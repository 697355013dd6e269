package dev.saveschema.processor.model;

/** A text that names no constant of an enum. */
public final class UnknownConstantException extends LiteralException {

    private static final long serialVersionUID = 1;

    private final String found;
    private final transient Shape.Enumeration type;

    UnknownConstantException(String found, Shape.Enumeration type) {
        super("\"%s\" is not a constant of %s".formatted(found, type.type().simpleName()));
        this.found = found;
        this.type = type;
    }

    /** The text. */
    public String found() {
        return found;
    }

    /** The enum. */
    public Shape.Enumeration type() {
        return type;
    }
}
