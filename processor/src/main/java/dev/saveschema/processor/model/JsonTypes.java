package dev.saveschema.processor.model;

import java.util.Optional;

/** Finds the JSON type of a shape. */
public final class JsonTypes {

    private JsonTypes() {}

    /**
     * The JSON type of a shape's values. Empty if they may have several: an optional, any JSON, a sealed interface for several JSON
     * types, and a codec that does not have exactly one form.
     */
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
        if (shape instanceof Shape.Mapping || shape instanceof Shape.Nested || shape instanceof Shape.Choice) {
            return Optional.of(JsonType.OBJECT);
        }
        if (shape instanceof Shape.OptionalOf || shape instanceof Shape.OneOf || shape instanceof Shape.Anything) {
            return Optional.empty();
        }
        throw new AssertionError(shape);
    }
}
