package dev.saveschema.processor.history.snapshot;

import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.JsonType;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a file for a value, as far as JSON can tell: a list and an array are the same, and classes have no part in it. A
 * definition is named; see {@link Snapshot#definition}.
 */
public sealed interface ValueType {

    /** {@code true} or {@code false}. */
    record Flag() implements ValueType {}

    /** A whole number. */
    record Whole(Width width, Bounds bounds) implements ValueType {

        /** From the narrowest to the widest. */
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

        /** From the least to the most exact. */
        public enum Precision {
            FLOAT,
            DOUBLE,
            EXACT
        }
    }

    /**
     * A text.
     *
     * @param format {@link #PLAIN}, or how it reads: {@code date}, {@code uuid}, {@code char}
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

    /** An object whose names are keys; the file has a number as a text there. */
    record MapOf(ValueType key, ValueType value, Size size) implements ValueType {}

    /**
     * A value that is one of several types of JSON.
     *
     * @param name a Java class's simple name; it is no part of what a file looks like
     */
    record OneOf(String name, List<Alternative> alternatives) implements ValueType {

        public OneOf {
            alternatives = List.copyOf(alternatives);
        }

        /** The alternative of a type of JSON, if there is one. */
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
     * One of several types.
     *
     * @param name a Java class's simple name
     * @param json by what it is told from the others
     */
    record Alternative(String name, JsonType json, ValueType type) {}

    /** Whatever JSON can hold. */
    record Anything() implements ValueType {}

    /** The bounds of a number; two are the same if their numbers are, however they are written. */
    record Bounds(Optional<Bound> least, Optional<Bound> most) {

        public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

        public Bounds {
            least = least.map(Bound::stripped);
            most = most.map(Bound::stripped);
        }
    }

    /** How many characters, elements or entries; 0 and {@link Integer#MAX_VALUE} where nothing is said. */
    record Size(int least, int most) {

        public static final Size ANY = new Size(0, Integer.MAX_VALUE);
    }
}
