package dev.saveschema.testing;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Nullable JsonNode get(String name) {
        return document.get(name);
    }
}
