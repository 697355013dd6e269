package dev.saveschema.json;

import dev.saveschema.json.Defect.Cost;
import org.jspecify.annotations.Nullable;

/** Reads the names of members, each with its colon. A name that is not in double quotes is dropped with its member. */
abstract class NameScanner extends ValueScanner {

    /** The answer of {@link Scanner#nextName} at the end of an object. */
    public static final int END = -1;

    /** The answer of {@link #name} if it passed over a broken name and its value. */
    static final int BROKEN_NAME = -3;

    private int nameFrom;
    private @Nullable String name;

    NameScanner(byte[] document, boolean salvaging, Defect.Listener defects) {
        super(document, salvaging, defects);
    }

    /** Passes over the current value, however deep it is. */
    abstract void finish();

    /**
     * Passes over the name at the current place, and its colon.
     *
     * @return the number of the name; {@link NameTable#UNKNOWN}, {@link #BROKEN_NAME}, or {@link #END} if the document ends early
     */
    final int name(NameTable expected, int guess) {
        if (at >= in.length || in[at] != '"') {
            return otherName() ? BROKEN_NAME : END;
        }
        int from = at + 1;
        name = null;
        nameFrom = from;
        int number;
        if (guess < expected.count() && expected.stands(guess, in, words, from)) {
            at = from + expected.length(guess);
            number = guess;
        } else {
            number = find(expected, from);
            if (number == END || number == BROKEN_NAME) {
                return number;
            }
        }
        if (at < in.length && in[at] == ':') {
            at++;
            return number;
        }
        return colon() ? number : END;
    }

    private boolean colon() {
        if (space() != ':') {
            failAt(at, "the colon that follows a name");
            return false;
        }
        at++;
        return true;
    }

    /** The number of a name that was not guessed. */
    private int find(NameTable expected, int from) {
        int quote = plainQuote(from);
        if (quote >= 0) {
            at = quote + 1;
            return expected.find(in, words, from, quote);
        }
        String text = textFrom(from);
        if (endedEarly()) {
            return END;
        }
        at = textEnd;
        if (text == null) {
            return withoutMember(textDefect == null ? "" : "a name that is " + textDefect.problem(), from - 1)
                    ? BROKEN_NAME
                    : END;
        }
        name = text;
        return expected.find(text);
    }

    /** The name that was last moved to. */
    public final String currentName() {
        String text = name;
        if (text == null) {
            text = textFrom(nameFrom);
            if (text == null) {
                throw new AssertionError("the name was read before");
            }
            name = text;
        }
        return text;
    }

    /** Passes over a name that is not in double quotes, and over its value; false if there is no such name. */
    private boolean otherName() {
        int from = at;
        if (from >= in.length) {
            failAt(from, "a name");
            return false;
        }
        if (in[from] == '\'') {
            int close = singleQuote(from);
            if (close < 0) {
                return false;
            }
            at = close;
        } else {
            while (at < in.length && isWordByte(in[at])) {
                at++;
            }
        }
        if (at == from) {
            failAt(from, "a name in double quotes");
            return false;
        }
        return withoutMember("the name " + excerpt(from, at) + " is not in double quotes", from);
    }

    /** Passes over the colon and the value behind a name that is not JSON. */
    private boolean withoutMember(String problem, int from) {
        if (!colon()) {
            return false;
        }
        value();
        finish();
        if (endedEarly()) {
            return false;
        }
        clean = false;
        defects.met(noted(new Defect(Cost.VALUE, from, problem)), "dropped with its value");
        return true;
    }

    private static boolean isWordByte(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '$' || b == '-';
    }
}
