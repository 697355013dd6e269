package dev.saveschema.codec;

import dev.saveschema.json.Swar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as it stands between its quotes, in UTF-8, made eight bytes at a time; a generator goes character by character. One is
 * used for many texts.
 */
final class EscapedText {

    /** How many characters a text must have for this to pay. */
    static final int WORTHWHILE = 16;

    private static final byte PLAIN = 0;
    private static final byte MORE_THAN_A_LETTER = 1;

    /** What follows the backslash in an ASCII character's escape. */
    private static final byte[] LETTERS = letters();

    private byte[] bytes = {};
    private int length;

    private static byte[] letters() {
        byte[] letters = new byte[128];
        Arrays.fill(letters, 0, ' ', MORE_THAN_A_LETTER);
        letters['"'] = '"';
        letters['\\'] = '\\';
        letters['\n'] = 'n';
        letters['\t'] = 't';
        letters['\r'] = 'r';
        letters['\b'] = 'b';
        letters['\f'] = 'f';
        return letters;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /**
     * Takes a text; false if it is not a usual one: if it has control characters whose escape takes more than a letter, or half a
     * surrogate pair, which has no form in UTF-8.
     */
    boolean set(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = withRoom(Math.addExact(Math.multiplyExact(2, utf8.length), Swar.BYTES));
        ByteBuffer words = Swar.over(utf8);
        ByteBuffer outWords = Swar.over(out);
        int to = 0;
        int at = 0;
        int questions = 0;
        while (at < utf8.length) {
            if (at <= utf8.length - Swar.BYTES) {
                long word = words.getLong(at);
                outWords.putLong(to, word);
                long marks = Swar.special(word) | Swar.equal(word, '?');
                int plain = marks == 0 ? Swar.BYTES : Swar.first(marks);
                at += plain;
                to += plain;
                if (marks == 0) {
                    continue;
                }
            }
            byte b = utf8[at++];
            byte letter = b < 0 ? PLAIN : LETTERS[b];
            if (letter == PLAIN) {
                out[to++] = b;
                questions += b == '?' ? 1 : 0;
            } else if (letter == MORE_THAN_A_LETTER) {
                return false;
            } else {
                out[to++] = '\\';
                out[to++] = letter;
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

    private byte[] withRoom(int count) {
        if (bytes.length < count) {
            bytes = new byte[count + count / 4];
        }
        return bytes;
    }
}
