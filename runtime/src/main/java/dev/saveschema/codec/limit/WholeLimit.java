package dev.saveschema.codec.limit;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a whole number.
 *
 * @param min the smallest allowed value
 * @param max the largest allowed value
 * @param clamp whether a number outside becomes the nearest bound; else the default is used
 */
public record WholeLimit(long min, long max, boolean clamp) {

    /** Allows every number of the type. */
    public static final WholeLimit NONE = between(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Allows {@code min} to {@code max}, both included. */
    public static WholeLimit between(long min, long max) {
        return new WholeLimit(min, max, false);
    }

    /** Allows {@code min} and more. */
    public static WholeLimit atLeast(long min) {
        return between(min, Long.MAX_VALUE);
    }

    /** Allows {@code max} and less. */
    public static WholeLimit atMost(long max) {
        return between(Long.MIN_VALUE, max);
    }

    /** The same bounds; a number outside becomes the nearest of them. */
    public WholeLimit clamped() {
        return new WholeLimit(min, max, true);
    }

    public boolean allows(long value) {
        return value >= min && value <= max;
    }

    /** Whether a number of any size is allowed. An end that is not declared allows every number. */
    public boolean allows(BigInteger value) {
        return (min == Long.MIN_VALUE || value.compareTo(BigInteger.valueOf(min)) >= 0)
                && (max == Long.MAX_VALUE || value.compareTo(BigInteger.valueOf(max)) <= 0);
    }

    /** The violation of a number that is not allowed: {@code is outside 1..12}. */
    public String violation() {
        return violation(min == Long.MIN_VALUE ? null : min, max == Long.MAX_VALUE ? null : max);
    }

    /** The violation of a number that is not allowed by these bounds, one of which may be null for none. */
    public static String violation(@Nullable Number min, @Nullable Number max) {
        if (min == null) {
            return "is more than " + max;
        }
        return max == null ? "is less than " + min : "is outside " + min + ".." + max;
    }
}
