package dev.saveschema.text;

import java.util.Arrays;
import java.util.List;

/** Makes JSON Pointers (RFC 6901) and takes them apart. */
public final class JsonPointer {

    private JsonPointer() {}

    /** The pointer to a member of the object that another pointer leads to. */
    public static String member(String pointer, String name) {
        return pointer + "/" + escaped(name);
    }

    /** The pointer to the object or array around a place. */
    public static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** The name of the member that a pointer leads to. */
    public static String name(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** The names and indices that lead from the document to a place. */
    public static List<String> names(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(JsonPointer::unescaped)
                        .toList();
    }

    /** The place as people write it, {@code settings.keys[2]}. It is on one line, since the names in maps come from the file. */
    public static String inWords(String pointer) {
        StringBuilder place = new StringBuilder(pointer.length() + 2);
        int from = 1;
        while (from <= pointer.length()) {
            int slash = pointer.indexOf('/', from);
            int to = slash < 0 ? pointer.length() : slash;
            append(place, unescaped(pointer.substring(from, to)));
            from = to + 1;
        }
        return place.toString();
    }

    /**
     * The place of a member or element as people write it.
     *
     * @param around the place around it, in words
     */
    public static String inWords(String around, String name) {
        StringBuilder place = new StringBuilder(around.length() + name.length() + 2).append(around);
        append(place, name);
        return place.toString();
    }

    private static void append(StringBuilder place, String name) {
        if (isIndex(name)) {
            place.append('[').append(Excerpt.oneLine(name)).append(']');
        } else {
            place.append(place.isEmpty() ? "" : ".").append(Excerpt.oneLine(name));
        }
    }

    private static boolean isIndex(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) < '0' || name.charAt(at) > '9') {
                return false;
            }
        }
        return !name.isEmpty();
    }

    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String part) {
        return part.indexOf('~') < 0 ? part : part.replace("~1", "/").replace("~0", "~");
    }
}
