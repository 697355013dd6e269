package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.JsonLayout;
import dev.saveschema.processor.history.snapshot.Mentions;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A version's file in the history: a JSON Schema of that version's saves, with which an editor completes and checks a save, and beside
 * it the facts that only SaveSchema needs.
 *
 * <pre>{@code
 * {
 *   "$schema": "https://json-schema.org/draft/2020-12/schema",
 *   "title": "progress, version 2",
 *   "type": "object",
 *   "properties": {
 *     "$schema": {"type": "string"},
 *     "$version": {"const": 2},
 *     "step": {"type": "integer", "format": "int32", "minimum": 1, "default": 1, "description": "Where the learner is."},
 *     "difficulty": {"$ref": "#/$defs/Difficulty", "default": "NORMAL"},
 *     "$save": {"type": "object"}
 *   },
 *   "required": ["$version", "step", "difficulty"],
 *   "additionalProperties": false,
 *   "$defs": {
 *     "Difficulty": {"type": "string", "enum": ["EASY", "NORMAL", "HARD"]}
 *   },
 *   "x-saveschema": {
 *     "format": 1,
 *     "id": "progress",
 *     "version": 2,
 *     "root": "Progress",
 *     "changes": [{"added": "difficulty", "in": "Progress", "value": "NORMAL"}],
 *     "fingerprint": "5f0c…",
 *     "sum": "91ab…"
 *   }
 * }
 * }</pre>
 *
 * <p>{@link SchemaFileReader} reads the file. {@code sum} is a digest of the whole text without its own digits, so that no edit goes
 * unnoticed. A line end counts as {@code \n}, also where a version control system has checked out {@code \r\n}.
 */
public final class SchemaFile {

    static final int FORMAT = 1;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    static final String OWN = "x-saveschema";
    static final String SUM = "\"sum\": \"";

    private SchemaFile() {}

    /** The text of a version's file. */
    public static String text(LockedVersion version) {
        String unsealed = JsonLayout.pretty(document(version));
        int at = unsealed.lastIndexOf(SUM) + SUM.length();
        return unsealed.substring(0, at) + Digest.of(unsealed) + unsealed.substring(at);
    }

    private static Json.Members document(LockedVersion version) {
        Snapshot snapshot = version.snapshot();
        Definition.Part root = snapshot.root();
        Json.Members document = Json.NOTHING
                .with("$schema", Json.of(DIALECT))
                .with("title", Json.of("%s, version %d".formatted(snapshot.id(), snapshot.version())));
        document = described(document, root.description()).with("type", Json.of("object"));
        Map<String, Json> properties = new LinkedHashMap<>();
        properties.put("$schema", Json.NOTHING.with("type", Json.of("string")));
        List<String> required = new ArrayList<>();
        boolean isVersionKnown = !snapshot.versionMember().isEmpty();
        if (isVersionKnown) {
            properties.put(snapshot.versionMember(), Json.NOTHING.with("const", Json.of(snapshot.version())));
            required.add(snapshot.versionMember());
        }
        root.members().forEach(member -> properties.put(member.name(), member(member)));
        if (snapshot.isSealed()) {
            properties.put("$save", Json.NOTHING.with("type", Json.of("object")));
        }
        required.addAll(required(root));
        document = document.with("properties", new Json.Members(properties))
                .with("required", Json.of(required))
                // if the program has an envelope of its own, only the program knows the members that this writes
                .with("additionalProperties", Json.of(root.isOpen() || !isVersionKnown));
        Json.Members definitions = definitions(snapshot);
        if (!definitions.values().isEmpty()) {
            document = document.with("$defs", definitions);
        }
        return document.with(OWN, own(version));
    }

    private static Json.Members own(LockedVersion version) {
        Snapshot snapshot = version.snapshot();
        Json.Members own = Json.NOTHING
                .with("format", Json.of(FORMAT))
                .with("id", Json.of(snapshot.id()))
                .with("version", Json.of(snapshot.version()))
                .with("root", Json.of(snapshot.root().name()));
        if (!snapshot.isSealed()) {
            own = own.with("versionMember", Json.of(snapshot.versionMember()));
        }
        if (snapshot.versionMember().isEmpty() && snapshot.root().isOpen()) {
            own = own.with("open", Json.of(true));
        }
        if (!version.changes().isEmpty()) {
            own = own.with(
                    "changes",
                    new Json.Elements(
                            version.changes().stream().<Json>map(ChangeJson::of).toList()));
        }
        MinReader minReader = version.minReader();
        if (!minReader.equals(MinReader.only(snapshot.version()))) {
            own = own.with("reads", Json.of(minReader.reads())).with("writes", Json.of(minReader.writes()));
        }
        return own.with("fingerprint", Json.of(version.fingerprint())).with("sum", Json.of(""));
    }

    private static Json.Members definitions(Snapshot snapshot) {
        Map<String, Json> definitions = new LinkedHashMap<>();
        snapshot.definitions()
                .subList(1, snapshot.definitions().size())
                .forEach(definition -> definitions.put(definition.name(), definition(definition)));
        if (isMentioned(snapshot, snapshot.root().name())) {
            definitions.put(snapshot.root().name(), part(snapshot.root()));
        }
        return new Json.Members(definitions);
    }

    /**
     * Whether an object of the root's definition can also stand within the document, {@code Node(List<Node> children)}. Such an
     * object has no version and no seal, so that it is described apart.
     */
    private static boolean isMentioned(Snapshot snapshot, String name) {
        return snapshot.definitions().stream()
                .filter(Definition.Part.class::isInstance)
                .flatMap(definition -> ((Definition.Part) definition).members().stream())
                .anyMatch(member -> Mentions.in(member.type()).contains(name));
    }

    private static Json definition(Definition definition) {
        if (definition instanceof Definition.Constants constants) {
            return Json.NOTHING.with("type", Json.of("string")).with("enum", Json.of(constants.values()));
        }
        if (definition instanceof Definition.Choice choice) {
            // oneOf would refuse the other records, since the schema of the open one accepts them, too
            return Json.NOTHING.with(
                    choice.other().isPresent() ? "anyOf" : "oneOf",
                    new Json.Elements(Stream.concat(choice.parts().stream(), choice.other().stream())
                            .<Json>map(part -> TypeSchema.of(new ValueType.Defined(part)))
                            .toList()));
        }
        return part((Definition.Part) definition);
    }

    private static Json part(Definition.Part part) {
        Map<String, Json> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (part.tag().isPresent()) {
            Definition.Tag tag = part.tag().get();
            properties.put(tag.member(), Json.NOTHING.with("const", Json.of(tag.value())));
            required.add(tag.member());
        }
        part.members().forEach(member -> properties.put(member.name(), member(member)));
        required.addAll(required(part));
        return described(Json.NOTHING, part.description())
                .with("type", Json.of("object"))
                .with("properties", new Json.Members(properties))
                .with("required", Json.of(required))
                .with("additionalProperties", Json.of(part.isOpen()));
    }

    private static List<String> required(Definition.Part part) {
        return part.members().stream()
                .filter(member -> !member.omitted() && !(member.type() instanceof ValueType.Nullable))
                .map(Definition.Member::name)
                .toList();
    }

    private static Json member(Definition.Member member) {
        Json.Members schema = TypeSchema.of(member.type());
        if (member.fallback().isPresent()) {
            schema = schema.with("default", member.fallback().get());
        }
        return described(schema, member.description());
    }

    private static Json.Members described(Json.Members schema, String description) {
        return description.isEmpty() ? schema : schema.with("description", Json.of(description));
    }
}
