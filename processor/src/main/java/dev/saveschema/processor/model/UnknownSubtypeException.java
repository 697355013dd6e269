package dev.saveschema.processor.model;

/** A text that names no record of a sealed interface. */
public final class UnknownSubtypeException extends LiteralException {

    private static final long serialVersionUID = 1;

    private final String found;
    private final transient Shape.Choice type;

    UnknownSubtypeException(String found, Shape.Choice type) {
        super("\"%s\" is not a subtype of %s".formatted(found, type.type().simpleName()));
        this.found = found;
        this.type = type;
    }

    /** The text. */
    public String found() {
        return found;
    }

    /** The sealed interface. */
    public Shape.Choice type() {
        return type;
    }
}
