package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Bounds;
import dev.saveschema.processor.history.snapshot.ValueType.Decimal;
import dev.saveschema.processor.history.snapshot.ValueType.Size;
import dev.saveschema.processor.history.snapshot.ValueType.Whole;
import dev.saveschema.processor.model.Bound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value's type as a JSON Schema (2020-12), in keywords that old validators know, too. {@link TypeSchemaReader} reads it. A property
 * for which JSON Schema has no keyword, such as the width of a number, stands in {@code format}:
 *
 * <pre>
 * {"type": "integer", "format": "int32", "minimum": 1}
 * {"type": "string", "format": "date"}
 * {"type": "array", "items": {"$ref": "#/$defs/Level"}, "maxItems": 10}
 * {"title": "Source", "oneOf": [{"title": "Text", "type": "string"}, {"title": "Part", "type": "object", "$ref": …}]}
 * {"type": "object", "propertyNames": {"type": "string", "format": "int32", "minimum": 1}, "additionalProperties": …}
 * </pre>
 */
final class TypeSchema {

    static final String DEFINITIONS = "#/$defs/";

    private TypeSchema() {}

    static Json.Members of(ValueType type) {
        if (type instanceof ValueType.Flag) {
            return typed("boolean");
        }
        if (type instanceof Whole whole) {
            return bounded(formatted(typed("integer"), format(whole.width())), whole.bounds());
        }
        if (type instanceof Decimal decimal) {
            return bounded(formatted(typed("number"), format(decimal.precision())), decimal.bounds());
        }
        if (type instanceof ValueType.Text text) {
            return patterned(sized(formatted(typed("string"), text.format()), text.size(), "Length"), text.patterns());
        }
        if (type instanceof ValueType.Defined defined) {
            return Json.NOTHING.with("$ref", Json.of(DEFINITIONS + defined.definition()));
        }
        if (type instanceof ValueType.Nullable nullable) {
            return nullable(of(nullable.of()));
        }
        if (type instanceof ValueType.ListOf list) {
            Json.Members items = typed("array").with("items", of(list.element()));
            return sized(list.unique() ? items.with("uniqueItems", Json.of(true)) : items, list.size(), "Items");
        }
        if (type instanceof ValueType.MapOf map) {
            Json.Members object = typed("object");
            Json.Members keyed = isAnyText(map.key()) ? object : object.with("propertyNames", key(map.key()));
            return sized(keyed.with("additionalProperties", of(map.value())), map.size(), "Properties");
        }
        if (type instanceof ValueType.OneOf oneOf) {
            List<Json> alternatives = new ArrayList<>();
            oneOf.alternatives().forEach(alternative -> alternatives.add(alternative(alternative)));
            return Json.NOTHING.with("title", Json.of(oneOf.name())).with("oneOf", new Json.Elements(alternatives));
        }
        if (type instanceof ValueType.Anything) {
            return Json.NOTHING;
        }
        throw new AssertionError(type);
    }

    /** The schema of one alternative. Beside a reference stands the JSON type by which the alternative is told from the others. */
    private static Json alternative(ValueType.Alternative alternative) {
        Json.Members schema = Json.NOTHING.with("title", Json.of(alternative.name()));
        if (alternative.type() instanceof ValueType.Defined) {
            schema = schema.with("type", Json.of(alternative.json().schemaName()));
        }
        for (Map.Entry<String, Json> member : of(alternative.type()).values().entrySet()) {
            schema = schema.with(member.getKey(), member.getValue());
        }
        return schema;
    }

    /**
     * The schema of a key. In the file a key is a text, so that a validator ignores the bounds of a number; they are for the
     * processor and for people.
     */
    private static Json.Members key(ValueType key) {
        return key instanceof Whole whole
                ? bounded(formatted(typed("string"), format(whole.width())), whole.bounds())
                : of(key);
    }

    static String format(Whole.Width width) {
        return width == Whole.Width.UNBOUNDED ? "" : width.name().toLowerCase(Locale.ROOT);
    }

    static String format(Decimal.Precision precision) {
        return precision == Decimal.Precision.EXACT
                ? "decimal"
                : precision.name().toLowerCase(Locale.ROOT);
    }

    static boolean isAnyText(ValueType key) {
        return key.equals(new ValueType.Text(ValueType.Text.PLAIN, Size.ANY, List.of()));
    }

    private static Json.Members typed(String type) {
        return Json.NOTHING.with("type", Json.of(type));
    }

    private static Json.Members formatted(Json.Members schema, String format) {
        return format.isEmpty() ? schema : schema.with("format", Json.of(format));
    }

    private static Json.Members bounded(Json.Members schema, Bounds bounds) {
        Json.Members from = bounds.least()
                .map(bound -> schema.with(bound.inclusive() ? "minimum" : "exclusiveMinimum", number(bound)))
                .orElse(schema);
        return bounds.most()
                .map(bound -> from.with(bound.inclusive() ? "maximum" : "exclusiveMaximum", number(bound)))
                .orElse(from);
    }

    /** The bound without an exponent, {@code 100} and not {@code 1E+2}, unless it has twenty zeros or more. */
    private static Json number(Bound bound) {
        boolean isWhole = bound.number().scale() < 0 && bound.number().scale() > -20;
        return new Json.Number(isWhole ? bound.number().setScale(0) : bound.number());
    }

    private static Json.Members sized(Json.Members schema, Size size, String noun) {
        Json.Members from = size.least() == 0 ? schema : schema.with("min" + noun, Json.of(size.least()));
        return size.most() == Integer.MAX_VALUE ? from : from.with("max" + noun, Json.of(size.most()));
    }

    /**
     * The schema with the patterns. JSON Schema looks for a pattern anywhere in the text; ours match the whole text, so that each
     * is enclosed in {@code ^(?:…)$}.
     */
    private static Json.Members patterned(Json.Members schema, List<String> patterns) {
        if (patterns.isEmpty()) {
            return schema;
        }
        if (patterns.size() == 1) {
            return schema.with("pattern", whole(patterns.get(0)));
        }
        List<Json> all = new ArrayList<>();
        patterns.forEach(pattern -> all.add(Json.NOTHING.with("pattern", whole(pattern))));
        return schema.with("allOf", new Json.Elements(all));
    }

    private static Json whole(String pattern) {
        return Json.of(TypeSchemaReader.OPENING + pattern + TypeSchemaReader.CLOSING);
    }

    private static Json.Members nullable(Json.Members schema) {
        if (!(schema.values().get("type") instanceof Json.Text type)) {
            return Json.NOTHING.with("anyOf", new Json.Elements(List.of(schema, typed("null"))));
        }
        Map<String, Json> members = new LinkedHashMap<>(schema.values());
        members.put("type", Json.of(List.of(type.value(), "null")));
        return new Json.Members(members);
    }
}
