package dev.saveschema.testing;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The members of a document, but for SaveSchema's own. */
record Members(JsonNode document) {

    static Members of(byte[] document) {
        return new Members(JsonMapper.shared().readTree(document));
    }

    Set<String> names() {
        return document.propertyNames().stream()
                .filter(name -> !name.startsWith("$"))
                .collect(Collectors.toSet());
    }

    boolean has(String name) {
        return document.has(name);
    }

    /** The value without members that are null: a record may leave out what is absent. */
    @Nullable JsonNode present(String name) {
        JsonNode value = document.get(name);
        return value == null ? null : withoutNulls(value);
    }

    private static JsonNode withoutNulls(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode present = object.objectNode();
        object.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> present.set(member.getKey(), withoutNulls(member.getValue())));
        return present;
    }
}
