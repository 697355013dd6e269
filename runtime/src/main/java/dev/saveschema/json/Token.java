package dev.saveschema.json;

/** The kind of value at a place of a document. */
public enum Token {
    /** No value: before the first one, behind the last one, and when a value was taken. */
    NONE,
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    /** Something that is not JSON, with a known beginning and end. */
    BROKEN;

    private static final Token[] BY_FIRST_BYTE = byFirstByte();

    private static Token[] byFirstByte() {
        Token[] tokens = new Token[256];
        java.util.Arrays.fill(tokens, BROKEN);
        tokens['{'] = OBJECT;
        tokens['['] = ARRAY;
        tokens['"'] = TEXT;
        tokens['-'] = NUMBER;
        java.util.Arrays.fill(tokens, '0', '9' + 1, NUMBER);
        tokens['t'] = TRUE;
        tokens['f'] = FALSE;
        tokens['n'] = NULL;
        return tokens;
    }

    static Token beginningWith(byte first) {
        return BY_FIRST_BYTE[first & 0xff];
    }
}
