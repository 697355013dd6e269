package dev.saveschema.codec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The bounds of a decimal number, both included; what is not finite is never within. */
public final class DecimalLimit {

    /** Allows every finite number. */
    public static final DecimalLimit NONE = new DecimalLimit(null, null, false);

    private final @Nullable BigDecimal min;
    private final @Nullable BigDecimal max;
    private final boolean clamp;

    // A bound of 0.3 on a float means the float nearest to 0.3.
    private final double doubleMin;
    private final double doubleMax;
    private final float floatMin;
    private final float floatMax;

    private DecimalLimit(@Nullable BigDecimal min, @Nullable BigDecimal max, boolean clamp) {
        this.min = min;
        this.max = max;
        this.clamp = clamp;
        this.doubleMin = min == null ? -Double.MAX_VALUE : min.doubleValue();
        this.doubleMax = max == null ? Double.MAX_VALUE : max.doubleValue();
        this.floatMin = min == null ? -Float.MAX_VALUE : min.floatValue();
        this.floatMax = max == null ? Float.MAX_VALUE : max.floatValue();
    }

    /** Allows {@code min} to {@code max}. */
    public static DecimalLimit between(String min, String max) {
        return new DecimalLimit(new BigDecimal(min), new BigDecimal(max), false);
    }

    /** Allows {@code min} and more. */
    public static DecimalLimit atLeast(String min) {
        return new DecimalLimit(new BigDecimal(min), null, false);
    }

    /** Allows {@code max} and less. */
    public static DecimalLimit atMost(String max) {
        return new DecimalLimit(null, new BigDecimal(max), false);
    }

    /** The same bounds; a number outside becomes the nearest of them. */
    public DecimalLimit clamped() {
        return new DecimalLimit(min, max, true);
    }

    @Nullable BigDecimal min() {
        return min;
    }

    @Nullable BigDecimal max() {
        return max;
    }

    boolean clamp() {
        return clamp;
    }

    boolean allows(double value) {
        return value >= doubleMin && value <= doubleMax;
    }

    double nearest(double value) {
        return value < doubleMin ? doubleMin : doubleMax;
    }

    boolean allows(float value) {
        return value >= floatMin && value <= floatMax;
    }

    float nearest(float value) {
        return value < floatMin ? floatMin : floatMax;
    }
}
