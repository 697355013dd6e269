package dev.saveschema.codec;

import dev.saveschema.ValueCodec;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Makes the defaults of components that hold any JSON, and of those that a codec reads. */
public final class JsonValue {

    private JsonValue() {}

    /** The tree of a text that is JSON. It is made anew each time, since a tree can be changed. */
    public static JsonNode of(String json) {
        return Trees.parsed(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The value that a codec reads from a text that is JSON.
     *
     * @throws IllegalArgumentException if the codec reads no value from it
     */
    public static <T> T read(ValueCodec<T> codec, String json) {
        T value;
        try {
            value = codec.read(of(json));
        } catch (Exception e) {
            throw new IllegalArgumentException(refusal(codec, json) + ": " + e.getMessage(), e);
        }
        if (value == null) {
            throw new IllegalArgumentException(refusal(codec, json));
        }
        return value;
    }

    private static String refusal(ValueCodec<?> codec, String json) {
        return codec.getClass().getSimpleName() + " does not read the default " + json;
    }
}
