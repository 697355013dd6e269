package dev.saveschema.json;

/** What stands at a place where there can be a value. */
public enum Token {
    /** No value: before the first and after the last, and once the value was taken. */
    NONE,
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    /** Something with a beginning and an end that is no JSON. */
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
