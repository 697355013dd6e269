package dev.saveschema.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads text between quotes, eight bytes at a time. Text of ASCII becomes a {@code String} without being looked at again; what has
 * bytes beyond it is held to UTF-8.
 */
abstract class TextScanner extends ByteCursor {

    private static final int FIRST_SIZE = 256;
    private static final char REPLACEMENT = '\uFFFD';
    private static final int HEX_DIGITS = 4;

    /** Where the last text ends, behind its closing quote. */
    int textEnd;

    /** What is wrong with the last text, if its end is known all the same; null if it is in order. */
    @Nullable Defect textDefect;

    private final RepeatedTexts repeated = new RepeatedTexts();
    private byte[] unescaped = {};

    TextScanner(byte[] document, boolean salvaging, Defect.Listener defects) {
        super(document, salvaging, defects);
    }

    /**
     * Reads the text whose opening quote is before a place.
     *
     * @return null if it has a defect, or no end
     */
    final @Nullable String textFrom(int from) {
        byte[] document = in;
        int last = document.length - Swar.BYTES;
        long seen = 0;
        for (int p = from; p <= last; p += Swar.BYTES) {
            long word = words.getLong(p);
            long marks = Swar.special(word);
            if (marks != 0) {
                int stop = p + Swar.first(marks);
                if (document[stop] != '"') {
                    return unusual(from, stop);
                }
                seen |= Swar.before(marks, word);
                textEnd = stop + 1;
                textDefect = null;
                if (Swar.isBeyondAscii(seen)) {
                    return decoded(document, from, stop, from);
                }
                return stop - from <= RepeatedTexts.LONGEST
                        ? repeated.text(document, words, from, stop)
                        : ascii(document, from, stop);
            }
            seen |= word;
        }
        return unusual(from, from);
    }

    /** The constructor that only looks at the lower halves of characters is the quickest that there is. */
    @SuppressWarnings("deprecation")
    static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, 0, from, to - from);
    }

    /** @param start where in the document the text begins */
    private @Nullable String decoded(byte[] bytes, int from, int to, int start) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes, from, to)) {
            return broken(start, Defect.Cost.VALUE, "text that is not UTF-8");
        }
        return text;
    }

    /** The replacement character may stand in the text itself, or for bytes that are no UTF-8. */
    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** @param start where the text begins that is broken, and whose end is known */
    private @Nullable String broken(int start, Defect.Cost cost, String problem) {
        textDefect = noted(new Defect(cost, start - 1, problem));
        return null;
    }

    /**
     * A text with escapes, or near the end of the document, or with a defect.
     *
     * @param plain up to where there is nothing of that kind
     */
    private @Nullable String unusual(int from, int plain) {
        textDefect = null;
        int length = plain - from;
        byte[] out = withRoom(length);
        System.arraycopy(in, from, out, 0, length);
        int p = plain;
        boolean hasHalves = false;
        int tab = -1;
        Defect found = null;
        while (true) {
            if (out.length - length < 2 * Swar.BYTES) {
                out = withRoom(length);
            }
            if (p + Swar.BYTES <= in.length) {
                long word = words.getLong(p);
                long marks = Swar.special(word);
                int count = marks == 0 ? Swar.BYTES : Swar.first(marks);
                System.arraycopy(in, p, out, length, count);
                p += count;
                length += count;
                if (marks == 0) {
                    continue;
                }
            }
            if (p >= in.length) {
                fail(from - 1, "a text has no end");
                return null;
            }
            byte b = in[p];
            if (b == '"') {
                break;
            }
            if (b == '\\') {
                int used = escape(p, out, length);
                if (used < 0) {
                    if (p + 1 >= in.length) {
                        fail(from - 1, "a text has no end");
                        return null;
                    }
                    found = found == null ? badEscape(from, p) : found;
                    out[length++] = b;
                    p++;
                    continue;
                }
                hasHalves |= (used & HALF) != 0;
                length += (used & ~HALF) >>> HEX_DIGITS;
                p += used & 15;
                continue;
            }
            if (b >= 0 && b < ' ') {
                if (b == '\n' || b == '\r') {
                    fail(from - 1, "a text has no end on its line");
                    return null;
                }
                if (b == '\t') {
                    tab = tab < 0 ? p : tab;
                } else if (found == null || found.cost() != Defect.Cost.DAMAGED_VALUE) {
                    found = new Defect(
                            Defect.Cost.DAMAGED_VALUE, from - 1, "text with the control character U+%04X".formatted(b));
                }
            }
            out[length++] = b;
            p++;
        }
        textEnd = p + 1;
        if (found != null) {
            textDefect = noted(found);
            return null;
        }
        if (hasHalves && !isUtf8(in, from, p)) {
            return broken(from, Defect.Cost.VALUE, "text that is not UTF-8");
        }
        String text = hasHalves ? withHalves(out, length) : decoded(out, 0, length, from);
        if (text != null && tab >= 0) {
            passOver(tab, "a text has a tab that is not escaped", "kept it");
        }
        return text;
    }

    private Defect badEscape(int from, int backslash) {
        return new Defect(
                Defect.Cost.VALUE,
                from - 1,
                "text with " + excerpt(backslash, backslash + 2) + ", which is none of JSON's escapes");
    }

    private static final int HALF = 1 << 16;

    /**
     * Puts what an escape stands for into a buffer.
     *
     * @return how many bytes it has in the document, and 16 times how many it was put into, and {@link #HALF} if that is half of a
     *     surrogate pair, as three bytes that no UTF-8 has; negative if it is no escape
     */
    private int escape(int backslash, byte[] out, int to) {
        if (backslash + 1 >= in.length) {
            return -1;
        }
        byte letter = in[backslash + 1];
        byte plain = letter(letter);
        if (plain != 0) {
            out[to] = plain;
            return 1 << HEX_DIGITS | 2;
        }
        int unit = letter == 'u' ? hex(backslash + 2) : -1;
        if (unit < 0) {
            return -1;
        }
        int low = Character.isHighSurrogate((char) unit)
                        && backslash + 7 < in.length
                        && in[backslash + 6] == '\\'
                        && in[backslash + 7] == 'u'
                ? hex(backslash + 8)
                : -1;
        if (low >= 0 && Character.isLowSurrogate((char) low)) {
            int codePoint = Character.toCodePoint((char) unit, (char) low);
            out[to] = (byte) (0xf0 | codePoint >> 18);
            out[to + 1] = (byte) (0x80 | codePoint >> 12 & 0x3f);
            out[to + 2] = (byte) (0x80 | codePoint >> 6 & 0x3f);
            out[to + 3] = (byte) (0x80 | codePoint & 0x3f);
            return 4 << HEX_DIGITS | 12;
        }
        if (unit < 0x80) {
            out[to] = (byte) unit;
            return 1 << HEX_DIGITS | 6;
        }
        if (unit < 0x800) {
            out[to] = (byte) (0xc0 | unit >> 6);
            out[to + 1] = (byte) (0x80 | unit & 0x3f);
            return 2 << HEX_DIGITS | 6;
        }
        out[to] = (byte) (0xe0 | unit >> 12);
        out[to + 1] = (byte) (0x80 | unit >> 6 & 0x3f);
        out[to + 2] = (byte) (0x80 | unit & 0x3f);
        return (Character.isSurrogate((char) unit) ? HALF : 0) | 3 << HEX_DIGITS | 6;
    }

    private int hex(int from) {
        if (from + HEX_DIGITS > in.length) {
            return -1;
        }
        int value = 0;
        for (int p = from; p < from + HEX_DIGITS; p++) {
            int digit = in[p] < 0 ? -1 : Character.digit(in[p], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** What a letter after a backslash stands for; 0 if that takes more than a letter. */
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

    /** Text of which some characters are halves of surrogate pairs, put down as three bytes each. */
    private static String withHalves(byte[] bytes, int length) {
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

    private byte[] withRoom(int length) {
        if (unescaped.length - length < 2 * Swar.BYTES) {
            int size = Math.max(FIRST_SIZE, Math.addExact(length, Math.max(length, 2 * Swar.BYTES)));
            unescaped = Arrays.copyOf(unescaped, size);
        }
        return unescaped;
    }

    /**
     * Passes over the text whose opening quote is before a place. What has bytes beyond ASCII is made a text of, to be held to UTF-8.
     */
    final void skipTextFrom(int from) {
        byte[] document = in;
        int last = document.length - Swar.BYTES;
        long seen = 0;
        for (int p = from; p <= last; p += Swar.BYTES) {
            long word = words.getLong(p);
            long marks = Swar.special(word);
            if (marks != 0) {
                int stop = p + Swar.first(marks);
                if (document[stop] == '"' && !Swar.isBeyondAscii(seen | Swar.before(marks, word))) {
                    textEnd = stop + 1;
                    textDefect = null;
                    return;
                }
                textFrom(from);
                return;
            }
            seen |= word;
        }
        textFrom(from);
    }
}
