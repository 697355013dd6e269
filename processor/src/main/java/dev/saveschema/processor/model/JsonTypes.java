package dev.saveschema.processor.model;

import java.util.Optional;

/** By what type of JSON a value is known. */
public final class JsonTypes {

    private JsonTypes() {}

    /**
     * Empty if it may be of several: what may be null, any JSON, what is one of several itself, and what a codec writes, unless it has
     * one form. */
    public static Optional<JsonType> of(Shape shape) {
        if (shape instanceof Shape.Flag) {
            return Optional.of(JsonType.FLAG);
        }
        if (shape instanceof Shape.Whole || shape instanceof Shape.Decimal) {
            return Optional.of(JsonType.NUMBER);
        }
        if (shape instanceof Shape.Letter
                || shape instanceof Shape.Text
                || shape instanceof Shape.Enumeration
                || shape instanceof Shape.Scalar) {
            return Optional.of(JsonType.TEXT);
        }
        if (shape instanceof Shape.Custom custom) {
            return custom.forms().size() == 1 ? of(custom.forms().get(0)) : Optional.empty();
        }
        if (shape instanceof Shape.Sequence) {
            return Optional.of(JsonType.LIST);
        }
        return shape instanceof Shape.Mapping || shape instanceof Shape.Nested || shape instanceof Shape.Choice
                ? Optional.of(JsonType.OBJECT)
                : Optional.empty();
    }
}
