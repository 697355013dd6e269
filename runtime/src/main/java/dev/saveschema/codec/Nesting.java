package dev.saveschema.codec;

import dev.saveschema.text.Excerpt;
import dev.saveschema.text.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects and arrays that are being read, from the outermost inwards, with the current place in each. The levels are used
 * again.
 */
final class Nesting {

    private final List<Level> levels = new ArrayList<>();
    private final int deepest;
    private int depth;
    private @Nullable Level current;

    Nesting(int deepest) {
        this.deepest = deepest;
    }

    /** How many objects and arrays are open. */
    int depth() {
        return depth;
    }

    /** The largest number of objects and arrays that were open at a time. */
    int deepestSoFar() {
        return levels.size();
    }

    /** The innermost open object or array. */
    Level current() {
        if (current == null) {
            throw new AssertionError("nothing is open");
        }
        return current;
    }

    /** Whether the deepest allowed level is reached. */
    boolean isFull() {
        return depth == deepest;
    }

    /** @param members the members that the object may have; null for an array or a map */
    boolean enter(@Nullable Members members) {
        if (isFull()) {
            return false;
        }
        if (depth == levels.size()) {
            levels.add(new Level());
        }
        current = levels.get(depth++);
        current.start(members);
        return true;
    }

    void leave() {
        current = --depth == 0 ? null : levels.get(depth - 1);
    }

    /** The place of the value that is being read, as a JSON Pointer (RFC 6901). */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Level level : levels.subList(0, depth)) {
            String part = level.part();
            if (part != null) {
                pointer.append('/').append(escaped(part));
            }
        }
        return pointer.toString();
    }

    /** The place of a member of the innermost object, as a JSON Pointer. */
    String pointer(String name) {
        String inner = pointer();
        String part = depth == 0 ? null : current().part();
        String outer = part == null
                ? inner
                : inner.substring(0, inner.length() - escaped(part).length() - 1);
        return outer + "/" + escaped(name);
    }

    /** The place of a member of the value that is being read. */
    String pointerInside(String name) {
        return pointer() + "/" + escaped(name);
    }

    /** The name as a part of a pointer. It is made harmless for a report, since the names in maps come from the file. */
    private static String escaped(String part) {
        return JsonPointer.escaped(Excerpt.oneLine(part));
    }
}
