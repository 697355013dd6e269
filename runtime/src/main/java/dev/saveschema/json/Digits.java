package dev.saveschema.json;

import java.nio.ByteBuffer;

/** Writes the decimal digits of whole numbers, eight at a time: each step splits all parts of a number into halves at once. */
final class Digits {

    /**
     * The most bytes that may be written for a {@code long} that is not negative. Bytes behind the number's digits mean nothing.
     */
    static final int ROOM = 24;

    static final int EIGHT = 100_000_000;

    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long EIGHT_TWICE = (long) EIGHT * EIGHT;

    private Digits() {}

    /** The eight digits of a number below {@link #EIGHT}, each as a number in a byte, the first of them lowest. */
    static long eight(int number) {
        int upper = number / 10_000;
        long fours = upper | (long) (number - upper * 10_000) << 32;
        // 10486 / 2^20 is a hundredth for numbers of four digits, and 103 / 2^10 a tenth for numbers of two
        long hundreds = fours * 10_486 >>> 20 & 0x0000_007f_0000_007fL;
        long twos = hundreds | fours - hundreds * 100 << 16;
        long tens = twos * 103 >>> 10 & 0x000f_000f_000f_000fL;
        return tens | twos - tens * 10 << 8;
    }

    /** The result of {@link #eight}, as characters. */
    static long characters(long eight) {
        return eight | ZEROS;
    }

    /**
     * Writes a number that is not negative.
     *
     * @param out the buffer, with room for {@link #ROOM} bytes
     * @return the place of the next byte
     */
    static int write(long number, ByteBuffer out, int at) {
        if (number < EIGHT) {
            return first((int) number, out, at);
        }
        if (number < EIGHT_TWICE) {
            long upper = number / EIGHT;
            return next((int) (number - upper * EIGHT), out, first((int) upper, out, at));
        }
        long upper = number / EIGHT_TWICE;
        long rest = number - upper * EIGHT_TWICE;
        long middle = rest / EIGHT;
        int to = next((int) middle, out, first((int) upper, out, at));
        return next((int) (rest - middle * EIGHT), out, to);
    }

    /** Writes the first digits of a number, without zeros before them; zero is one digit. */
    private static int first(int number, ByteBuffer out, int at) {
        long eight = eight(number);
        int zeros = Long.numberOfTrailingZeros(eight | 1L << Long.SIZE - Byte.SIZE) / Byte.SIZE;
        out.putLong(at, characters(eight) >>> zeros * Byte.SIZE);
        return at + Swar.BYTES - zeros;
    }

    private static int next(int number, ByteBuffer out, int at) {
        out.putLong(at, characters(eight(number)));
        return at + Swar.BYTES;
    }
}
