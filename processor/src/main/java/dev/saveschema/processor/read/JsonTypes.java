package dev.saveschema.processor.read;

import dev.saveschema.processor.model.JsonType;
import dev.saveschema.processor.model.Shape;
import java.util.Optional;

/** By what type of JSON a value is known. */
final class JsonTypes {

    private JsonTypes() {}

    /** Empty if it may be of several: what may be null, any JSON, what only a codec knows, and what is one of several itself. */
    static Optional<JsonType> of(Shape shape) {
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
        if (shape instanceof Shape.Sequence) {
            return Optional.of(JsonType.LIST);
        }
        return shape instanceof Shape.Mapping || shape instanceof Shape.Nested || shape instanceof Shape.Choice
                ? Optional.of(JsonType.OBJECT)
                : Optional.empty();
    }
}
