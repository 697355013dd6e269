package dev.saveschema.processor.history;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a text that matches patterns, other than one that is known to. Patterns are not solved: usual words are tried, and the
 * known text with one character changed. If none matches, the known text is the sample too.
 */
final class MatchingText {

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

    MatchingText(ValueType.Text type) {
        this.type = type;
        this.patterns = type.patterns().stream().map(Pattern::compile).toList();
    }

    String otherThan(String known) {
        return Stream.concat(WORDS.stream(), changesOf(known))
                .filter(text -> !text.equals(known) && isLegal(text))
                .findFirst()
                .orElse(known);
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
                && patterns.stream().allMatch(pattern -> pattern.matcher(text).matches());
    }
}
