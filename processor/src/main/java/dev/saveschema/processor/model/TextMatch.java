package dev.saveschema.processor.model;

import java.util.regex.Pattern;

/**
 * Whether a text matches an expression, with an end: Java's expressions may take a time that doubles with each character, and a
 * compiler must not hang on one. Counts the characters that are looked at, as the runtime does.
 */
public enum TextMatch {
    MATCH,
    NO_MATCH,
    /** It would take too long, or too deep a recursion, to say. */
    GIVEN_UP;

    /** As many characters as the runtime looks at. */
    public static final int MOST_STEPS = 10_000_000;

    public static TextMatch of(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, 0, text.length(), new int[1]))
                            .matches()
                    ? MATCH
                    : NO_MATCH;
        } catch (GivenUpException | StackOverflowError e) {
            return GIVEN_UP;
        }
    }

    private static final class GivenUpException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        GivenUpException() {
            super(null, null, false, false);
        }
    }

    /** @param steps counts for all parts of one text */
    private record Counted(String text, int from, int to, int[] steps) implements CharSequence {

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new GivenUpException();
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, steps);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
