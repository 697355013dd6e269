package dev.saveschema.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds a member's text in an object of a document before reading has come to it. A person who edits a file may move the member
 * that says what an object is to the object's end.
 *
 * <p>An object is passed over once, with all objects within it. Each of these is remembered by its beginning, so that nested
 * objects cost no more than their bytes.
 */
final class Lookahead {

    private static final int FIRST_SIZE = 16;
    private static final int ARRAY = Integer.MIN_VALUE;

    private final byte[] document;
    private final NameTable member;

    /** The beginning and the end of the bytes that were passed over. */
    private int from;

    private int to;

    /**
     * For each object with the member: the object's beginning in the upper half, and the beginning of the member's value in the
     * lower half; in ascending order.
     */
    private long[] members = {};

    private int count;

    /** For each open object its beginning, or the complement of that if the member was met already; {@link #ARRAY} for an array. */
    private int[] open = new int[FIRST_SIZE];

    private int depth;

    /** @param member a table with the member's name only */
    Lookahead(byte[] document, NameTable member) {
        this.document = document;
        this.member = member;
    }

    NameTable member() {
        return member;
    }

    /**
     * The text of the member in the object that begins at a place; null if the object has no such member, or the member is no text.
     */
    @Nullable String textIn(int object) {
        if (object < from || object >= to) {
            passOver(object);
        }
        // the member's value begins behind the object's beginning, so that the pair would be inserted at its own place
        int at = -Arrays.binarySearch(members, 0, count, (long) object << Integer.SIZE) - 1;
        return at < count && members[at] >>> Integer.SIZE == object ? text((int) members[at]) : null;
    }

    private @Nullable String text(int value) {
        Scanner scanner = scanner();
        scanner.first(value);
        return scanner.text();
    }

    /** A scanner that reports no defect: each is met and reported when reading comes to it. */
    private Scanner scanner() {
        return new Scanner(document, true, (defect, used) -> {});
    }

    private void passOver(int object) {
        Scanner scanner = scanner();
        from = object;
        count = 0;
        depth = 0;
        scanner.first(object);
        enter(scanner);
        while (depth > 0 && !scanner.endedEarly()) {
            int inside = open[depth - 1];
            if (inside == ARRAY) {
                if (scanner.nextElement() == Token.NONE) {
                    depth--;
                }
            } else {
                int name = scanner.nextName(member, 0);
                if (name == Scanner.END) {
                    depth--;
                    continue;
                }
                scanner.value();
                if (name == 0 && inside >= 0) {
                    open[depth - 1] = ~inside;
                    remember(inside, scanner.start());
                }
            }
            enter(scanner);
        }
        to = scanner.endedEarly() ? document.length : scanner.position();
        Arrays.sort(members, 0, count);
    }

    private void enter(Scanner scanner) {
        boolean isObject = scanner.token() == Token.OBJECT;
        if (!isObject && scanner.token() != Token.ARRAY) {
            return;
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = isObject ? scanner.start() : ARRAY;
        scanner.enter();
    }

    private void remember(int object, int value) {
        if (count == members.length) {
            members = Arrays.copyOf(members, Math.max(FIRST_SIZE, count * 2));
        }
        members[count++] = (long) object << Integer.SIZE | value;
    }
}
