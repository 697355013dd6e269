package dev.saveschema.json;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a double in the fewest digits from which it can be read again, laid out as {@code Double.toString} does from Java 19 on.
 * In older versions the JDK's own text of some doubles has more digits than are needed. The algorithm is Raffaello Giulietti's,
 * "The Schubfach way to render doubles" (2022). Jackson has a copy of his code, which makes four objects for each number; here the
 * digits are written straight to their place.
 */
final class ShortestDouble {

    /**
     * The most bytes that may be written: a sign, 17 digits with their point, and an exponent. The last of these bytes may mean
     * nothing.
     */
    static final int ROOM = 48;

    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final long FRACTION = HIDDEN_BIT - 1;
    private static final int EXPONENT = 0x7ff;

    /** The power of two of the last bit of the smallest doubles. */
    private static final int LEAST_EXPONENT = -1074;

    /** Numbers below this many of the smallest double are multiplied by ten first, since only one digit would be left of them. */
    private static final long TINY = 3;

    private static final int LEAST_POWER = -324;
    private static final int MOST_POWER = 292;
    private static final int POWER_BITS = 126;

    /** The powers of ten that were needed so far; a save needs few of them. */
    private static final @Nullable Power[] POWERS = new Power[MOST_POWER - LEAST_POWER + 1];

    private static final long LOW_63 = Long.MAX_VALUE;
    private static final int MOST_DIGITS = 17;
    private static final long[] TENS = tens();

    private ShortestDouble() {}

    private static long[] tens() {
        long[] tens = new long[MOST_DIGITS + 1];
        tens[0] = 1;
        for (int power = 1; power < tens.length; power++) {
            tens[power] = tens[power - 1] * 10;
        }
        return tens;
    }

    /** The 126 highest bits of a power of ten, rounded up. */
    private record Power(long high, long low) {

        /** @param inverse the negative exponent: the power is 10<sup>-inverse</sup> */
        static Power of(int inverse) {
            int shift = floorLog2OfPower(-inverse) - POWER_BITS + 1;
            BigInteger power = BigInteger.TEN.pow(Math.abs(inverse));
            BigInteger bits = inverse > 0
                    ? BigInteger.ONE.shiftLeft(-shift).divide(power)
                    : shift > 0 ? power.shiftRight(shift) : power.shiftLeft(-shift);
            BigInteger above = bits.add(BigInteger.ONE);
            return new Power(above.shiftRight(63).longValue(), above.longValue() & LOW_63);
        }
    }

    private static Power power(int inverse) {
        Power known = POWERS[inverse - LEAST_POWER];
        if (known == null) {
            // if two threads need a power at the same time, it is made twice, and both are equal
            known = Power.of(inverse);
            POWERS[inverse - LEAST_POWER] = known;
        }
        return known;
    }

    // The three methods from here on are exact for all exponents that doubles have.

    private static int floorLog10OfPowerOf2(int power) {
        return (int) (power * 661_971_961_083L >> 41);
    }

    private static int floorLog10OfThreeQuarters(int power) {
        return (int) (power * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    private static int floorLog2OfPower(int powerOf10) {
        return (int) (powerOf10 * 913_124_641_741L >> 38);
    }

    /**
     * Writes a finite number.
     *
     * @param out the array, with room for {@link #ROOM} bytes
     * @param words the same array, to be written eight bytes at a time
     * @return the place of the next byte
     */
    static int write(double value, byte[] out, ByteBuffer words, int at) {
        long bits = Double.doubleToRawLongBits(value);
        int to = at;
        if (bits < 0) {
            out[to++] = '-';
        }
        long fraction = bits & FRACTION;
        int exponent = (int) (bits >>> FRACTION_BITS) & EXPONENT;
        if (exponent > 0) {
            long significand = fraction | HIDDEN_BIT;
            int power = exponent - 1 + LEAST_EXPONENT;
            if (power <= 0 && power > -FRACTION_BITS - 1 && (significand >> -power) << -power == significand) {
                return layOut(significand >> -power, 0, out, words, to);
            }
            return shortest(significand, power, 0, out, words, to);
        }
        if (fraction == 0) {
            out[to++] = '0';
            out[to++] = '.';
            out[to++] = '0';
            return to;
        }
        return fraction < TINY
                ? shortest(10 * fraction, LEAST_EXPONENT, -1, out, words, to)
                : shortest(fraction, LEAST_EXPONENT, 0, out, words, to);
    }

    /**
     * The shortest digits of {@code c} times two to the {@code q}. The method is section 9.9 of the paper, with the paper's names
     * for all but the constants and the powers.
     */
    private static int shortest(long c, int q, int dk, byte[] out, ByteBuffer words, int at) {
        long odd = c & 1;
        long cb = c << 2;
        long cbr = cb + 2;
        long cbl;
        int k;
        if (c != HIDDEN_BIT || q == LEAST_EXPONENT) {
            cbl = cb - 2;
            k = floorLog10OfPowerOf2(q);
        } else {
            cbl = cb - 1;
            k = floorLog10OfThreeQuarters(q);
        }
        int h = q + floorLog2OfPower(-k) + 2;
        Power g = power(k);
        long vb = roundToOdd(g, cb << h);
        long vbl = roundToOdd(g, cbl << h);
        long vbr = roundToOdd(g, cbr << h);

        long s = vb >> 2;
        if (s >= 100) {
            long sp = s / 10 * 10;
            long tp = sp + 10;
            boolean isBelowIn = vbl + odd <= sp << 2;
            boolean isAboveIn = (tp << 2) + odd <= vbr;
            if (isBelowIn != isAboveIn) {
                return layOut(isBelowIn ? sp : tp, k + dk, out, words, at);
            }
        }
        long t = s + 1;
        boolean isBelowIn = vbl + odd <= s << 2;
        boolean isAboveIn = (t << 2) + odd <= vbr;
        if (isBelowIn != isAboveIn) {
            return layOut(isBelowIn ? s : t, k + dk, out, words, at);
        }
        long compared = vb - (s + t << 1);
        boolean isBelow = compared < 0 || compared == 0 && (s & 1) == 0;
        return layOut(isBelow ? s : t, k + dk, out, words, at);
    }

    private static long roundToOdd(Power g, long cp) {
        long x1 = Math.multiplyHigh(g.low, cp);
        long y0 = g.high * cp;
        long y1 = Math.multiplyHigh(g.high, cp);
        long z = (y0 >>> 1) + x1;
        long w = y1 + (z >>> 63);
        return w | (z & LOW_63) + LOW_63 >>> 63;
    }

    /** Writes digits, of which there are at most 17, times a power of ten. */
    private static int layOut(long digits, int power, byte[] out, ByteBuffer words, int at) {
        int count = floorLog10OfPowerOf2(Long.SIZE - Long.numberOfLeadingZeros(digits));
        if (digits >= TENS[count]) {
            count++;
        }
        int point = count + power;
        // The digits with zeros behind them, so that there are always 17.
        long all = digits * TENS[MOST_DIGITS - count];
        long upper = all / Digits.EIGHT;
        int first = (int) (upper / Digits.EIGHT);
        long second = Digits.eight((int) (upper - (long) first * Digits.EIGHT));
        long third = Digits.eight((int) (all - upper * Digits.EIGHT));
        int zeros = third != 0
                ? Long.numberOfLeadingZeros(third) / Byte.SIZE
                : Swar.BYTES + Long.numberOfLeadingZeros(second) / Byte.SIZE;
        int used = MOST_DIGITS - zeros;
        boolean isPlain = point <= 7 && point > -3;
        int from = isPlain && point <= 0 ? zeros(point, out, at) : at + 1;
        out[from] = (byte) ('0' + first);
        words.putLong(from + 1, Digits.characters(second));
        words.putLong(from + 1 + Swar.BYTES, Digits.characters(third));
        if (isPlain && point <= 0) {
            return from + used;
        }
        int before = isPlain ? point : 1;
        for (int each = at; each < at + before; each++) {
            out[each] = out[each + 1];
        }
        out[at + before] = '.';
        int to = at + 1 + Math.max(used, before + 1);
        return isPlain ? to : exponent(point - 1, out, words, to);
    }

    /** Writes a zero, the point, and the zeros behind it. */
    private static int zeros(int point, byte[] out, int at) {
        int to = at;
        out[to++] = '0';
        out[to++] = '.';
        for (int zero = point; zero < 0; zero++) {
            out[to++] = '0';
        }
        return to;
    }

    private static int exponent(int exponent, byte[] out, ByteBuffer words, int at) {
        int to = at;
        out[to++] = 'E';
        if (exponent < 0) {
            out[to++] = '-';
        }
        return Digits.write(Math.abs(exponent), words, to);
    }
}
