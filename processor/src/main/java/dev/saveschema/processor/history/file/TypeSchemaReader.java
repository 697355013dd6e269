package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Bounds;
import dev.saveschema.processor.history.snapshot.ValueType.Decimal;
import dev.saveschema.processor.history.snapshot.ValueType.Size;
import dev.saveschema.processor.history.snapshot.ValueType.Whole;
import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.JsonType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a type that {@link TypeSchema} has written. */
final class TypeSchemaReader {

    static final String OPENING = "^(?:";
    static final String CLOSING = ")$";

    private static final ValueType ANY_TEXT = new ValueType.Text(ValueType.Text.PLAIN, Size.ANY, List.of());

    private TypeSchemaReader() {}

    static ValueType read(Json schema) throws NotASnapshotException {
        Json.Members members = Fields.members(schema, "a type");
        Optional<Json> any = members.get("anyOf");
        if (any.isPresent()) {
            return new ValueType.Nullable(
                    read(Fields.elements(any.get(), "anyOf").get(0)));
        }
        Optional<Json> alternatives = members.get("oneOf");
        if (alternatives.isPresent()) {
            return oneOf(members, alternatives.get());
        }
        Optional<Json> reference = members.get("$ref");
        if (reference.isPresent()) {
            return new ValueType.Defined(
                    Fields.text(reference.get(), "$ref").substring(TypeSchema.DEFINITIONS.length()));
        }
        Optional<Json> type = members.get("type");
        if (type.isEmpty()) {
            return new ValueType.Anything();
        }
        if (type.get() instanceof Json.Elements) {
            return new ValueType.Nullable(single(
                    Fields.text(Fields.elements(type.get(), "type").get(0), "type"), members));
        }
        return single(Fields.text(type.get(), "type"), members);
    }

    private static ValueType oneOf(Json.Members schema, Json alternatives) throws NotASnapshotException {
        List<ValueType.Alternative> read = new ArrayList<>();
        for (Json each : Fields.elements(alternatives, "oneOf")) {
            Json.Members alternative = Fields.members(each, "an alternative");
            read.add(new ValueType.Alternative(
                    Fields.text(Fields.required(alternative, "title"), "title"),
                    jsonType(Fields.text(Fields.required(alternative, "type"), "type")),
                    read(alternative)));
        }
        return new ValueType.OneOf(Fields.text(Fields.required(schema, "title"), "title"), read);
    }

    private static JsonType jsonType(String name) throws NotASnapshotException {
        String known = name.equals("integer") ? "number" : name;
        return Arrays.stream(JsonType.values())
                .filter(type -> type.schemaName().equals(known))
                .findFirst()
                .orElseThrow(() -> new NotASnapshotException("\"" + name + "\" is no type of JSON"));
    }

    private static ValueType single(String type, Json.Members schema) throws NotASnapshotException {
        return switch (type) {
            case "boolean" -> new ValueType.Flag();
            case "integer" -> new Whole(width(format(schema)), bounds(schema));
            case "number" -> new Decimal(precision(format(schema)), bounds(schema));
            case "string" -> new ValueType.Text(format(schema), size(schema, "Length"), patterns(schema));
            case "array" ->
                new ValueType.ListOf(
                        read(Fields.required(schema, "items")),
                        schema.get("uniqueItems").isPresent(),
                        size(schema, "Items"));
            case "object" -> map(schema);
            default -> throw new NotASnapshotException("\"" + type + "\" is no type of a member");
        };
    }

    private static ValueType map(Json.Members schema) throws NotASnapshotException {
        Optional<Json> keys = schema.get("propertyNames");
        return new ValueType.MapOf(
                keys.isPresent() ? key(keys.get()) : ANY_TEXT,
                read(Fields.required(schema, "additionalProperties")),
                size(schema, "Properties"));
    }

    private static ValueType key(Json json) throws NotASnapshotException {
        ValueType key = read(json);
        Optional<Whole.Width> width = key instanceof ValueType.Text text ? widthOf(text.format()) : Optional.empty();
        return width.isPresent() ? new Whole(width.get(), bounds(Fields.members(json, "a key"))) : key;
    }

    private static String format(Json.Members schema) throws NotASnapshotException {
        Optional<Json> format = schema.get("format");
        return format.isPresent() ? Fields.text(format.get(), "format") : "";
    }

    private static Optional<Whole.Width> widthOf(String format) {
        return Arrays.stream(Whole.Width.values())
                .filter(width -> !format.isEmpty() && TypeSchema.format(width).equals(format))
                .findFirst();
    }

    private static Whole.Width width(String format) throws NotASnapshotException {
        return format.isEmpty()
                ? Whole.Width.UNBOUNDED
                : widthOf(format)
                        .orElseThrow(
                                () -> new NotASnapshotException("\"" + format + "\" is no format of a whole number"));
    }

    private static Decimal.Precision precision(String format) throws NotASnapshotException {
        return Arrays.stream(Decimal.Precision.values())
                .filter(precision -> TypeSchema.format(precision).equals(format))
                .findFirst()
                .orElseThrow(() -> new NotASnapshotException("\"" + format + "\" is no format of a number"));
    }

    private static Bounds bounds(Json.Members schema) throws NotASnapshotException {
        return new Bounds(bound(schema, "Minimum"), bound(schema, "Maximum"));
    }

    private static Optional<Bound> bound(Json.Members schema, String end) throws NotASnapshotException {
        Optional<Json> inclusive = schema.get(end.toLowerCase(Locale.ROOT));
        if (inclusive.isPresent()) {
            return Optional.of(new Bound(Fields.number(inclusive.get(), end), true));
        }
        Optional<Json> exclusive = schema.get("exclusive" + end);
        return exclusive.isPresent()
                ? Optional.of(new Bound(Fields.number(exclusive.get(), end), false))
                : Optional.empty();
    }

    private static Size size(Json.Members schema, String noun) throws NotASnapshotException {
        return new Size(whole(schema, "min" + noun, 0), whole(schema, "max" + noun, Integer.MAX_VALUE));
    }

    private static int whole(Json.Members schema, String name, int otherwise) throws NotASnapshotException {
        Optional<Json> number = schema.get(name);
        return number.isPresent() ? Fields.whole(number.get(), name) : otherwise;
    }

    private static List<String> patterns(Json.Members schema) throws NotASnapshotException {
        Optional<Json> several = schema.get("allOf");
        if (several.isPresent()) {
            List<String> patterns = new ArrayList<>();
            for (Json each : Fields.elements(several.get(), "allOf")) {
                patterns.add(pattern(Fields.required(Fields.members(each, "a pattern"), "pattern")));
            }
            return patterns;
        }
        Optional<Json> one = schema.get("pattern");
        return one.isPresent() ? List.of(pattern(one.get())) : List.of();
    }

    private static String pattern(Json json) throws NotASnapshotException {
        String whole = Fields.text(json, "pattern");
        if (!whole.startsWith(OPENING) || !whole.endsWith(CLOSING)) {
            throw new NotASnapshotException("the pattern " + whole + " is not of the form ^(?:…)$");
        }
        return whole.substring(OPENING.length(), whole.length() - CLOSING.length());
    }
}
