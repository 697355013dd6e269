package dev.saveschema.processor.history.snapshot;

import dev.saveschema.processor.model.JsonType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. Members keep their order. */
public sealed interface Json {

    /** An object. */
    record Members(Map<String, Json> values) implements Json {

        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public Optional<Json> get(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /** The same object with another member at its end; if it has a member of that name, with another value for that. */
        public Members with(String name, Json value) {
            Map<String, Json> changed = new LinkedHashMap<>(values);
            changed.put(name, value);
            return new Members(changed);
        }
    }

    /** An array. */
    record Elements(List<Json> values) implements Json {

        public Elements {
            values = List.copyOf(values);
        }
    }

    /** A text. */
    record Text(String value) implements Json {}

    /** A number. {@code 1.0} and {@code 1.00} differ, since they are written differently. */
    record Number(BigDecimal value) implements Json {}

    /** {@code true} or {@code false}. */
    record Flag(boolean value) implements Json {}

    /** {@code null}. */
    record Null() implements Json {}

    /** The JSON type by which the value can be told from others; empty for {@code null}. */
    default Optional<JsonType> type() {
        if (this instanceof Members) {
            return Optional.of(JsonType.OBJECT);
        }
        if (this instanceof Elements) {
            return Optional.of(JsonType.LIST);
        }
        if (this instanceof Text) {
            return Optional.of(JsonType.TEXT);
        }
        if (this instanceof Number) {
            return Optional.of(JsonType.NUMBER);
        }
        if (this instanceof Flag) {
            return Optional.of(JsonType.FLAG);
        }
        if (this instanceof Null) {
            return Optional.empty();
        }
        throw new AssertionError(this);
    }

    /** The value as text on one line. */
    default String line() {
        return JsonLayout.line(this);
    }

    /** An object without members. */
    Members NOTHING = new Members(Map.of());

    static Json of(String text) {
        return new Text(text);
    }

    static Json of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Json of(boolean flag) {
        return new Flag(flag);
    }

    /** An array of texts. */
    static Json of(List<String> texts) {
        return new Elements(texts.stream().map(Json::of).toList());
    }
}
