package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.seal.Seal;
import java.util.List;
import java.util.Optional;

/**
 * Saves of one word that fill three blocks and say it in each, so that a mixture of two saves is told from either. A word in a
 * file of its own making may stand alone.
 */
final class Words {

    static final String NOTHING = "nothing";
    private static final String FIRST = "\"word\": \"";
    private static final String LAST = "\"last\": \"";
    private static final int LINES = 14;

    private Words() {}

    static final ContentReader<String> READER = new ContentReader<>() {
        @Override
        public String read(byte[] bytes) throws UnusableContentException {
            String text = new String(bytes, ISO_8859_1).strip();
            if (!text.startsWith("{") || !text.endsWith("}") || text.indexOf('\0') >= 0) {
                throw new UnusableContentException("is not an object");
            }
            String word = word(FIRST, text).orElseThrow(() -> new UnusableContentException("no word"));
            String last = word(LAST, text).orElse(word);
            return word.equals(last) && count(" " + word + " ", text) % LINES == 0
                    ? word
                    : "a mixture of " + word + " and " + last;
        }

        @Override
        public Optional<String> salvage(byte[] bytes) {
            return word(FIRST, new String(bytes, ISO_8859_1));
        }
    };

    private static int count(String part, String text) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static Optional<String> word(String before, String text) {
        int at = text.indexOf(before);
        int end = at < 0 ? -1 : text.indexOf('"', at + before.length());
        return end < 0 ? Optional.empty() : Optional.of(text.substring(at + before.length(), end));
    }

    static byte[] body(String word) {
        StringBuilder text = new StringBuilder("{\n  " + FIRST + word + "\"");
        for (int i = 0; i < LINES; i++) {
            text.append(",\n  \"line ")
                    .append(i)
                    .append("\": \"the word of this save is ")
                    .append(word)
                    .append(" and no other, in each block\"");
        }
        return text.append(",\n  ")
                .append(LAST)
                .append(word)
                .append("\"")
                .toString()
                .getBytes(UTF_8);
    }

    static SaveRequest request(String word, Keep... keep) {
        return new SaveRequest(body(word), Layout.PRETTY, List.of(keep));
    }

    /** The file that a storage would have written. */
    static byte[] sealed(String word, long generation, String id, String parent) {
        return Saves.file(body(word), Layout.PRETTY, new Seal(generation, id.repeat(16), parent.repeat(16), Saves.NOW));
    }

    /** The same with another word, put there by somebody who has not heard of seals. */
    static byte[] edited(byte[] sealed, String old, String word) {
        return new String(sealed, UTF_8).replace(old, word).getBytes(UTF_8);
    }

    static byte[] foreign(String word) {
        return ("{" + FIRST + word + "\"}\n").getBytes(UTF_8);
    }

    static byte[] newer(String word, long generation) {
        return ("{" + FIRST + word + "\", \"$save\": {\"v\": 3, \"gen\": " + generation + "}}\n").getBytes(UTF_8);
    }

    /** The bytes with one flipped bit. */
    static byte[] rotten(byte[] sealed) {
        byte[] bytes = sealed.clone();
        int end = new String(sealed, ISO_8859_1).indexOf(" and no other", sealed.length / 2);
        bytes[end - 1] ^= 2; // the last letter of a word
        return bytes;
    }

    static byte[] cut(byte[] sealed) {
        return java.util.Arrays.copyOf(sealed, sealed.length / 2);
    }
}
