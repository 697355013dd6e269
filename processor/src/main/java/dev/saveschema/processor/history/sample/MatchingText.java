package dev.saveschema.processor.history.sample;

import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.model.TextMatch;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a text that matches patterns. The patterns are not solved: usual words are tried, then a known text with one character
 * changed, until one matches or a pattern takes too long.
 */
public final class MatchingText {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_ .";
    private static final List<String> WORDS = List.of(
            "a",
            "A",
            "1",
            "ab",
            "AB",
            "Ab",
            "12",
            "abc",
            "ABC",
            "Abc",
            "123",
            "a1",
            "A1",
            "text",
            "Text",
            "TEXT",
            "some text",
            "Some text",
            "1234",
            "12345",
            "123456",
            "#a1b2c3",
            "#A1B2C3",
            "a-b",
            "a_b",
            "name@example.org",
            "2001-02-03",
            "1.0");

    private final ValueType.Text type;
    private final List<Pattern> patterns;
    private boolean isGivenUp;

    public MatchingText(ValueType.Text type) {
        this.type = type;
        this.patterns = type.patterns().stream().map(Pattern::compile).toList();
    }

    /** A text that matches and differs from the known one; the known one if none is found. */
    String otherThan(String known) {
        return Stream.concat(WORDS.stream(), changesOf(known))
                .takeWhile(text -> !isGivenUp)
                .filter(text -> !text.equals(known) && isLegal(text))
                .findFirst()
                .orElse(known);
    }

    /** The wish if it matches, else another text that does. */
    public String closestTo(String wish) {
        return isLegal(wish) ? wish : otherThan(wish);
    }

    private static Stream<String> changesOf(String known) {
        return LETTERS.chars()
                .boxed()
                .flatMap(letter -> Stream.iterate(0, at -> at < known.length(), at -> at + 1)
                        .map(at -> known.substring(0, at) + Character.toString(letter) + known.substring(at + 1)));
    }

    private boolean isLegal(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= type.size().least()
                && length <= type.size().most()
                && patterns.stream().allMatch(pattern -> matches(pattern, text));
    }

    private boolean matches(Pattern pattern, String text) {
        TextMatch match = TextMatch.of(pattern, text);
        isGivenUp |= match == TextMatch.GIVEN_UP;
        return match == TextMatch.MATCH;
    }
}
