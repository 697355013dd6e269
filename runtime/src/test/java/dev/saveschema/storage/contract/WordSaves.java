package dev.saveschema.storage.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.UnusableContentException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Saves of one word, {@code {"word": "apple"}}. */
public final class WordSaves {

    private static final Pattern WORD = Pattern.compile("^\\{\\s*\"word\":\\s?\"(\\w+)\"");

    private WordSaves() {}

    /** Refuses what does not end as an object, or has no word at its beginning. */
    public static final ContentReader<String> READER = new ContentReader<>() {

        @Override
        public String read(byte[] bytes) throws UnusableContentException {
            if (!new String(bytes, UTF_8).stripTrailing().endsWith("}")) {
                throw new UnusableContentException("does not end");
            }
            return salvage(bytes).orElseThrow(() -> new UnusableContentException("no word at its beginning"));
        }

        @Override
        public Optional<String> salvage(byte[] bytes) {
            Matcher found = WORD.matcher(new String(bytes, UTF_8));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }
    };

    /** The answer of a reader to the bytes of a document. */
    public interface Answer {

        String of(byte[] bytes) throws UnusableContentException;
    }

    /** A reader that closes the storage whose load asks it. */
    public static ContentReader<String> closing(SaveStorage storage, Answer answer) {
        return new ContentReader<>() {
            @Override
            public String read(byte[] bytes) throws UnusableContentException {
                try {
                    storage.close();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                return answer.of(bytes);
            }

            @Override
            public Optional<String> salvage(byte[] bytes) {
                return Optional.empty();
            }
        };
    }

    /** The text of a save, but for its end. */
    public static byte[] body(String word) {
        return ("{\n  \"word\": \"" + word + "\"").getBytes(UTF_8);
    }

    /** Saves a word, and wishes to keep what it replaces. */
    public static SaveRequest request(String word, Keep... keep) {
        return new SaveRequest(body(word), Layout.PRETTY, List.of(keep));
    }

    /** The word in a whole document. */
    public static String in(byte[] bytes) {
        return READER.salvage(bytes).orElseThrow(() -> new AssertionError(new String(bytes, UTF_8)));
    }
}
