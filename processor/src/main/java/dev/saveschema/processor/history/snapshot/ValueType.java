package dev.saveschema.processor.history.snapshot;

import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.JsonType;
import java.util.List;
import java.util.Optional;

/**
 * The type of a value in a file, as far as JSON can tell: a list and an array are the same, and classes play no part. An object or
 * a choice is named; see {@link Snapshot#definition}.
 */
public sealed interface ValueType {

    /** {@code true} or {@code false}. */
    record Flag() implements ValueType {}

    /** A whole number. */
    record Whole(Width width, Bounds bounds) implements ValueType {

        /** The widths, from the narrowest to the widest. */
        public enum Width {
            INT8,
            INT16,
            INT32,
            INT64,
            UNBOUNDED
        }
    }

    /** A number with a fraction. */
    record Decimal(Precision precision, Bounds bounds) implements ValueType {

        /** The precisions, from the least to the most exact. */
        public enum Precision {
            FLOAT,
            DOUBLE,
            EXACT
        }
    }

    /**
     * A text.
     *
     * @param format {@link #PLAIN}, or the name of its format: {@code date}, {@code uuid}, {@code char}
     */
    record Text(String format, Size size, List<String> patterns) implements ValueType {

        /** Any text. */
        public static final String PLAIN = "";

        public Text {
            patterns = List.copyOf(patterns);
        }
    }

    /** An object, a choice of objects or a choice of constants that has a definition. */
    record Defined(String definition) implements ValueType {}

    /** A value or {@code null}. */
    record Nullable(ValueType of) implements ValueType {}

    /** An array. */
    record ListOf(ValueType element, boolean unique, Size size) implements ValueType {}

    /** An object whose names are keys. In the file a number as a key is a text. */
    record MapOf(ValueType key, ValueType value, Size size) implements ValueType {}

    /**
     * A value that is one of several JSON types.
     *
     * @param name the simple name of a Java class; it does not appear in saves
     */
    record OneOf(String name, List<Alternative> alternatives) implements ValueType {

        public OneOf {
            alternatives = List.copyOf(alternatives);
        }

        /** The type of the alternative with that JSON type, if there is one. */
        public Optional<ValueType> of(JsonType json) {
            return alternatives.stream()
                    .filter(alternative -> alternative.json() == json)
                    .map(Alternative::type)
                    .findFirst();
        }

        /** The types of the alternatives. */
        public List<ValueType> types() {
            return alternatives.stream().map(Alternative::type).toList();
        }
    }

    /**
     * One alternative of a value with several JSON types.
     *
     * @param name the simple name of a Java class
     * @param json the JSON type by which the alternative is told from the others
     */
    record Alternative(String name, JsonType json, ValueType type) {}

    /** Any JSON value. */
    record Anything() implements ValueType {}

    /**
     * The bounds of a number. Bounds with equal numbers are equal, even if they are written differently, {@code 1} and {@code 1.0}.
     */
    record Bounds(Optional<Bound> least, Optional<Bound> most) {

        public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

        public Bounds {
            least = least.map(Bound::stripped);
            most = most.map(Bound::stripped);
        }
    }

    /**
     * The number of characters, elements or entries that are allowed. Without a limit it is from 0 to {@link Integer#MAX_VALUE}.
     */
    record Size(int least, int most) {

        public static final Size ANY = new Size(0, Integer.MAX_VALUE);
    }
}
