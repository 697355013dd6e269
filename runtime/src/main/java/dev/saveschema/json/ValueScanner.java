package dev.saveschema.json;

import dev.saveschema.json.Defect.Cost;
import dev.saveschema.text.IsoTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value at the current place: its kind, its content and its end. Something that is no value has an end, too, unless a
 * quote, colon or opening bracket is in it; then the document ends there.
 */
abstract class ValueScanner extends NumberScanner {

    static final int NOT_SCANNED = -1;

    Token token = Token.NONE;
    int start;
    int end = NOT_SCANNED;

    /** Whether the value is whole, so that a value without a comma in between may follow. */
    boolean clean = true;

    private @Nullable Defect defect;

    ValueScanner(byte[] document, boolean salvaging, Defect.Listener defects) {
        super(document, salvaging, defects);
    }

    /** The kind of value at the current place. A number or text may turn out to be {@link Token#BROKEN} when it is read. */
    public final Token token() {
        return token;
    }

    /** The place where the current value begins. */
    public final int start() {
        return start;
    }

    /** Moves to the value of the name that was moved to. */
    public final Token value() {
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

    /** The current text; null if it turns out to be broken, or without an end. */
    public final @Nullable String text() {
        if (token != Token.TEXT) {
            return null;
        }
        String text = textFrom(start + 1);
        textScanned();
        return text;
    }

    /**
     * The number of the name that the current text is; {@link NameTable#UNKNOWN} if the text is none of these names or is broken,
     * or there is no text.
     */
    public final int textIn(NameTable names) {
        if (token != Token.TEXT) {
            return NameTable.UNKNOWN;
        }
        int quote = plainQuote(start + 1);
        if (quote < 0) {
            String text = text();
            return text == null ? NameTable.UNKNOWN : names.find(text);
        }
        end = quote + 1;
        return names.find(in, words, start + 1, quote);
    }

    /**
     * The instant that the current text stands for; null if there is no text, or {@link IsoTime#instantIn} does not know its form.
     */
    public final @Nullable Instant instant() {
        if (token != Token.TEXT) {
            return null;
        }
        int quote = plainQuote(start + 1);
        Instant instant = quote < 0 ? null : IsoTime.instantIn(in, start + 1, quote);
        if (instant != null) {
            end = quote + 1;
        }
        return instant;
    }

    /** How many bytes the current value has. The value was read before. */
    public final int length() {
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
    public final boolean isNumber() {
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

    /** The problem of the current value, with its place, if the value is {@link Token#BROKEN}; else empty. */
    public final String problem() {
        return defect == null ? "" : place(defect.offset()) + ": " + defect.problem();
    }

    /** The loss that the current value causes, if it is {@link Token#BROKEN}; else {@link Cost#NOTHING}. */
    public final Cost cost() {
        return defect == null ? Cost.NOTHING : defect.cost();
    }

    /** The first characters of the current value as in the document, for a message; those of a text without its quotes. */
    public final String excerpt() {
        scan();
        if (token == Token.TEXT) {
            String text = textFrom(start + 1);
            return text == null ? "" : text;
        }
        return token == Token.NONE ? "" : excerpt(start, end);
    }

    /** Finds the end of the current value, unless it is a container; afterwards it is known whether it is broken. */
    public final void scan() {
        if (end == NOT_SCANNED) {
            if (token == Token.TEXT) {
                skipTextFrom(start + 1);
                textScanned();
            } else if (token == Token.NUMBER) {
                isNumber();
            }
        }
    }

    // ---- text that is no value of JSON

    /**
     * Takes something that is no value for a broken one: up to the next comma, bracket or end of line, if no quote, colon or
     * opening bracket comes before that.
     */
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

    static boolean isPartOfWord(byte b) {
        return b < 0
                || b >= ' ' && b != ',' && b != ']' && b != '}' && b != '"' && b != '{' && b != '[' && b != ':'
                || b == '\t';
    }

    private boolean isEndOfWord(byte b) {
        return b == ',' || b == '\n' || b == '\r' || (b == ']' || b == '}') && closes(b);
    }

    /** The place behind the closing single quote; negative, after a failure, if there is none on the line. */
    final int singleQuote(int from) {
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

    /**
     * Marks the current value as broken. A comma or bracket must follow it: otherwise its end would be doubtful, and the document
     * is given up.
     */
    private void broken(Defect what, int behind) {
        int p = behind;
        while (p < in.length && (in[p] == ' ' || in[p] == '\n' || in[p] == '\r' || in[p] == '\t')) {
            p++;
        }
        if (!isAtEnd() && p >= in.length) {
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
}
