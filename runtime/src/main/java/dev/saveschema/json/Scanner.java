package dev.saveschema.json;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the bytes of a JSON document (RFC 8259), value by value and on demand: a value that no caller asks for is only
 * passed over. The scanner does not recurse, however deep the document is.
 *
 * <p>A part that is not JSON is passed over if its end is clear: see {@link Defect}. Otherwise the document cannot be read on.
 *
 * <p>Not thread-safe. A container is entered by {@link #enter}, its parts are gone through by {@link #nextElement} or {@link
 * #nextName} until these say that it ended, and any value that was not read or entered is passed over by the next step.
 */
public final class Scanner extends NameScanner {

    private static final NameTable NO_NAMES = NameTable.of(List.of());

    /** Whether no part of the innermost container was met yet, so that no comma is due. */
    private boolean fresh;

    private int depth;

    /** Whether the outermost value is a part of the document, so that a bracket may follow it. */
    private boolean isPart;

    private @Nullable Lookahead ahead;

    /** A bit for each open container, set for an object. */
    private long[] objects = new long[2];

    /**
     * A scanner before the first value of a document.
     *
     * @param salvaging whether the document ends, without an exception, at a place where it cannot be read on
     */
    public Scanner(byte[] document, boolean salvaging, Defect.Listener defects) {
        super(document, salvaging, defects);
    }

    @Override
    boolean isAtEnd() {
        return depth == 0;
    }

    @Override
    boolean closes(byte bracket) {
        return depth == 0 ? isPart : bracket == (isInObject() ? '}' : ']');
    }

    /** The place of the first byte that was not passed over yet. */
    public int position() {
        return at;
    }

    /** How many containers are open. */
    public int depth() {
        return depth;
    }

    // ---- from value to value

    /** Moves to the document's one value; {@link Token#NONE} if the document is empty. */
    public Token first() {
        if (in.length >= 3 && in[0] == (byte) 0xef && in[1] == (byte) 0xbb && in[2] == (byte) 0xbf) {
            at = 3;
        }
        return space() == NO_BYTE || endedEarly() ? Token.NONE : value();
    }

    /** Moves to a value somewhere in the document, as if that value was the document. The value was passed over before. */
    public void first(int offset) {
        isPart = true;
        at = offset;
        depth = 0;
        token = Token.NONE;
        value();
    }

    /** Enters the current object or array. */
    public void enter() {
        int word = depth / Long.SIZE;
        if (word == objects.length) {
            objects = Arrays.copyOf(objects, word * 2);
        }
        if (token == Token.OBJECT) {
            objects[word] |= 1L << depth;
        } else {
            objects[word] &= ~(1L << depth);
        }
        depth++;
        at = start + 1;
        fresh = true;
        token = Token.NONE;
    }

    private boolean isInObject() {
        return (objects[(depth - 1) / Long.SIZE] & 1L << depth - 1) != 0;
    }

    /** Moves to the next element of the innermost array; {@link Token#NONE} at its end, or where the document ends early. */
    public Token nextElement() {
        if (nextPart(']') == ']') {
            return leave();
        }
        return endedEarly() ? Token.NONE : value();
    }

    /**
     * Moves to the next name of the innermost object, and to its value.
     *
     * @param expected the names that are known
     * @param guess the number of the name that usually comes next
     * @return the number of the name; {@link NameTable#UNKNOWN} if it is not known; {@link #END} if there is no further name, or
     *     the document ends early. {@link #value} then moves to the name's value
     */
    public int nextName(NameTable expected, int guess) {
        int number;
        do {
            if (nextPart('}') == '}') {
                leave();
                return END;
            }
            if (endedEarly()) {
                return END;
            }
            number = name(expected, guess);
        } while (number == BROKEN_NAME);
        return number;
    }

    /**
     * Passes over the current value and the comma behind it.
     *
     * @return the byte with which the next part begins, or the closing bracket
     */
    private int nextPart(char close) {
        int b = next();
        if (b == close) {
            return b;
        }
        if (!fresh) {
            return comma(b, close);
        }
        fresh = false;
        return b == ',' ? commas(at, false, isReported(at), close) : b;
    }

    /**
     * Passes over the current value, white space and comments.
     *
     * @return the next byte
     */
    private int next() {
        if (token != Token.NONE) {
            finish();
        }
        if (endedEarly()) {
            return NO_BYTE;
        }
        return space();
    }

    private Token leave() {
        at++;
        depth--;
        fresh = false;
        clean = true;
        token = Token.NONE;
        return Token.NONE;
    }

    /**
     * Passes over the comma that is due.
     *
     * @return the byte behind the comma
     */
    private int comma(int b, char close) {
        if (b == ',') {
            boolean again = isReported(at);
            int comma = at++;
            int behind = space();
            return behind == ',' || behind == close ? commas(comma, true, again, close) : behind;
        }
        boolean begins = b == '"' || close == ']' && (b == '{' || b == '[');
        if (begins && clean && in[at - 1] != '"') {
            passOver(at, "a comma is missing", "read on as if it was there");
            return b;
        }
        failAt(
                at,
                close == ']'
                        ? "the comma or bracket that follows an element"
                        : "the comma or brace that follows a value");
        return NO_BYTE;
    }

    /**
     * Passes over a run of commas, reports those that separate nothing, and answers the byte behind it.
     *
     * @param isDue whether one of them separates two parts, if a part follows
     * @param again whether the run was reported before
     */
    private int commas(int run, boolean isDue, boolean again, char close) {
        at = run;
        int second = run;
        int count = 0;
        int b;
        do {
            if (count == 1) {
                second = at;
            }
            count++;
            at++;
            b = space();
        } while (b == ',');
        boolean separates = isDue && b != close;
        int tooMany = separates ? count - 1 : count;
        if (!again) {
            String found = tooMany == 1 ? "a comma too many" : "%,d commas too many".formatted(tooMany);
            report(separates ? second : run, found, "left out");
        }
        return b;
    }

    /** Marks the current value as taken. */
    public void taken() {
        finish();
    }

    /** Passes over the current value, however deep it is. */
    public void skip() {
        finish();
    }

    /** Passes over the current value, whose end is known. */
    public void skipTo(int offset) {
        at = offset;
        token = Token.NONE;
    }

    @Override
    void finish() {
        if (token == Token.OBJECT || token == Token.ARRAY) {
            skipContainer();
        } else if (token != Token.NONE) {
            scan();
            if (!endedEarly()) {
                at = end;
            }
        }
        token = Token.NONE;
    }

    /** Passes over the current container. Its parts have to be JSON like those that are read. */
    private void skipContainer() {
        int outside = depth;
        enter();
        while (depth > outside && !endedEarly()) {
            nextPart();
            if (token == Token.OBJECT || token == Token.ARRAY) {
                enter();
            }
        }
    }

    /** Moves to the next value of the innermost object or array, whatever its name; {@link Token#NONE} at its end. */
    public Token nextPart() {
        if (isInObject()) {
            return nextName(NO_NAMES, 0) == END ? Token.NONE : value();
        }
        return nextElement();
    }

    /**
     * The text of a member of the current object. The scanner stays at the object.
     *
     * @param member a table with the member's name only
     * @return null if the object has no such member, or the member is no text
     */
    public @Nullable String textOf(NameTable member) {
        int object = start;
        enter();
        String text = null;
        int number = nextName(member, 0);
        if (number == 0) {
            value();
            text = text();
        }
        if (endedEarly()) {
            return null;
        }
        depth = number == END ? depth : depth - 1;
        start = object;
        at = object;
        end = NOT_SCANNED;
        token = Token.OBJECT;
        return number == NameTable.UNKNOWN ? ahead(member).textIn(object) : text;
    }

    private Lookahead ahead(NameTable member) {
        if (ahead == null || ahead.member() != member) {
            ahead = new Lookahead(in, member);
        }
        return ahead;
    }

    // ---- the end of the document

    /**
     * Passes over a remark behind the document. The document is given up if anything else follows: it may be the rest of the
     * document, whose end then came too early, or another document.
     */
    public void requireEnd() {
        int b = next();
        if (endedEarly() || b == NO_BYTE) {
            return;
        }
        for (int p = at; p < in.length; p++) {
            if (!isPartOfRemark(in[p])) {
                fail(at, "there is more after the end of the document");
                return;
            }
        }
        passOver(at, "text after the end: " + excerpt(at, in.length), "left out");
    }

    private static boolean isPartOfRemark(byte b) {
        return isPartOfWord(b) || b == '\n' || b == '\r';
    }
}
