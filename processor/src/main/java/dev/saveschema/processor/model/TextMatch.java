package dev.saveschema.processor.model;

import java.util.regex.Pattern;

/**
 * The result of matching a text against a regular expression within a limit. The time of Java's expressions may double with each
 * character, and a compiler must not hang. The limit is on the characters that are looked at, as in the runtime.
 */
public enum TextMatch {
    MATCH,
    NO_MATCH,
    /** The match was given up: it would take too long, or recurse too deep. */
    GIVEN_UP;

    /** The number of characters that are looked at before a match is given up; the same as in the runtime. */
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

    /** @param steps the count, shared by all parts of one text */
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
