package dev.saveschema.codec;

import dev.saveschema.codec.limit.DecimalLimit;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.json.Scanner;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers within limits. A number with a fraction or an exponent counts as whole if its value is: {@code 5.0}, {@code 1e3}.
 * No number is rounded to fit, but for the decimals of a {@code float} or {@code double}.
 */
final class Numbers {

    private static final String WHOLE = "a whole number";
    private static final String NUMBER = "a number";

    // The most digits that a whole number written with an exponent may have; 1e999999999 must not be spelled out.
    private static final int MOST_DIGITS = 1_000;

    private final Scanner in;
    private final int longest;
    private final RepairReporter repairs;
    private boolean usable;

    Numbers(Scanner in, int longest, RepairReporter repairs) {
        this.in = in;
        this.longest = longest;
        this.repairs = repairs;
    }

    /** Whether the last answer was read from the file, and is not the fallback. */
    boolean usable() {
        return usable;
    }

    long whole(long fallback, long lowest, long highest, WholeLimit limit) {
        usable = true;
        if (in.isNumber() && in.isWhole() && in.isLong()) {
            long value = in.longValue();
            if (value >= Math.max(lowest, limit.min()) && value <= Math.min(highest, limit.max())) {
                return value;
            }
        }
        BigInteger exact = wholeNumber();
        if (exact == null) {
            usable = false;
            return fallback;
        }
        BigInteger min = BigInteger.valueOf(Math.max(lowest, limit.min()));
        BigInteger max = BigInteger.valueOf(Math.min(highest, limit.max()));
        BigInteger within = within(exact, min, max, isOpen(limit), limit.clamp());
        usable = within != null;
        return within == null ? fallback : within.longValueExact();
    }

    @Nullable BigInteger big(@Nullable BigInteger fallback, WholeLimit limit) {
        BigInteger exact = wholeNumber();
        if (exact == null) {
            return fallback;
        }
        BigInteger within = within(
                exact,
                limit.min() == Long.MIN_VALUE ? null : BigInteger.valueOf(limit.min()),
                limit.max() == Long.MAX_VALUE ? null : BigInteger.valueOf(limit.max()),
                isOpen(limit),
                limit.clamp());
        return within == null ? fallback : within;
    }

    @Nullable BigDecimal big(@Nullable BigDecimal fallback, DecimalLimit limit) {
        if (!isNumber(NUMBER)) {
            return fallback;
        }
        BigDecimal value = in.decimalValue();
        if (value == null) {
            repairs.tooLarge();
            return fallback;
        }
        if (limit.allows(value)) {
            return value;
        }
        BigDecimal nearest = limit.nearest(value);
        if (limit.clamp() && nearest != null) {
            repairs.clamped(limit.violation(), nearest);
            return nearest;
        }
        repairs.outOfRange(limit.violation());
        return fallback;
    }

    double floating(double fallback, DecimalLimit limit) {
        usable = isNumber(NUMBER);
        if (!usable) {
            return fallback;
        }
        double value = in.doubleValue();
        if (limit.allows(value)) {
            return value;
        }
        usable = isClamped(Double.isFinite(value), limit, limit.nearest(value));
        return usable ? limit.nearest(value) : fallback;
    }

    float floating(float fallback, DecimalLimit limit) {
        usable = isNumber(NUMBER);
        if (!usable) {
            return fallback;
        }
        float value = in.floatValue();
        if (limit.allows(value)) {
            return value;
        }
        usable = isClamped(Float.isFinite(value), limit, limit.nearest(value));
        return usable ? limit.nearest(value) : fallback;
    }

    /**
     * Reports a number that its limit does not allow.
     *
     * @return whether the nearest allowed number is to be used
     */
    private boolean isClamped(boolean finite, DecimalLimit limit, Object nearest) {
        if (!finite) {
            repairs.tooLarge();
            return false;
        }
        if (limit.clamp()) {
            repairs.clamped(limit.violation(), nearest);
            return true;
        }
        repairs.outOfRange(limit.violation());
        return false;
    }

    /** The current number, if it is whole; null after a repair. */
    private @Nullable BigInteger wholeNumber() {
        if (!isNumber(WHOLE)) {
            return null;
        }
        if (in.isWhole()) {
            return in.bigIntegerValue();
        }
        BigDecimal value = in.decimalValue();
        if (value == null) {
            repairs.tooLarge();
            return null;
        }
        long digits = (long) value.precision() - value.scale();
        if (value.signum() == 0) {
            return BigInteger.ZERO;
        }
        if (digits > MOST_DIGITS) {
            repairs.tooLarge();
            return null;
        }
        if (digits < 1 || value.stripTrailingZeros().scale() > 0) {
            repairs.wrongType(WHOLE);
            return null;
        }
        return value.toBigIntegerExact();
    }

    private boolean isNumber(String noun) {
        if (!in.isNumber()) {
            repairs.wrongType(noun);
            return false;
        }
        if (in.numberLength() > longest) {
            repairs.longerThanAllowed(in.numberLength(), longest);
            return false;
        }
        return true;
    }

    /**
     * Whether one end of the limit is declared and the other is the type's own, so that a report should name only the end that was
     * exceeded.
     */
    private static boolean isOpen(WholeLimit limit) {
        return (limit.min() == Long.MIN_VALUE) != (limit.max() == Long.MAX_VALUE);
    }

    private @Nullable BigInteger within(
            BigInteger value, @Nullable BigInteger min, @Nullable BigInteger max, boolean open, boolean clamp) {
        boolean low = min != null && value.compareTo(min) < 0;
        boolean high = max != null && value.compareTo(max) > 0;
        if (!low && !high) {
            return value;
        }
        BigInteger nearest = low ? min : max;
        String violation = WholeLimit.violation(open && high ? null : min, open && low ? null : max);
        if (clamp && nearest != null) {
            repairs.clamped(violation, nearest);
            return nearest;
        }
        repairs.outOfRange(violation);
        return null;
    }
}
