package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Decimal;
import dev.saveschema.processor.history.snapshot.ValueType.Whole;
import java.util.function.BiPredicate;

/**
 * Decides whether every value of one type reads as a value of another, limits aside: then a file needs no step. An {@code int}
 * reads as a {@code long}.
 *
 * @param definitions whether two definitions, named by the older and the newer version, can be compared, or are converted by a step
 * @param kinds the kinds of definitions
 */
public record Widening(BiPredicate<String, String> definitions, Kinds kinds) {

    /** Tells what kinds definitions are of. */
    public interface Kinds {

        /** Whether a definition of the older version is an enum. */
        boolean isConstants(String definition);

        /** Whether a definition of the older version is a record. */
        default boolean isObject(String definition) {
            return false;
        }

        /** Whether a definition of the newer version is a record that keeps members that it does not know. */
        default boolean isOpen(String definition) {
            return false;
        }
    }

    public boolean isAutomatic(ValueType from, ValueType to) {
        ValueType old = from instanceof ValueType.Nullable nullable ? nullable.of() : from;
        ValueType now = to instanceof ValueType.Nullable nullable ? nullable.of() : to;
        return reads(old, now);
    }

    private boolean reads(ValueType from, ValueType to) {
        if (to instanceof ValueType.Anything) {
            return true;
        }
        if (from instanceof ValueType.OneOf oneOf) {
            return oneOf.types().stream().allMatch(each -> reads(each, to));
        }
        if (to instanceof ValueType.OneOf oneOf) {
            return oneOf.types().stream().anyMatch(each -> reads(from, each));
        }
        // in a collection null is an element of its own, which only an optional can read
        if (from instanceof ValueType.Nullable nullable) {
            return to instanceof ValueType.Nullable other && reads(nullable.of(), other.of());
        }
        if (to instanceof ValueType.Nullable nullable) {
            return reads(from, nullable.of());
        }
        if (from instanceof ValueType.Flag) {
            return to instanceof ValueType.Flag;
        }
        if (from instanceof Whole whole) {
            return wholeReads(whole.width(), to);
        }
        if (from instanceof Decimal decimal) {
            return to instanceof Decimal other && decimal.precision().compareTo(other.precision()) <= 0;
        }
        if (from instanceof ValueType.Text text) {
            return to instanceof ValueType.Text other
                    && (isPlain(other) || text.format().equals(other.format()));
        }
        if (from instanceof ValueType.Defined defined) {
            return to instanceof ValueType.Defined other
                    ? definitions.test(defined.definition(), other.definition())
                    : isAnyObject(to) && kinds.isObject(defined.definition())
                            || to instanceof ValueType.Text text
                                    && isPlain(text)
                                    && kinds.isConstants(defined.definition());
        }
        if (from instanceof ValueType.ListOf list) {
            return to instanceof ValueType.ListOf other && reads(list.element(), other.element());
        }
        if (isAnyObject(from) && to instanceof ValueType.Defined defined) {
            return kinds.isOpen(defined.definition());
        }
        if (from instanceof ValueType.MapOf map) {
            return to instanceof ValueType.MapOf other
                    && keyReads(map.key(), other.key())
                    && reads(map.value(), other.value());
        }
        if (from instanceof ValueType.Anything) {
            return false;
        }
        throw new AssertionError(from);
    }

    /** Whether the type is an object of any content, {@code Map<String, JsonNode>}. */
    static boolean isAnyObject(ValueType type) {
        return type instanceof ValueType.MapOf map
                && map.key() instanceof ValueType.Text text
                && isPlain(text)
                && map.value() instanceof ValueType.Anything;
    }

    private static boolean isPlain(ValueType.Text text) {
        return text.format().equals(ValueType.Text.PLAIN);
    }

    /**
     * Whether a whole number reads as the other type. A decimal reads whole numbers if it has digits for all of them: a double for
     * an int, not for a long.
     */
    private static boolean wholeReads(Whole.Width width, ValueType to) {
        if (to instanceof Whole other) {
            return width.compareTo(other.width()) <= 0;
        }
        return to instanceof Decimal decimal
                && switch (decimal.precision()) {
                    case FLOAT -> width.compareTo(Whole.Width.INT16) <= 0;
                    case DOUBLE -> width.compareTo(Whole.Width.INT32) <= 0;
                    case EXACT -> true;
                };
    }

    /** Whether a key reads as the other type. In the file a key that is a number is a text, so that a text reads it. */
    private boolean keyReads(ValueType from, ValueType to) {
        return from instanceof Whole && to instanceof ValueType.Text text && isPlain(text) || reads(from, to);
    }
}
