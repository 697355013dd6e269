package dev.saveschema.cli.save;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a save by the JSON Schema of its version in a history. It finds the places that a load would repair, with the problem in
 * JSON Schema's words. A clamped number, the refusal of a constructor and a migration are known to the program only.
 */
public final class HistoryChecker implements Checker {

    private static final Pattern FILE = Pattern.compile("([1-9][0-9]{0,8})\\.schema\\.json");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Path directory;
    private final TreeMap<Integer, Path> versions;

    private HistoryChecker(Path directory, TreeMap<Integer, Path> versions) {
        this.directory = directory;
        this.versions = versions;
    }

    /**
     * @param directory the folder of one schema's history
     * @throws IOException if the folder cannot be listed, or has no version
     */
    public static HistoryChecker of(Path directory) throws IOException {
        TreeMap<Integer, Path> versions = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> {
                Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    versions.put(Integer.valueOf(name.group(1)), file);
                }
            });
        }
        if (versions.isEmpty()) {
            throw new NoSuchFileException(directory + " has no version's file, such as 1.schema.json");
        }
        return new HistoryChecker(directory, versions);
    }

    @Override
    public String by() {
        return "the JSON Schemas in " + directory;
    }

    @Override
    public Check check(SaveFile save) {
        List<Repair> repairs = new ArrayList<>(save.plain().repairs());
        int version = save.version().orElse(versions.firstKey());
        Path file = versions.get(version);
        if (file == null) {
            repairs.add(new Repair(
                    "",
                    version < versions.firstKey() ? Reason.TOO_OLD : Reason.UNKNOWN_MEMBER,
                    "version %d is not in the history, which has %d to %d"
                            .formatted(version, versions.firstKey(), versions.lastKey()),
                    Optional.empty(),
                    "not checked any further"));
        } else {
            repairs.addAll(errors(save, version, file));
        }
        return new Check(repairs, List.of());
    }

    private static List<Repair> errors(SaveFile save, int version, Path file) {
        ObjectNode document = JsonMapper.shared().createObjectNode().put("$version", version);
        document.setAll(save.members());
        JsonNode schema = JsonMapper.shared().readTree(file);
        List<Repair> repairs = new ArrayList<>();
        for (Error error : REGISTRY.getSchema(schema).validate(document)) {
            repairs.add(repair(error, document, schema));
        }
        return repairs;
    }

    private static Repair repair(Error error, JsonNode document, JsonNode schema) {
        String pointer = pointer(error);
        JsonNode found = document.at(pointer);
        String keyword = error.getKeyword();
        Optional<JsonNode> fallback = new SchemaPlaces(schema).fallback(pointer);
        return new Repair(
                pointer,
                reason(keyword, found),
                keyword.equals("required") ? "missing" : message(error),
                found.isMissingNode() ? Optional.empty() : Optional.of(found.toString()),
                keyword.equals("additionalProperties")
                        ? "would be dropped"
                        : fallback.map(value -> "its default is " + value).orElse("would be repaired"));
    }

    /** The place of a fault. If a member is missing or should not exist, that is the place of the member. */
    private static String pointer(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        boolean isAboutMember =
                property != null && List.of("required", "additionalProperties").contains(error.getKeyword());
        return isAboutMember
                ? JsonPointer.compile(pointer).appendProperty(property).toString()
                : pointer;
    }

    private static String message(Error error) {
        String message = error.getMessage();
        String place = error.getInstanceLocation() + ": ";
        return message.startsWith(place) ? message.substring(place.length()) : message;
    }

    private static Reason reason(String keyword, JsonNode found) {
        return switch (keyword) {
            case "required" -> Reason.MISSING;
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> Reason.OUT_OF_RANGE;
            case "minLength", "minItems", "minProperties" -> Reason.TOO_SHORT;
            case "maxLength", "maxItems", "maxProperties" -> Reason.TOO_LONG;
            case "pattern" -> Reason.NO_MATCH;
            case "enum" -> Reason.UNKNOWN_CONSTANT;
            case "oneOf", "anyOf", "const" -> Reason.UNKNOWN_SUBTYPE;
            case "uniqueItems" -> Reason.DUPLICATE;
            case "additionalProperties" -> Reason.UNKNOWN_MEMBER;
            default -> found.isNull() ? Reason.NULL : Reason.WRONG_TYPE;
        };
    }

    /** Throws an exception if a file of the history cannot be read, before any save is checked by it. */
    public void requireReadable() throws IOException {
        for (Path file : versions.values()) {
            try {
                JsonMapper.shared().readTree(file);
            } catch (JacksonException e) {
                throw new IOException(file + " is no JSON: " + e.getOriginalMessage(), e);
            }
        }
    }
}
