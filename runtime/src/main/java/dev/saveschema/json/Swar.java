package dev.saveschema.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes of text at a time. Texts have long runs without anything that needs an escape, which can be passed over a
 * word at a time.
 */
public final class Swar {

    public static final int BYTES = 8;

    /** Eight blanks. */
    static final long BLANKS = 0x2020_2020_2020_2020L;

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private Swar() {}

    /** The bytes, to be taken eight at a time. The first byte is the lowest of a word. */
    public static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Marks the bytes that have to be escaped in a text of JSON: quotes, backslashes and control characters. */
    public static long special(long word) {
        return (word - ONES * ' ') & ~word & HIGHS | equal(word, '"') | equal(word, '\\');
    }

    /** Whether any byte is part of a character beyond ASCII. */
    public static boolean isBeyondAscii(long word) {
        return (word & HIGHS) != 0;
    }

    /** The bytes before the first marked one, the others zero. */
    public static long before(long marks, long word) {
        return word & (Long.lowestOneBit(marks) >>> 7) - 1;
    }

    /** Marks bytes that are the given character. */
    public static long equal(long word, char ascii) {
        long difference = word ^ ONES * ascii;
        return (difference - ONES) & ~difference & HIGHS;
    }

    /** The index of the first marked byte; later marks may be wrong. */
    public static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / BYTES;
    }
}
