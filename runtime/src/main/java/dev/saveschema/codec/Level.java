package dev.saveschema.codec;

import org.jspecify.annotations.Nullable;

/** An object or array that is being read: the current place in it, and the members that were met. */
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

    /** @param of the members that the object may have; null for an array or a map */
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

    /**
     * Sets the name of the discriminator, the member that says which record the object is. It is none of the record's own members.
     */
    void tagged(String name) {
        tag = name;
        tagMet = false;
    }

    boolean isTag(String name) {
        return name.equals(tag);
    }

    /** Notes that the discriminator is met; false if it was met before. */
    boolean meetTag() {
        boolean first = !tagMet;
        tagMet = true;
        return first;
    }

    /** The number of the member that usually follows the last one. */
    int guess() {
        return guess;
    }

    /** Goes to a member; false if it was met before. */
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

    /** Goes to the place between two parts, where the next part is not known yet. */
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

    /** The name or index of the value that is being read; null between two values. */
    @Nullable String part() {
        if (key != null) {
            return key;
        }
        if (number < 0) {
            return null;
        }
        return members == null ? Integer.toString(number) : members.get(number).name();
    }

    /** Sets that the array keeps places: an unusable element leaves its place empty. */
    void keepPlaces() {
        keepsPlaces = true;
    }

    /** The treatment of the current value if it cannot be used, as a report says it: {@code dropped}, {@code used null}. */
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
