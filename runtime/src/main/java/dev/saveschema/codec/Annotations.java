package dev.saveschema.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a document says of itself to others, such as {@code $schema} to an editor: the members of its root that begin with {@code $}, are
 * none of SaveSchema's, and that its record neither knows nor keeps. They are written back.
 */
public record Annotations(Map<String, JsonNode> members) {

    /** Nothing, as nearly every document says. */
    public static final Annotations NONE = new Annotations(Map.of());

    public Annotations {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }
}
