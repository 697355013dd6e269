package dev.saveschema.jdbc;

import dev.saveschema.Schema;

/** The key of a slot in the tables: {@code progress/ada}. */
final class SlotKey {

    private static final int LONGEST = 200;

    private SlotKey() {}

    static String of(Schema<?> schema, String name) {
        String key = prefix(schema) + name;
        requireName(name);
        if (key.codePointCount(0, key.length()) > LONGEST) {
            throw new IllegalArgumentException(
                    "\"" + key + "\" is longer than the " + LONGEST + " characters that the name of a save may have");
        }
        return key;
    }

    static String prefix(Schema<?> schema) {
        return schema.id() + "/";
    }

    static String name(Schema<?> schema, String key) {
        return key.substring(prefix(schema).length());
    }

    /** A text that sorts behind every name with the prefix, since no name contains a noncharacter. */
    static String behind(String prefix) {
        return prefix + Character.toString(Character.MAX_CODE_POINT);
    }

    private static void requireName(String name) {
        if (name.isBlank() || !name.strip().equals(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name of a save: it is blank, or has white space at an end");
        }
        name.codePoints().filter(SlotKey::isUnusable).findFirst().ifPresent(found -> {
            throw new IllegalArgumentException(
                    "\"%s\" is no name of a save: U+%04X cannot be part of one".formatted(name, found));
        });
    }

    private static boolean isUnusable(int codePoint) {
        int type = Character.getType(codePoint);
        boolean isNoncharacter = (codePoint & 0xfffe) == 0xfffe || codePoint >= 0xfdd0 && codePoint <= 0xfdef;
        return type == Character.CONTROL || type == Character.SURROGATE || isNoncharacter;
    }
}
