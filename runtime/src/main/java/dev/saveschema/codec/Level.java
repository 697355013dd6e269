package dev.saveschema.codec;

import org.jspecify.annotations.Nullable;

/** One object or array that is being read: where in it reading is, and which of its members have been met. */
final class Level {

    private static final int BITS = 64;

    private @Nullable Members members;
    private @Nullable String key;
    private @Nullable String tag;
    private boolean tagMet;
    private long[] met = new long[1];
    private int number;
    private int guess;
    private boolean again;
    private boolean keepsPlaces;

    /** @param of what the object may have; null for an array or a map */
    void start(@Nullable Members of) {
        members = of;
        key = null;
        tag = null;
        number = -1;
        guess = 0;
        again = false;
        keepsPlaces = false;
        int words = of == null ? 0 : (of.count() + BITS - 1) / BITS;
        if (met.length < words) {
            met = new long[words];
        }
        for (int word = 0; word < words; word++) {
            met[word] = 0;
        }
    }

    /** Sets which member says what the object is; it is none of those that the object may have. */
    void tagged(String name) {
        tag = name;
        tagMet = false;
    }

    boolean isTag(String name) {
        return name.equals(tag);
    }

    /** Meets the member that says what the object is; false if it was met before. */
    boolean meetTag() {
        boolean first = !tagMet;
        tagMet = true;
        return first;
    }

    /** The number of the member that usually follows the last one. */
    int guess() {
        return guess;
    }

    /** Goes on to a member; false if it was met before. */
    boolean enterMember(int member) {
        long bit = 1L << member;
        int word = member / BITS;
        again = (met[word] & bit) != 0;
        met[word] |= bit;
        number = member;
        guess = member + 1;
        key = null;
        return !again;
    }

    /** Goes to where it is not known what comes next. */
    void enterNothing() {
        number = -1;
        key = null;
    }

    void enterElement() {
        number++;
    }

    void enterEntry(String name) {
        key = name;
    }

    boolean hasMet(int member) {
        return (met[member / BITS] & 1L << member) != 0;
    }

    Members members() {
        if (members == null) {
            throw new AssertionError("an array has no members");
        }
        return members;
    }

    /** The name or index of the value that is being read; null where none is. */
    @Nullable String part() {
        if (key != null) {
            return key;
        }
        if (number < 0) {
            return null;
        }
        return members == null ? Integer.toString(number) : members.get(number).name();
    }

    /** Sets that an array has places which may be empty: an element that cannot be used leaves its own so. */
    void keepPlaces() {
        keepsPlaces = true;
    }

    /** What becomes of the value that is being read, if it cannot be used. */
    String used() {
        if (keepsPlaces) {
            return "used null";
        }
        if (members == null || key != null || number < 0) {
            return "dropped";
        }
        return again
                ? "used the value before it"
                : "used " + members.get(number).fallback();
    }
}
