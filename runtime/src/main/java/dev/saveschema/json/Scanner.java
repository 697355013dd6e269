package dev.saveschema.json;

import dev.saveschema.json.Defect.Cost;
import dev.saveschema.text.IsoTime;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the bytes of a JSON document (RFC 8259), value by value, on demand: what nobody asks for is only passed over. Nothing
 * in it makes it recurse.
 *
 * <p>What JSON does not have, and of which it is clear where it ends, is passed over: see {@link Defect}. Where that is not clear the
 * document cannot be read on.
 *
 * <p>Not thread-safe. A container is entered by {@link #enter}, its parts are gone through by {@link #nextElement} or {@link #nextName}
 * until these say that it ended, and any value that was not read or entered is passed over by the next step.
 */
public final class Scanner extends NumberScanner {

    /** What {@link #nextName} answers at the end of an object. */
    public static final int END = -1;

    private static final int NOT_SCANNED = -1;

    private Token token = Token.NONE;
    private int start;
    private int end = NOT_SCANNED;
    private @Nullable Defect defect;

    private int nameFrom;
    private @Nullable String name;

    /** Whether nothing of the innermost container was met yet, so that no comma is to be expected. */
    private boolean fresh;

    /** Whether the value before is whole, so that one without a comma in between may follow. */
    private boolean clean = true;

    private int depth;

    /** Whether the outermost value is a part of the document, behind which a bracket may be. */
    private boolean isPart;

    private @Nullable Lookahead ahead;

    /** A bit for each open container, set for an object. */
    private long[] objects = new long[2];

    /**
     * Before the first value of a document.
     *
     * @param salvaging whether what cannot be read on is the end, and no exception
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

    /** Where the bytes begin that were not passed over yet. */
    public int position() {
        return at;
    }

    /** How many containers are open. */
    public int depth() {
        return depth;
    }

    /** What stands at the current place. A number or text may turn out to be {@link Token#BROKEN} when it is read. */
    public Token token() {
        return token;
    }

    /** Where the current value begins. */
    public int start() {
        return start;
    }

    // ---- from value to value

    /** Moves to the document's one value; {@link Token#NONE} if there is nothing in it. */
    public Token first() {
        if (in.length >= 3 && in[0] == (byte) 0xef && in[1] == (byte) 0xbb && in[2] == (byte) 0xbf) {
            at = 3;
        }
        return space() == NO_BYTE || endedEarly() ? Token.NONE : value();
    }

    /** Moves to a value somewhere in the document, as if it was the document; it was passed over before. */
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
        int b = next();
        if (b == ']') {
            return leave();
        }
        if (!fresh) {
            b = comma(b, ']');
            if (b == ']') {
                return leave();
            }
        } else if (b == ',') {
            b = commas(b);
            if (b == ']') {
                return leave();
            }
        }
        fresh = false;
        return endedEarly() ? Token.NONE : value();
    }

    /**
     * Moves to the next name of the innermost object, and to its value.
     *
     * @param expected the names that are known
     * @param guess the number of the one that usually comes next
     * @return its number; {@link NameTable#UNKNOWN} if it is not known, {@link #END} if there is none, or the document ends early.
     *     {@link #value} then moves to its value
     */
    public int nextName(NameTable expected, int guess) {
        while (true) {
            int b = next();
            if (b == '}') {
                leave();
                return END;
            }
            if (!fresh) {
                b = comma(b, '}');
                if (b == '}') {
                    leave();
                    return END;
                }
            } else if (b == ',') {
                b = commas(b);
                if (b == '}') {
                    leave();
                    return END;
                }
            }
            fresh = false;
            if (endedEarly()) {
                return END;
            }
            if (b != '"') {
                if (!otherName()) {
                    return END;
                }
                continue;
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
                if (number == END) {
                    return END;
                }
                if (number == BROKEN_NAME) {
                    continue;
                }
            }
            if (at < in.length && in[at] == ':') {
                at++;
                return number;
            }
            if (space() != ':') {
                failAt(at, "the colon that follows a name");
                return END;
            }
            at++;
            return number;
        }
    }

    private static final int BROKEN_NAME = -3;

    /** Where the text ends that begins there, if it is of ASCII and without escapes; negative if not, or if it is not worth it. */
    private int plainEnd(int from) {
        int last = in.length - Swar.BYTES;
        for (int p = from; p <= last; p += Swar.BYTES) {
            long word = words.getLong(p);
            long marks = Swar.special(word);
            if (Swar.isBeyondAscii(marks == 0 ? word : Swar.before(marks, word))) {
                return -1;
            }
            if (marks != 0) {
                int stop = p + Swar.first(marks);
                return in[stop] == '"' ? stop : -1;
            }
        }
        return -1;
    }

    /** Finds a name that was not guessed. */
    private int find(NameTable expected, int from) {
        int quote = plainEnd(from);
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
    public String currentName() {
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

    /** Passes over a name that is not in double quotes, and its value; false if that cannot be. */
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

    /** Passes over the colon and the value behind a name that is no JSON. */
    private boolean withoutMember(String problem, int from) {
        if (space() != ':') {
            failAt(at, "the colon that follows a name");
            return false;
        }
        at++;
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

    /** Passes over the current value and what is before the next byte that means something, which it answers. */
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

    /** Passes over the comma that is due, and answers the byte behind it. */
    private int comma(int b, char close) {
        if (b == ',') {
            int comma = at++;
            int behind = space();
            if (behind == ',' || behind == close) {
                passOver(comma, "a comma too many", "left out");
                return commas(behind);
            }
            return behind;
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

    /** Passes over commas that separate nothing, and answers the byte behind them. */
    private int commas(int first) {
        int b = first;
        while (b == ',') {
            passOver(at, "a comma too many", "left out");
            at++;
            b = space();
        }
        return b;
    }

    /** Moves to the value of the name that was moved to. */
    public Token value() {
        int b = at < in.length ? in[at] & 0xff : NO_BYTE;
        if (b == ' ' && at + 1 < in.length) {
            b = in[++at] & 0xff;
        }
        if (b <= ' ' || b == '/') {
            b = space();
            if (b == NO_BYTE || endedEarly()) {
                failAt(at, "a value");
                token = Token.NONE;
                return token;
            }
        }
        start = at;
        end = NOT_SCANNED;
        clean = true;
        token = Token.beginningWith((byte) b);
        switch (token) {
            case TRUE -> word("true");
            case FALSE -> word("false");
            case NULL -> word("null");
            case BROKEN -> other();
            default -> {}
        }
        return token;
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (start + i >= in.length || in[start + i] != word.charAt(i)) {
                other();
                return;
            }
        }
        if (isEnd(in, start + word.length())) {
            end = start + word.length();
        } else {
            other();
        }
    }

    // ---- the current value

    /** The current text; null if it turns out to be broken, or without an end. */
    public @Nullable String text() {
        if (token != Token.TEXT) {
            return null;
        }
        String text = textFrom(start + 1);
        textScanned();
        return text;
    }

    /** Which of some names the current text is; {@link NameTable#UNKNOWN} if it is none of them, is broken, or there is no text. */
    public int textIn(NameTable names) {
        if (token != Token.TEXT) {
            return NameTable.UNKNOWN;
        }
        int quote = plainEnd(start + 1);
        if (quote < 0) {
            String text = text();
            return text == null ? NameTable.UNKNOWN : names.find(text);
        }
        end = quote + 1;
        return names.find(in, words, start + 1, quote);
    }

    /** The instant that the current text stands for; null if there is no text, or one that {@link IsoTime#instantIn} does not know. */
    public @Nullable Instant instant() {
        if (token != Token.TEXT) {
            return null;
        }
        int quote = plainEnd(start + 1);
        Instant instant = quote < 0 ? null : IsoTime.instantIn(in, start + 1, quote);
        if (instant != null) {
            end = quote + 1;
        }
        return instant;
    }

    /** How many bytes the current value has, which was read. */
    public int length() {
        return end - start;
    }

    private void textScanned() {
        if (endedEarly()) {
            token = Token.NONE;
            return;
        }
        end = textEnd;
        if (textDefect != null) {
            broken(textDefect, textEnd);
        }
    }

    /** Reads the current value if it is a number; false if it is something else, or turns out to be broken. */
    public boolean isNumber() {
        if (token != Token.NUMBER) {
            return false;
        }
        if (end != NOT_SCANNED) {
            return true;
        }
        if (numberFrom(start)) {
            end = numberEnd;
            return true;
        }
        other();
        return false;
    }

    /** Marks the current value as taken. */
    public void taken() {
        finish();
    }

    /** Passes over the current value, however deep it is. */
    public void skip() {
        finish();
    }

    /** Passes over the current value, of which it is known where it ends. */
    public void skipTo(int offset) {
        at = offset;
        token = Token.NONE;
    }

    /** What is wrong with the current value, if it is {@link Token#BROKEN}. */
    public String problem() {
        return defect == null ? "" : place(defect.offset()) + ": " + defect.problem();
    }

    /** What the current value costs, if it is {@link Token#BROKEN}. */
    public Cost cost() {
        return defect == null ? Cost.NOTHING : defect.cost();
    }

    /** The first characters of the current value as they stand there, for a message; a text's without its quotes. */
    public String excerpt() {
        scan();
        if (token == Token.TEXT) {
            String text = textFrom(start + 1);
            return text == null ? "" : text;
        }
        return token == Token.NONE ? "" : excerpt(start, end);
    }

    /** Finds the end of the current value, unless it is a container; afterwards it is known whether it is broken. */
    public void scan() {
        if (end == NOT_SCANNED) {
            if (token == Token.TEXT) {
                skipTextFrom(start + 1);
                textScanned();
            } else if (token == Token.NUMBER) {
                isNumber();
            }
        }
    }

    private void finish() {
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

    /** Its parts are held to the same rules as those that are read. */
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

    private static final NameTable NO_NAMES = NameTable.of(java.util.List.of());

    /**
     * The text of a member of the current object, without going on.
     *
     * @param member the one name in it
     * @return null if the object has no such member, or one that is no text
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

    // ---- what is no value of JSON

    /** What stands where a value should be and is none: up to the next comma, bracket or end of line, if there is nothing odd in it. */
    private void other() {
        int from = start;
        if (in[from] == '\'') {
            int close = singleQuote(from);
            if (close >= 0) {
                broken(noted(new Defect(Cost.VALUE, from, excerpt(from, close) + " is in single quotes")), close);
            } else {
                token = Token.NONE;
            }
            return;
        }
        int p = from;
        while (p < in.length && isPartOfWord(in[p])) {
            p++;
        }
        if (p >= in.length) {
            failAt(p, "");
            token = Token.NONE;
            return;
        }
        if (!isEndOfWord(in[p])) {
            fail(from, excerpt(from, p + 1) + " is no JSON");
            token = Token.NONE;
            return;
        }
        while (p > from && (in[p - 1] == ' ' || in[p - 1] == '\t')) {
            p--;
        }
        String problem = p == from ? "there is no value" : excerpt(from, p) + " is no JSON value";
        broken(noted(new Defect(Cost.VALUE, from, problem)), p);
    }

    private static boolean isPartOfWord(byte b) {
        return b < 0
                || b >= ' ' && b != ',' && b != ']' && b != '}' && b != '"' && b != '{' && b != '[' && b != ':'
                || b == '\t';
    }

    private boolean isEndOfWord(byte b) {
        return b == ',' || b == '\n' || b == '\r' || (b == ']' || b == '}') && closes(b);
    }

    /** The place behind the closing single quote; negative, after a failure, if there is none on the line. */
    private int singleQuote(int from) {
        int p = from + 1;
        while (p < in.length && in[p] != '\'' && (in[p] >= ' ' || in[p] < 0 || in[p] == '\t')) {
            p += in[p] == '\\' ? 2 : 1;
        }
        if (p < in.length && in[p] == '\'') {
            return p + 1;
        }
        fail(from, "a single quote has no end");
        return -1;
    }

    /** Behind what is broken there must be what can follow a value, or nothing says that this was its end. */
    private void broken(Defect what, int behind) {
        int p = behind;
        while (p < in.length && (in[p] == ' ' || in[p] == '\n' || in[p] == '\r' || in[p] == '\t')) {
            p++;
        }
        if (depth > 0 && p >= in.length) {
            failAt(p, "");
        } else if (p < in.length && in[p] != ',' && in[p] != ']' && in[p] != '}') {
            fail(what.offset(), what.problem());
        }
        if (endedEarly()) {
            token = Token.NONE;
            return;
        }
        token = Token.BROKEN;
        defect = what;
        end = behind;
        clean = false;
    }

    // ---- the end of the document

    /**
     * Passes over what follows the document. The document is given up if that may be the rest of it, or another one: then its end came
     * too early, or there are two.
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
