package dev.saveschema.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in place, digit by digit. A number with more digits than fit a {@code long}, or that needs more than one rounding,
 * is read as text.
 */
abstract class NumberScanner extends TextScanner {

    /** The largest number of digits that always fit a {@code long}. */
    private static final int MOST_DIGITS = 18;

    /** The largest length, with the sign, at which a number may still be a {@code long}; no {@code long} is longer. */
    private static final int LONGEST_LONG = 20;

    private static final int MOST_EXPONENT_DIGITS = 6;

    /** The bits of a double that a float does not have, where it is halfway between two floats. */
    private static final long HALFWAY = 1L << 28;

    private static final byte[] NOTHING = {};
    private static final ByteBuffer NO_WORDS = Swar.over(NOTHING);

    int numberStart;
    int numberEnd;
    private boolean negative;
    private boolean whole;

    /** Whether all digits are in {@link #digits}. */
    private boolean complete;

    private long digits;
    private int exponent;

    private byte[] written = NOTHING;
    private ByteBuffer writtenWords = NO_WORDS;

    NumberScanner(byte[] document, boolean salvaging, Defect.Listener defects) {
        super(document, salvaging, defects);
    }

    /** Reads the number that begins at a place; false if there is no number in JSON's spelling. */
    final boolean numberFrom(int start) {
        byte[] document = in;
        int p = start;
        numberStart = start;
        negative = document[p] == '-';
        if (negative) {
            p++;
        }
        int first = p;
        long value = 0;
        int digit = digit(document, p);
        while (digit >= 0) {
            value = value * 10 + digit;
            digit = digit(document, ++p);
        }
        int count = p - first;
        if (count == 0 || count > 1 && document[first] == '0') {
            return false;
        }
        whole = true;
        exponent = 0;
        if (p < document.length && (document[p] == '.' || (document[p] | ' ') == 'e')) {
            whole = false;
            if (document[p] == '.') {
                int point = p++;
                digit = digit(document, p);
                while (digit >= 0) {
                    value = value * 10 + digit;
                    digit = digit(document, ++p);
                }
                int decimals = p - point - 1;
                if (decimals == 0) {
                    return false;
                }
                exponent = -decimals;
                count += decimals;
            }
            if (p < document.length && (document[p] | ' ') == 'e') {
                int end = exponentFrom(p + 1);
                if (end < 0) {
                    return false;
                }
                p = end;
            }
        }
        digits = value;
        complete = count <= MOST_DIGITS && exponent != Integer.MAX_VALUE;
        numberEnd = p;
        return isEnd(document, p);
    }

    private static int digit(byte[] document, int p) {
        if (p >= document.length) {
            return -1;
        }
        int digit = document[p] - '0';
        return digit > 9 ? -1 : digit;
    }

    /**
     * Reads an exponent.
     *
     * @return its end, or a negative number if it has no digits
     */
    private int exponentFrom(int start) {
        int p = start;
        boolean minus = p < in.length && in[p] == '-';
        if (minus || p < in.length && in[p] == '+') {
            p++;
        }
        int first = p;
        int value = 0;
        for (int digit = digit(in, p); digit >= 0; digit = digit(in, ++p)) {
            value = p - first < MOST_EXPONENT_DIGITS ? value * 10 + digit : Integer.MAX_VALUE;
        }
        if (p == first) {
            return -1;
        }
        exponent = value == Integer.MAX_VALUE ? value : exponent + (minus ? -value : value);
        return p;
    }

    /** Whether a number or word may end at a place. It may end at the end of the document only if no container is open. */
    final boolean isEnd(byte[] document, int p) {
        if (p >= document.length) {
            return isAtEnd();
        }
        byte b = document[p];
        return b == ','
                || b == ' '
                || b == '\n'
                || (b == ']' || b == '}') && closes(b)
                || b == '\r'
                || b == '\t'
                || b == '/';
    }

    /** Whether no container is open, so that the document may end. */
    abstract boolean isAtEnd();

    /** Whether the bracket closes the innermost container. Any other bracket may be a damaged digit. */
    abstract boolean closes(byte bracket);

    /** Whether the current number is written without fraction or exponent. */
    public final boolean isWhole() {
        return whole;
    }

    /** Whether the current number, written without fraction or exponent, fits a {@code long}. */
    public final boolean isLong() {
        return complete || numberLength() <= LONGEST_LONG && new BigInteger(numberText()).bitLength() < Long.SIZE;
    }

    /** The current number, if {@link #isWhole} and {@link #isLong}. */
    public final long longValue() {
        if (complete) {
            return negative ? -digits : digits;
        }
        return Long.parseLong(numberText());
    }

    /** The double nearest to the current number. */
    public final double doubleValue() {
        if (complete && Decimals.isQuick(digits, exponent)) {
            double value = Decimals.quick(digits, exponent);
            return negative ? whole && digits == 0 ? 0 : -value : value;
        }
        return Decimals.parseDouble(numberText());
    }

    /** The float nearest to the current number. */
    public final float floatValue() {
        double nearest = doubleValue();
        float value = (float) nearest;
        // Rounding twice is rounding once, unless the first time led to the middle between two floats.
        boolean isHalfway = (Double.doubleToRawLongBits(nearest) & 2 * HALFWAY - 1) == HALFWAY;
        return isHalfway || !(Math.abs(value) >= Float.MIN_NORMAL && Math.abs(value) < Float.MAX_VALUE) && value != 0
                ? Decimals.parseFloat(numberText())
                : value;
    }

    /** Whether the current number is spelled as {@link ShortestDouble} writes this one. */
    public final boolean isWrittenAs(double value) {
        if (!Double.isFinite(value)) {
            return false;
        }
        if (written.length == 0) {
            written = new byte[ShortestDouble.ROOM];
            writtenWords = Swar.over(written);
        }
        int length = ShortestDouble.write(value, written, writtenWords, 0);
        return Arrays.equals(written, 0, length, in, numberStart, numberEnd);
    }

    public final BigInteger bigIntegerValue() {
        return new BigInteger(numberText());
    }

    /** The current number exactly; null if its exponent is beyond all numbers. */
    public final @Nullable BigDecimal decimalValue() {
        try {
            return new BigDecimal(numberText());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** How many characters the current number has. */
    public final int numberLength() {
        return numberEnd - numberStart;
    }

    /** The current number as it is written. */
    public final String numberText() {
        return ascii(in, numberStart, numberEnd);
    }
}
