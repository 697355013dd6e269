package dev.saveschema.codec.limit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The allowed length of a text in code points, and the patterns that it must match.
 *
 * @param min the fewest code points
 * @param max the most code points
 * @param clamp whether a text that is too long is cut; else the default is used
 * @param patterns the patterns, each of which must match the whole text
 * @param inked whether the text must have something else than white space
 */
public record TextLimit(int min, int max, boolean clamp, List<Pattern> patterns, boolean inked) {

    /** Allows every text. */
    public static final TextLimit NONE = new TextLimit(0, Integer.MAX_VALUE, false, List.of(), false);

    public TextLimit {
        patterns = List.copyOf(patterns);
    }

    /** Allows {@code min} to {@code max} code points, both included. */
    public static TextLimit size(int min, int max) {
        return new TextLimit(min, max, false, List.of(), false);
    }

    /** The same length; a text that is too long is cut at its end. */
    public TextLimit clamped() {
        return new TextLimit(min, max, true, patterns, inked);
    }

    /** The same limit; the whole text must match the expression, too. */
    public TextLimit matching(String regex) {
        Stream<Pattern> more = Stream.of(Pattern.compile(regex));
        return new TextLimit(
                min, max, clamp, Stream.concat(patterns.stream(), more).toList(), inked);
    }

    /** The same limit; the text must have something else than white space. */
    public TextLimit notBlank() {
        return new TextLimit(min, max, clamp, patterns, true);
    }

    /** Whether the text has only ASCII white space, though the limit asks for more. */
    public boolean isBlank(String text) {
        return inked && text.chars().allMatch(c -> c == ' ' || (c >= '\t' && c <= '\r'));
    }

    /** Whether the text is too short. Looks at no more of it than it needs. */
    public boolean isTooShort(String text) {
        return text.length() < 2L * min && text.codePointCount(0, text.length()) < min;
    }

    /** Whether the text is too long. Looks at none of it in the usual case. */
    public boolean isTooLong(String text) {
        return text.length() > max && text.codePointCount(0, text.length()) > max;
    }

    /** The violation of a text that is too short or too long: {@code has 5 characters; at most 4 are allowed}. */
    public String violation(String text) {
        int found = text.codePointCount(0, text.length());
        return "has %s; %s".formatted(characters(found), found < min ? atLeast(min) : atMost(max));
    }

    public static String atLeast(int min) {
        return "at least %,d %s needed".formatted(min, min == 1 ? "is" : "are");
    }

    public static String atMost(int max) {
        return "at most %,d %s allowed".formatted(max, max == 1 ? "is" : "are");
    }

    public static String characters(int count) {
        return count == 1 ? "1 character" : "%,d characters".formatted(count);
    }

    /** The first code points of a text, as many as are allowed. */
    public String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, max));
    }
}
