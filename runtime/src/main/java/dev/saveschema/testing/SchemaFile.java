package dev.saveschema.testing;

import dev.saveschema.text.JsonPointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version's file in the history, as far as a test needs to know it. A compiler holds it against the sources, but is not always
 * run when only the file has changed.
 */
record SchemaFile(Path path) {

    /** The last member of the file: a digest of the text around its own digits. */
    private static final Pattern SUM = Pattern.compile("(?s)(.*\"sum\": \")([0-9a-f]{32})(\".*)");

    static SchemaFile of(Path directory, int version) {
        return new SchemaFile(directory.resolve(version + ".schema.json"));
    }

    /** Whether the version says nothing of what is at a place but that it is there. */
    boolean isAnything(String pointer) {
        if (!Files.exists(path)) {
            return false; // a draft, which is not locked
        }
        JsonNode document = JsonMapper.shared().readTree(text());
        List<JsonNode> schemas = List.of(document);
        for (String name : JsonPointer.names(pointer)) {
            schemas = schemas.stream()
                    .flatMap(schema -> resolved(schema, document))
                    .flatMap(schema -> inside(schema, name))
                    .toList();
        }
        return schemas.stream()
                .flatMap(schema -> resolved(schema, document))
                .anyMatch(schema -> Stream.of("type", "enum", "const").noneMatch(schema::has));
    }

    /** The schema itself, or what it names, or what it is one of. */
    private static Stream<JsonNode> resolved(JsonNode schema, JsonNode document) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asString();
            return resolved(document.at(reference.substring(1)), document);
        }
        JsonNode several = schema.has("oneOf") ? schema.get("oneOf") : schema.path("anyOf");
        return several.isArray()
                ? several.values().stream().flatMap(each -> resolved(each, document))
                : Stream.of(schema);
    }

    private static Stream<JsonNode> inside(JsonNode schema, String name) {
        return Stream.of(
                        schema.path("properties").path(name), schema.path("items"), schema.path("additionalProperties"))
                .filter(JsonNode::isObject)
                .limit(1);
    }

    String text() {
        try {
            return Files.readString(path).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file is as it was when the version was locked. */
    boolean isAsLocked() {
        Matcher sum = SUM.matcher(text());
        return sum.matches() && digest(sum.group(1) + sum.group(3)).startsWith(sum.group(2));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
