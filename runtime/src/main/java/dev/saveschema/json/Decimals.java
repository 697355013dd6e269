package dev.saveschema.json;

import tools.jackson.core.io.NumberInput;
import tools.jackson.core.io.NumberOutput;

/**
 * Decimal numbers as the texts nearest to them, and back, both exactly. The only class here that asks Jackson, whose copies of
 * FastDoubleParser and of Raffaello Giulietti's algorithm are well kept; before Java 19 the JDK's own text of some doubles has
 * more digits than it takes.
 */
public final class Decimals {

    private static final int LARGEST_POWER = 22;

    /** The powers of ten that a double is exactly. */
    private static final double[] POWERS = powers();

    /** Up to this every whole number is a double exactly. */
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

    /** One rounding of two exact numbers, which is the double nearest to what they make. */
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
