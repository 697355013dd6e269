package dev.saveschema.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as it stands between its quotes, in UTF-8, made eight bytes at a time; a generator goes character by character. One is
 * used for many texts.
 */
final class EscapedText {

    /** How many characters a text must have for this to pay. */
    static final int WORTHWHILE = 16;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST_ESCAPE = 6;

    /** What follows the backslash in an ASCII character's escape; 0 for those that have none. */
    private static final byte[] LETTERS = letters();

    private byte[] bytes = {};
    private int length;

    private static byte[] letters() {
        byte[] letters = new byte[128];
        Arrays.fill(letters, 0, ' ', (byte) 'u');
        letters['\n'] = 'n';
        letters['\t'] = 't';
        letters['\r'] = 'r';
        letters['\b'] = 'b';
        letters['\f'] = 'f';
        letters['"'] = '"';
        letters['\\'] = '\\';
        return letters;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Takes a text; false if that is not possible, since it has half a surrogate pair, which UTF-8 has no form for. */
    boolean set(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = withRoom(utf8.length);
        int to = 0;
        int at = 0;
        int questions = 0;
        while (at < utf8.length) {
            if (at <= utf8.length - Words.BYTES) {
                long word = Words.get(utf8, at);
                Words.put(out, to, word);
                long marks = Words.special(word) | Words.equal(word, '?');
                int plain = marks == 0 ? Words.BYTES : Words.first(marks);
                at += plain;
                to += plain;
                if (marks == 0) {
                    continue;
                }
            }
            byte b = utf8[at++];
            byte letter = b < 0 ? 0 : LETTERS[b];
            if (letter == 0) {
                out[to++] = b;
                questions += b == '?' ? 1 : 0;
                continue;
            }
            out = withRoom(to + utf8.length - at);
            out[to++] = '\\';
            out[to++] = letter;
            if (letter == 'u') {
                out[to++] = '0';
                out[to++] = '0';
                out[to++] = HEX[b >> 4];
                out[to++] = HEX[b & 15];
            }
        }
        length = to;
        // the JDK writes a question mark for half a surrogate pair
        return questions == 0 || questions == questionsIn(text);
    }

    private static int questionsIn(String text) {
        int count = 0;
        for (int at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) {
            count++;
        }
        return count;
    }

    /** Room for so many bytes, an escape, and the word that the last of them is written with. */
    private byte[] withRoom(int count) {
        int needed = Math.addExact(count, LONGEST_ESCAPE + Words.BYTES);
        if (bytes.length < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, needed + count / 4));
        }
        return bytes;
    }
}
