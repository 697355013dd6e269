package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Decimal;
import dev.saveschema.processor.history.snapshot.ValueType.Whole;
import java.util.function.BiPredicate;

/**
 * Whether every value of one type, its limits aside, reads as a value of another: then a file needs no step.
 *
 * @param definitions whether what is defined under one name can be compared to what is defined under another at all
 */
public record Widening(BiPredicate<String, String> definitions, Kinds kinds) {

    /** Tells what kinds definitions are of. */
    public interface Kinds {

        /** Whether one of the older version is a choice of constants. */
        boolean isConstants(String definition);

        /** Whether one of the older version is an object. */
        default boolean isObject(String definition) {
            return false;
        }

        /** Whether one of the newer version is an object that keeps members that it does not know. */
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
        // in a collection null is an element, which nothing else can stand for
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
        return false;
    }

    /** {@code Map<String, JsonNode>}: an object whose members say what they are themselves. */
    static boolean isAnyObject(ValueType type) {
        return type instanceof ValueType.MapOf map
                && map.key() instanceof ValueType.Text text
                && isPlain(text)
                && map.value() instanceof ValueType.Anything;
    }

    private static boolean isPlain(ValueType.Text text) {
        return text.format().equals(ValueType.Text.PLAIN);
    }

    /** A decimal takes whole numbers that it has the digits for. */
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

    /** A number that is a key is a text in the file. */
    private boolean keyReads(ValueType from, ValueType to) {
        return from instanceof Whole && to instanceof ValueType.Text text && isPlain(text) || reads(from, to);
    }
}
