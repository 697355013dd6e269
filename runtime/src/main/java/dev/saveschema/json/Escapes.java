package dev.saveschema.json;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** The escapes of characters in a text: a backslash with a letter or with hexadecimal digits (RFC 8259, section 7). */
final class Escapes {

    private static final int HEX_DIGITS = 4;
    private static final int NO_ESCAPE = -1;

    // One number answers both the number of bytes read, in its low bits, and the number of bytes written.
    private static final int WRITTEN = 4;
    private static final int HALF = 1 << 16;

    private Escapes() {}

    /**
     * Puts the character of an escape into a buffer, in UTF-8.
     *
     * @param backslash the place where the escape begins
     * @param out the buffer, with room for {@link Utf8#LONGEST} bytes
     * @return a number that {@link #read}, {@link #written} and {@link #isHalf} take apart; negative if there is no escape
     */
    static int write(byte[] in, int backslash, byte[] out, int to) {
        if (backslash + 1 >= in.length) {
            return NO_ESCAPE;
        }
        byte letter = in[backslash + 1];
        byte plain = letter(letter);
        if (plain != 0) {
            out[to] = plain;
            return 1 << WRITTEN | 2;
        }
        int unit = letter == 'u' ? hex(in, backslash + 2) : NO_ESCAPE;
        if (unit < 0) {
            return NO_ESCAPE;
        }
        int low = Character.isHighSurrogate((char) unit) ? lowSurrogate(in, backslash + 6) : NO_ESCAPE;
        if (low >= 0) {
            int codePoint = Character.toCodePoint((char) unit, (char) low);
            return Utf8.write(codePoint, out, to) - to << WRITTEN | 12;
        }
        int written = Utf8.write(unit, out, to) - to;
        return (Character.isSurrogate((char) unit) ? HALF : 0) | written << WRITTEN | 6;
    }

    /** How many bytes an escape has. */
    static int read(int used) {
        return used & (1 << WRITTEN) - 1;
    }

    /** How many bytes of the buffer its character takes. */
    static int written(int used) {
        return (used & ~HALF) >>> WRITTEN;
    }

    /** Whether the character is half a surrogate pair, put into the buffer as three bytes that UTF-8 does not have. */
    static boolean isHalf(int used) {
        return (used & HALF) != 0;
    }

    private static int lowSurrogate(byte[] in, int backslash) {
        if (backslash + 1 >= in.length || in[backslash] != '\\' || in[backslash + 1] != 'u') {
            return NO_ESCAPE;
        }
        int unit = hex(in, backslash + 2);
        return unit >= 0 && Character.isLowSurrogate((char) unit) ? unit : NO_ESCAPE;
    }

    private static int hex(byte[] in, int from) {
        if (from + HEX_DIGITS > in.length) {
            return NO_ESCAPE;
        }
        int value = 0;
        for (int p = from; p < from + HEX_DIGITS; p++) {
            int digit = in[p] < 0 ? -1 : Character.digit(in[p], 16);
            if (digit < 0) {
                return NO_ESCAPE;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** The character that a letter behind a backslash stands for; 0 if the letter alone does not tell, as {@code u}. */
    private static byte letter(byte escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\', '/' -> escape;
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> 0;
        };
    }

    /** The text of bytes in which halves of surrogate pairs stand as three bytes each. */
    static String withHalves(byte[] bytes, int length) {
        CharBuffer text = CharBuffer.allocate(length);
        int from = 0;
        for (int p = 0; p + 2 < length; p++) {
            if ((bytes[p] & 0xff) == 0xed && (bytes[p + 1] & 0xe0) == 0xa0) {
                text.put(new String(bytes, from, p - from, StandardCharsets.UTF_8));
                text.put((char) (0xd000 | (bytes[p + 1] & 0x3f) << 6 | bytes[p + 2] & 0x3f));
                p += 2;
                from = p + 1;
            }
        }
        text.put(new String(bytes, from, length - from, StandardCharsets.UTF_8));
        return text.flip().toString();
    }
}
