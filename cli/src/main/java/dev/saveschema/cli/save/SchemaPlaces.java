package dev.saveschema.cli.save;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Finds the part of a JSON Schema that describes a place in a document. */
record SchemaPlaces(JsonNode schema) {

    /** The value that a load uses in place of a bad one, if the schema tells it. */
    Optional<JsonNode> fallback(String pointer) {
        return at(schema, JsonPointer.compile(pointer))
                .map(place -> place.get("default"))
                .filter(value -> value != null)
                .findFirst();
    }

    private Stream<JsonNode> at(JsonNode place, JsonPointer pointer) {
        if (pointer.matches()) {
            return Stream.of(place);
        }
        return resolved(place)
                .flatMap(here -> inside(here, pointer.getMatchingProperty()))
                .flatMap(inner -> at(inner, pointer.tail()));
    }

    private Stream<JsonNode> resolved(JsonNode place) {
        if (place.has("$ref")) {
            return resolved(schema.at(place.get("$ref").asString().substring(1)));
        }
        JsonNode several = place.has("oneOf") ? place.get("oneOf") : place.path("anyOf");
        return several.isArray() ? several.values().stream().flatMap(this::resolved) : Stream.of(place);
    }

    private static Stream<JsonNode> inside(JsonNode place, String name) {
        return Stream.of(place.path("properties").path(name), place.path("items"), place.path("additionalProperties"))
                .filter(JsonNode::isObject)
                .limit(1);
    }
}
