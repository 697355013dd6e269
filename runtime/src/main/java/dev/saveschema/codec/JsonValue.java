package dev.saveschema.codec;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Makes the defaults of components that hold any JSON. */
public final class JsonValue {

    private JsonValue() {}

    /** The value of a text that is JSON, made anew each time, since a tree can be changed. */
    public static JsonNode of(String json) {
        return Trees.parsed(json.getBytes(StandardCharsets.UTF_8));
    }
}
