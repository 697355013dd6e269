package dev.saveschema.codec;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The length of a text in code points, and what it must match.
 *
 * @param min the fewest code points
 * @param max the most code points
 * @param clamp whether a text that is too long is cut, in place of the default
 * @param pattern what the whole text must match, or null
 */
public record TextLimit(
        int min, int max, boolean clamp, @Nullable Pattern pattern) {

    /** Allows every text. */
    public static final TextLimit NONE = new TextLimit(0, Integer.MAX_VALUE, false, null);

    /** Allows {@code min} to {@code max} code points, both included. */
    public static TextLimit size(int min, int max) {
        return new TextLimit(min, max, false, null);
    }

    /** The same length; a text that is too long is cut at its end. */
    public TextLimit clamped() {
        return new TextLimit(min, max, true, pattern);
    }

    /** The same length; the whole text must match the expression too. */
    public TextLimit matching(String regex) {
        return new TextLimit(min, max, clamp, Pattern.compile(regex));
    }

    /** Whether the text is too short. Looks at no more of it than it needs. */
    boolean isTooShort(String text) {
        return text.length() < 2L * min && text.codePointCount(0, text.length()) < min;
    }

    /** Whether the text is too long. Looks at none of it in the usual case. */
    boolean isTooLong(String text) {
        return text.length() > max && text.codePointCount(0, text.length()) > max;
    }

    /** Whether the text matches. Java's expressions recurse, and what they are given comes from the file. */
    boolean isMatch(String text) {
        try {
            return pattern == null || pattern.matcher(text).matches();
        } catch (StackOverflowError e) {
            return false;
        }
    }

    /** The first code points of a text, as many as are allowed. */
    String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, max));
    }
}
