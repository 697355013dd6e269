package dev.saveschema.json;

import dev.saveschema.text.IsoTime;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes the values and texts of a document in UTF-8 into one array that grows. The caller knows where brackets and commas go. A
 * writer can be used for one document after another, so that the array is not made again each time.
 */
public final class ByteWriter extends GrowingBytes {

    /** The length up to which a text is written character by character. */
    private static final int SHORT = 16;

    /** The number of characters of a longer text that are written at a time. */
    private static final int CHUNK = 256;

    /** The most bytes that a character becomes: an escape in hexadecimal digits. */
    private static final int LARGEST = 6;

    private static final byte PLAIN = 0;
    private static final byte HEX = 1;

    /** The letter behind the backslash in the escape of each ASCII character; {@link #PLAIN} if a character needs no escape. */
    private static final byte[] ESCAPES = escapes();

    private static final byte[] HEX_DIGITS = ascii("0123456789abcdef");
    private static final byte[] LOWEST = ascii("-9223372036854775808");

    private char[] chunk = {};
    private byte[] low = {};
    private ByteBuffer lowWords = Swar.over(low);

    /** A writer that has written nothing. */
    public ByteWriter() {
        this(FIRST_SIZE);
    }

    /** @param size the number of bytes that are expected */
    public ByteWriter(int size) {
        super(size);
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        Arrays.fill(escapes, 0, ' ', HEX);
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\n'] = 'n';
        escapes['\t'] = 't';
        escapes['\r'] = 'r';
        escapes['\b'] = 'b';
        escapes['\f'] = 'f';
        return escapes;
    }

    /** Text that is known to be ASCII. */
    // drops the upper half of each character, which is zero here; there is no quicker way
    @SuppressWarnings("deprecation")
    private static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        text.getBytes(0, bytes.length, bytes, 0);
        return bytes;
    }

    /** The bytes of a text in a document, with its quotes. */
    public static byte[] quoted(String text) {
        ByteWriter writer = new ByteWriter();
        writer.text(text);
        return writer.toByteArray();
    }

    /** Writes a number in decimal digits. */
    public void number(long number) {
        if (number < 0) {
            if (number == Long.MIN_VALUE) {
                raw(LOWEST);
                return;
            }
            raw('-');
            digits(-number);
        } else {
            digits(number);
        }
    }

    private void digits(long number) {
        room(Digits.ROOM);
        length = Digits.write(number, words, length);
    }

    /** Writes a finite number in the fewest digits that read as it. */
    public void number(double number) {
        room(ShortestDouble.ROOM);
        length = ShortestDouble.write(number, out, words, length);
    }

    /** Writes a finite number in the fewest digits that read as it. */
    public void number(float number) {
        raw(Decimals.text(number));
    }

    /** Writes an instant in quotes, as {@link Instant#toString} does. */
    public void instant(Instant instant) {
        room(IsoTime.LONGEST_INSTANT + 2);
        int end = IsoTime.write(instant, out, length + 1);
        if (end < 0) {
            text(instant.toString());
            return;
        }
        out[length] = '"';
        out[end] = '"';
        length = end + 1;
    }

    // ---- texts

    /** Writes a text in quotes. Half a surrogate pair, which UTF-8 does not have, is written as an escape. */
    public void text(String text) {
        int count = text.length();
        if (count > SHORT) {
            raw('"');
            longText(text);
            raw('"');
            return;
        }
        room(count + 2);
        byte[] to = out;
        int at = length;
        to[at++] = '"';
        for (int each = 0; each < count; each++) {
            char c = text.charAt(each);
            if (c >= 0x80 || ESCAPES[c] != PLAIN) {
                raw('"');
                longText(text);
                raw('"');
                return;
            }
            to[at++] = (byte) c;
        }
        to[at++] = '"';
        length = at;
    }

    private void longText(String text) {
        if (chunk.length == 0) {
            chunk = new char[CHUNK];
            low = new byte[CHUNK + Swar.BYTES];
            lowWords = Swar.over(low);
        }
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + CHUNK);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            text.getChars(from, to, chunk, 0);
            room((to - from) * LARGEST + Swar.BYTES);
            if (isAscii(to - from)) {
                ascii(text, from, to);
            } else {
                others(to - from);
            }
            from = to;
        }
    }

    private boolean isAscii(int count) {
        int seen = 0;
        for (int each = 0; each < count; each++) {
            seen |= chunk[each];
        }
        return seen < 0x80;
    }

    @SuppressWarnings("deprecation") // drops the upper half of each character, which is zero here
    private void ascii(String text, int from, int to) {
        int count = to - from;
        text.getBytes(from, to, low, 0);
        byte[] in = low;
        int at = length;
        int each = 0;
        while (each < count) {
            if (each + Swar.BYTES <= count) {
                long word = lowWords.getLong(each);
                words.putLong(at, word);
                long marks = Swar.special(word);
                int plain = marks == 0 ? Swar.BYTES : Swar.first(marks);
                each += plain;
                at += plain;
                if (marks == 0) {
                    continue;
                }
            }
            at = ascii(in[each++], at);
        }
        length = at;
    }

    /**
     * Writes a character.
     *
     * @return the place of the next character
     */
    private int ascii(int c, int to) {
        byte[] bytes = out;
        int at = to;
        byte escape = ESCAPES[c];
        if (escape == PLAIN) {
            bytes[at++] = (byte) c;
        } else if (escape == HEX) {
            at = hex(c, at);
        } else {
            bytes[at++] = '\\';
            bytes[at++] = escape;
        }
        return at;
    }

    private int hex(int unit, int to) {
        byte[] bytes = out;
        int at = to;
        bytes[at++] = '\\';
        bytes[at++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[at++] = HEX_DIGITS[unit >> shift & 15];
        }
        return at;
    }

    private void others(int count) {
        byte[] bytes = out;
        int at = length;
        for (int each = 0; each < count; each++) {
            char c = chunk[each];
            if (c < 0x80) {
                at = ascii(c, at);
            } else if (!Character.isSurrogate(c)) {
                at = Utf8.write(c, bytes, at);
            } else if (Character.isHighSurrogate(c) && each + 1 < count && Character.isLowSurrogate(chunk[each + 1])) {
                at = Utf8.write(Character.toCodePoint(c, chunk[++each]), bytes, at);
            } else {
                at = hex(c, at);
            }
        }
        length = at;
    }
}
