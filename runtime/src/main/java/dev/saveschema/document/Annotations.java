package dev.saveschema.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The members by which a document tells something to other programs, such as {@code $schema} to an editor. They are the members of
 * the root that begin with {@code $}, are none of SaveSchema's, and are neither known nor kept by the record. They are written
 * back.
 */
public record Annotations(Map<String, JsonNode> members) {

    /** No annotations, as in nearly every document. */
    public static final Annotations NONE = new Annotations(Map.of());

    public Annotations {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }
}
