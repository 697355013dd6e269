package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.JsonText;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file that {@link SchemaFile} has written, and refuses any other. */
final class SchemaFileReader {

    private SchemaFileReader() {}

    /**
     * Reads a locked version from the text of its file.
     *
     * @throws EditedException if the file was edited after it was written
     * @throws NotASnapshotException if the file is none that {@link SchemaFile} has written
     */
    static LockedVersion read(String text) throws NotASnapshotException, EditedException {
        String unix = text.replace("\r\n", "\n");
        Json.Members document = parse(unix);
        Json.Members own = Fields.members(Fields.required(document, SchemaFile.OWN), SchemaFile.OWN);
        int format = Fields.whole(Fields.required(own, "format"), "format");
        if (format != SchemaFile.FORMAT) {
            throw new NotASnapshotException(
                    "it has format %d, and this processor knows format %d".formatted(format, SchemaFile.FORMAT));
        }
        requireSum(unix, own);
        LockedVersion version = read(document, own);
        if (!Fingerprint.of(version.snapshot()).equals(version.fingerprint())) {
            throw new EditedException();
        }
        return version;
    }

    private static Json.Members parse(String text) throws NotASnapshotException {
        try {
            return Fields.members(JsonText.parse(text), "it");
        } catch (JsonText.NotJsonException e) {
            throw new NotASnapshotException("it is not JSON: " + e.getMessage());
        }
    }

    private static void requireSum(String text, Json.Members own) throws NotASnapshotException, EditedException {
        String sum = Fields.text(own, "sum");
        int at = text.lastIndexOf(SchemaFile.SUM) + SchemaFile.SUM.length();
        if (sum.length() != Digest.DIGITS || !text.startsWith(sum, at)) {
            throw new EditedException();
        }
        if (!Digest.of(text.substring(0, at) + text.substring(at + sum.length()))
                .equals(sum)) {
            throw new EditedException();
        }
    }

    private static LockedVersion read(Json.Members file, Json.Members own) throws NotASnapshotException {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        String root = Fields.text(own, "root");
        Optional<Json> member = own.get("versionMember");
        String versionMember = member.isPresent() ? Fields.text(member.get(), "versionMember") : Snapshot.OWN_VERSION;
        Definition.Part document = readPart(root, withoutOurs(file, versionMember));
        definitions.put(
                root, versionMember.isEmpty() ? document.asOpen(own.get("open").isPresent()) : document);
        Optional<Json> others = file.get("$defs");
        if (others.isPresent()) {
            for (Map.Entry<String, Json> other :
                    Fields.members(others.get(), "$defs").values().entrySet()) {
                // a root that also stands within the document is described twice
                definitions.putIfAbsent(
                        other.getKey(), readDefinition(other.getKey(), Fields.members(other.getValue(), "$defs")));
            }
        }
        List<Change> changes = new ArrayList<>();
        Optional<Json> written = own.get("changes");
        if (written.isPresent()) {
            for (Json change : Fields.elements(written.get(), "changes")) {
                changes.add(ChangeJson.read(Fields.members(change, "a change")));
            }
        }
        Snapshot snapshot = new Snapshot(
                Fields.text(own, "id"),
                Fields.whole(Fields.required(own, "version"), "version"),
                versionMember,
                List.copyOf(definitions.values()));
        return new LockedVersion(
                snapshot, changes, Fields.text(own, "fingerprint"), minReader(own, snapshot.version()));
    }

    private static MinReader minReader(Json.Members own, int version) throws NotASnapshotException {
        return own.get("reads").isEmpty()
                ? MinReader.only(version)
                : new MinReader(
                        Fields.whole(Fields.required(own, "reads"), "reads"),
                        Fields.whole(Fields.required(own, "writes"), "writes"));
    }

    /** The schema of the root without SaveSchema's own members: the members of the record only. */
    private static Json.Members withoutOurs(Json.Members document, String versionMember) throws NotASnapshotException {
        Map<String, Json> properties =
                new LinkedHashMap<>(Fields.members(Fields.required(document, "properties"), "properties")
                        .values());
        // a component may be called $schema, and then its type is kept unless it is exactly our own
        properties.remove("$schema", Json.NOTHING.with("type", Json.of("string")));
        properties.remove("$save");
        properties.remove(versionMember);
        return document.with("properties", new Json.Members(properties));
    }

    private static Definition readDefinition(String name, Json.Members schema) throws NotASnapshotException {
        Optional<Json> constants = schema.get("enum");
        if (constants.isPresent()) {
            List<String> values = new ArrayList<>();
            for (Json value : Fields.elements(constants.get(), "enum")) {
                values.add(Fields.text(value, "a constant"));
            }
            return new Definition.Constants(name, values);
        }
        boolean isOpen = schema.get("anyOf").isPresent();
        String keyword = isOpen ? "anyOf" : "oneOf";
        Optional<Json> parts = schema.get(keyword);
        if (parts.isPresent()) {
            List<String> names = new ArrayList<>();
            for (Json part : Fields.elements(parts.get(), keyword)) {
                names.add(((ValueType.Defined) TypeSchemaReader.read(part)).definition());
            }
            return isOpen
                    ? new Definition.Choice(
                            name, names.subList(0, names.size() - 1), Optional.of(names.get(names.size() - 1)))
                    : new Definition.Choice(name, names);
        }
        return readPart(name, schema);
    }

    private static Definition.Part readPart(String name, Json.Members schema) throws NotASnapshotException {
        Optional<Definition.Tag> tag = Optional.empty();
        List<Definition.Member> members = new ArrayList<>();
        Json.Members properties = Fields.members(Fields.required(schema, "properties"), "properties");
        List<Json> required =
                schema.get("required").orElse(Json.NOTHING) instanceof Json.Elements names ? names.values() : List.of();
        for (Map.Entry<String, Json> property : properties.values().entrySet()) {
            Json.Members type = Fields.members(property.getValue(), property.getKey());
            if (type.get("const").isPresent()) {
                tag = Optional.of(new Definition.Tag(property.getKey(), Fields.text(type, "const")));
            } else {
                ValueType valueType = TypeSchemaReader.read(type);
                boolean omitted =
                        !(valueType instanceof ValueType.Nullable) && !required.contains(Json.of(property.getKey()));
                members.add(new Definition.Member(
                        property.getKey(), valueType, type.get("default"), omitted, description(type)));
            }
        }
        boolean isOpen = Fields.required(schema, "additionalProperties").equals(Json.of(true));
        return new Definition.Part(name, description(schema), tag, members, isOpen);
    }

    private static String description(Json.Members schema) throws NotASnapshotException {
        Optional<Json> description = schema.get("description");
        return description.isPresent() ? Fields.text(description.get(), "description") : "";
    }
}
