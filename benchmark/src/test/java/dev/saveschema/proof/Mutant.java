package dev.saveschema.proof;

import java.util.List;

/**
 * A save that was sound once.
 *
 * @param what was done to it
 * @param touched the paths of what may have lost its value by that
 * @param from the first byte that was changed
 * @param isJson whether it still is a JSON document, which is read as a whole
 */
record Mutant(Kind kind, String what, byte[] bytes, List<List<Object>> touched, int from, boolean isJson) {

    /** The kinds of changes to a save. */
    enum Kind {
        VALUE_REPLACED,
        /** By something that JSON does not have, and whose end is clear. */
        VALUE_MISSPELT,
        /** By a text with something in it that nobody writes. */
        VALUE_DAMAGED,
        /** Something between two values that JSON does not have, or nothing where it has a comma. */
        SEPARATOR_MISSPELT,
        /** By a name that is not in double quotes, or that JSON does not have. */
        NAME_MISSPELT,
        /** Before and behind the document. */
        SURROUNDED,
        MEMBER_DELETED,
        MEMBER_DUPLICATED,
        MEMBERS_SWAPPED,
        VALUES_SWAPPED,
        NAME_REPLACED,
        TRUNCATED,
        BIT_FLIPPED
    }

    @Override
    public String toString() {
        return kind + ": " + what;
    }
}
