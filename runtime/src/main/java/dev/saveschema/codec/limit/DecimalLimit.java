package dev.saveschema.codec.limit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a decimal number. Both are allowed themselves, unless they are excluded. A number that is not finite is never
 * allowed.
 */
public final class DecimalLimit {

    /** Allows every finite number. */
    public static final DecimalLimit NONE = new DecimalLimit(null, null, false, false, false);

    private final @Nullable BigDecimal min;
    private final @Nullable BigDecimal max;
    private final boolean withoutMin;
    private final boolean withoutMax;
    private final boolean clamp;

    // A bound of 0.3 on a float means the float nearest to 0.3. These four are the first and the last allowed numbers.
    private final double doubleMin;
    private final double doubleMax;
    private final float floatMin;
    private final float floatMax;

    private DecimalLimit(
            @Nullable BigDecimal min, @Nullable BigDecimal max, boolean withoutMin, boolean withoutMax, boolean clamp) {
        this.min = min;
        this.max = max;
        this.withoutMin = withoutMin;
        this.withoutMax = withoutMax;
        this.clamp = clamp;
        double lowest = min == null ? -Double.MAX_VALUE : Math.max(-Double.MAX_VALUE, min.doubleValue());
        double highest = max == null ? Double.MAX_VALUE : Math.min(Double.MAX_VALUE, max.doubleValue());
        this.doubleMin = withoutMin ? Math.nextUp(lowest) : lowest;
        this.doubleMax = withoutMax ? Math.nextDown(highest) : highest;
        float least = min == null ? -Float.MAX_VALUE : Math.max(-Float.MAX_VALUE, min.floatValue());
        float most = max == null ? Float.MAX_VALUE : Math.min(Float.MAX_VALUE, max.floatValue());
        this.floatMin = withoutMin ? Math.nextUp(least) : least;
        this.floatMax = withoutMax ? Math.nextDown(most) : most;
    }

    /** Allows {@code min} to {@code max}. */
    public static DecimalLimit between(String min, String max) {
        return new DecimalLimit(new BigDecimal(min), new BigDecimal(max), false, false, false);
    }

    /** Allows {@code min} and more. */
    public static DecimalLimit atLeast(String min) {
        return new DecimalLimit(new BigDecimal(min), null, false, false, false);
    }

    /** Allows {@code max} and less. */
    public static DecimalLimit atMost(String max) {
        return new DecimalLimit(null, new BigDecimal(max), false, false, false);
    }

    /** The same bounds, but the lower bound itself is not allowed. */
    public DecimalLimit excludingMin() {
        return new DecimalLimit(min, max, true, withoutMax, clamp);
    }

    /** The same bounds, but the upper bound itself is not allowed. */
    public DecimalLimit excludingMax() {
        return new DecimalLimit(min, max, withoutMin, true, clamp);
    }

    /**
     * The same bounds; a number outside becomes the nearest allowed one. No {@code BigDecimal} is nearest to an excluded bound, so
     * that the default is used there.
     */
    public DecimalLimit clamped() {
        return new DecimalLimit(min, max, withoutMin, withoutMax, true);
    }

    public boolean clamp() {
        return clamp;
    }

    public boolean allows(double value) {
        return value >= doubleMin && value <= doubleMax;
    }

    public double nearest(double value) {
        return value < doubleMin ? doubleMin : doubleMax;
    }

    public boolean allows(float value) {
        return value >= floatMin && value <= floatMax;
    }

    public float nearest(float value) {
        return value < floatMin ? floatMin : floatMax;
    }

    public boolean allows(BigDecimal value) {
        return !isTooSmall(value) && !isTooLarge(value);
    }

    /** The bound that a value is beyond; null if the bound is excluded, so that no number is nearest. */
    public @Nullable BigDecimal nearest(BigDecimal value) {
        if (isTooSmall(value)) {
            return withoutMin ? null : min;
        }
        return withoutMax ? null : max;
    }

    private boolean isTooSmall(BigDecimal value) {
        return min != null && value.compareTo(min) < (withoutMin ? 1 : 0);
    }

    private boolean isTooLarge(BigDecimal value) {
        return max != null && value.compareTo(max) > (withoutMax ? -1 : 0);
    }

    /** The violation of a number that is not allowed: {@code is outside 0..1}, {@code is not more than 0}. */
    public String violation() {
        if (min == null) {
            return withoutMax ? "is not less than " + max : "is more than " + max;
        }
        if (max == null) {
            return withoutMin ? "is not more than " + min : "is less than " + min;
        }
        if (!withoutMin && !withoutMax) {
            return "is outside " + min + ".." + max;
        }
        return "is not " + (withoutMin ? "more than " : "at least ") + min + " and "
                + (withoutMax ? "less than " : "at most ") + max;
    }
}
