package dev.saveschema.json;

import tools.jackson.core.io.NumberInput;
import tools.jackson.core.io.NumberOutput;

/**
 * Converts between decimal numbers and their shortest texts, both ways exactly. It asks Jackson, which has well-kept copies of
 * FastDoubleParser and of Raffaello Giulietti's algorithm; no other class of this package does. Before Java 19 the JDK's own text
 * of some doubles has more digits than are needed.
 */
public final class Decimals {

    private static final int LARGEST_POWER = 22;

    /** The powers of ten that are doubles exactly. */
    private static final double[] POWERS = powers();

    /** The largest number up to which every whole number is a double exactly. */
    private static final long LARGEST_WHOLE = 1L << 53;

    private Decimals() {}

    private static double[] powers() {
        double[] powers = new double[LARGEST_POWER + 1];
        powers[0] = 1;
        for (int power = 1; power <= LARGEST_POWER; power++) {
            powers[power] = powers[power - 1] * 10;
        }
        return powers;
    }

    /** Whether {@link #quick} is exact. */
    static boolean isQuick(long digits, int exponent) {
        return digits <= LARGEST_WHOLE && exponent >= -LARGEST_POWER && exponent <= LARGEST_POWER;
    }

    /**
     * The double nearest to {@code digits} times ten to the {@code exponent}. Both factors are exact, so that only the result is
     * rounded.
     */
    static double quick(long digits, int exponent) {
        return exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    }

    static double parseDouble(String number) {
        return NumberInput.parseDouble(number, true);
    }

    static float parseFloat(String number) {
        return NumberInput.parseFloat(number, true);
    }

    /** The shortest text that reads as this number, as {@code Double.toString} of Java 19 and later. */
    public static String text(double number) {
        return NumberOutput.toString(number, true);
    }

    /** The shortest text that reads as this number, as {@code Double.toString} of Java 19 and later. */
    public static String text(float number) {
        return NumberOutput.toString(number, true);
    }
}
