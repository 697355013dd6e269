package dev.saveschema.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Matches the texts of one file against regular expressions, within a limit. The time of Java's expressions may double with each
 * character, their recursion is as deep as a text is long, and the text comes from a file that nobody may trust. So a long text is
 * not matched at all, and a match that looks at too many characters is given up: the same on every machine, unlike a limit on time.
 *
 * <p>An ordinary expression looks at each character a few times, which is free. Further looks are taken from a budget that all
 * texts of the file share: otherwise a list of a million short texts could do what one long text cannot.
 */
public final class TextMatch {

    /** The longest text that is matched, in UTF-16 units. */
    public static final int LONGEST = 65_536;

    /** The number of times that each character may be looked at for free. */
    private static final int ORDINARY = 8;

    /** The number of further looks that one match may take: a fifth of a second or so. */
    private static final int MOST_STEPS = 10_000_000;

    private int spare = 10 * MOST_STEPS;

    /** The reason why a text does not match, as a phrase that follows the text; null if the whole text matches. */
    public @Nullable String mismatch(Pattern pattern, String text) {
        if (text.length() > LONGEST) {
            return "is %,d characters long; at most %,d are matched against a pattern"
                    .formatted(text.length(), LONGEST);
        }
        int ordinary = ORDINARY * text.length();
        Steps steps = new Steps(ordinary + Math.min(spare, MOST_STEPS));
        try {
            boolean matches =
                    pattern.matcher(new Counted(text, 0, text.length(), steps)).matches();
            return matches ? null : "does not match " + expression(pattern);
        } catch (GivenUpException e) {
            return "takes too long to match against " + expression(pattern);
        } catch (StackOverflowError e) {
            return "is too long to match against " + expression(pattern);
        } finally {
            spare -= Math.max(0, steps.taken - ordinary);
        }
    }

    private static String expression(Pattern pattern) {
        return Excerpt.oneLine(pattern.pattern());
    }

    private static final class GivenUpException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        GivenUpException() {
            super(null, null, false, false);
        }
    }

    private static final class Steps {

        private final int most;
        private int taken;

        Steps(int most) {
            this.most = most;
        }

        void take() {
            if (taken++ == most) {
                throw new GivenUpException();
            }
        }
    }

    /** @param steps the count, shared by all parts of the text */
    private record Counted(String text, int from, int to, Steps steps) implements CharSequence {

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            steps.take();
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
