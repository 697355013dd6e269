package dev.saveschema.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads text between quotes, eight bytes at a time. ASCII becomes a {@code String} without being looked at again; a text with other
 * bytes must be UTF-8.
 */
abstract class TextScanner extends ByteCursor {

    private static final byte[] NOTHING = {};
    private static final int FIRST_SIZE = 256;
    private static final char REPLACEMENT = '\uFFFD';

    /** The end of the last text, behind its closing quote. */
    int textEnd;

    /** The defect of the last text, if the text has a known end all the same; null if there is none. */
    @Nullable Defect textDefect;

    private final RepeatedTexts repeated = new RepeatedTexts();
    private byte[] unescaped = NOTHING;

    TextScanner(byte[] document, boolean salvaging, Defect.Listener defects) {
        super(document, salvaging, defects);
    }

    /**
     * Reads a text.
     *
     * @param from the place behind its opening quote
     * @return null if the text has a defect, or no end
     */
    final @Nullable String textFrom(int from) {
        byte[] document = in;
        int last = document.length - Swar.BYTES;
        long seen = 0;
        int p = from;
        for (; p <= last; p += Swar.BYTES) {
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
        int stop = plainStop(document, p);
        if (stop == document.length || document[stop] != '"' || Swar.isBeyondAscii(seen)) {
            return unusual(from, from);
        }
        textEnd = stop + 1;
        textDefect = null;
        return ascii(document, from, stop);
    }

    /**
     * The place of the first byte that is a quote, a backslash, a control character or beyond ASCII; the end if there is none. It
     * serves the last bytes of a document, of which there are less than eight.
     */
    private static int plainStop(byte[] document, int from) {
        int p = from;
        while (p < document.length && document[p] >= ' ' && document[p] != '"' && document[p] != '\\') {
            p++;
        }
        return p;
    }

    /** A text of ASCII bytes. The deprecated constructor, which sets only the lower half of each character, is the quickest. */
    @SuppressWarnings("deprecation")
    static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, 0, from, to - from);
    }

    /** @param start the place in the document where the text begins */
    private @Nullable String decoded(byte[] bytes, int from, int to, int start) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !Utf8.isValid(bytes, from, to)) {
            return broken(start, Defect.Cost.VALUE, "text that is not UTF-8");
        }
        return text;
    }

    /** @param start the place where the broken text begins; its end is known */
    private @Nullable String broken(int start, Defect.Cost cost, String problem) {
        textDefect = noted(new Defect(cost, start - 1, problem));
        return null;
    }

    /**
     * Reads a text with escapes or a defect, or near the end of the document.
     *
     * @param plain the end of the part without any of these
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
                int used = Escapes.write(in, p, out, length);
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
                hasHalves |= Escapes.isHalf(used);
                length += Escapes.written(used);
                p += Escapes.read(used);
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
        if (hasHalves && !Utf8.isValid(in, from, p)) {
            return broken(from, Defect.Cost.VALUE, "text that is not UTF-8");
        }
        String text = hasHalves ? Escapes.withHalves(out, length) : decoded(out, 0, length, from);
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

    private byte[] withRoom(int length) {
        if (unescaped.length - length < 2 * Swar.BYTES) {
            int size = Math.max(FIRST_SIZE, Math.addExact(length, Math.max(length, 2 * Swar.BYTES)));
            unescaped = Arrays.copyOf(unescaped, size);
        }
        return unescaped;
    }

    /** Passes over a text. A text with bytes beyond ASCII is read, since it must be UTF-8. */
    final void skipTextFrom(int from) {
        int quote = plainQuote(from);
        if (quote < 0) {
            textFrom(from);
            return;
        }
        textEnd = quote + 1;
        textDefect = null;
    }

    /** The place of a text's closing quote; negative if the text is not ASCII or has escapes. */
    final int plainQuote(int from) {
        int last = in.length - Swar.BYTES;
        int p = from;
        for (; p <= last; p += Swar.BYTES) {
            long word = words.getLong(p);
            long marks = Swar.special(word);
            if (Swar.isBeyondAscii(marks == 0 ? word : Swar.before(marks, word))) {
                return -1;
            }
            if (marks != 0) {
                int stop = p + Swar.first(marks);
                return in[stop] == '"' ? stop : -1;
            }
        }
        int stop = plainStop(in, p);
        return stop < in.length && in[stop] == '"' ? stop : -1;
    }
}
