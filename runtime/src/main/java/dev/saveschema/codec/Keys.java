package dev.saveschema.codec;

import org.jspecify.annotations.Nullable;

/** The keys of maps, which JSON can only hold as text. */
final class Keys {

    private Keys() {}

    static @Nullable Integer intKey(String text) {
        Long key = longKey(text);
        return key == null || key != key.intValue() ? null : Integer.valueOf(key.intValue());
    }

    /**
     * The number of a text of decimal digits, with a sign or without; null if the text is no such number. Leading zeros are
     * accepted, digits of other alphabets are not.
     */
    static @Nullable Long longKey(String text) {
        if (text.isEmpty() || text.length() > 40 || !isOfDigits(text)) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            // a sign in the wrong place, or too many digits: not a key
            return null;
        }
    }

    private static boolean isOfDigits(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c < '0' || c > '9') && c != '-' && c != '+') {
                return false;
            }
        }
        return true;
    }
}
