package dev.saveschema.cli.diff;

import dev.saveschema.cli.diff.Difference.Added;
import dev.saveschema.cli.diff.Difference.Changed;
import dev.saveschema.cli.diff.Difference.Removed;
import dev.saveschema.cli.save.ShownPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Compares two documents by their meaning. The order of members and the spelling of numbers do not count. An inserted element does
 * not make the elements behind it differ, and a moved value is one difference.
 */
public final class Differences {

    /**
     * The largest number of pairs of elements for which two lists are aligned. Larger lists are compared element by element, since
     * aligning them would take too long.
     */
    private static final long MOST_PAIRS = 4_000_000;

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** The differences in the order of the second document. A value that only the first one has comes at its old place. */
    public static List<Difference> between(JsonNode first, JsonNode second) {
        Differences differences = new Differences();
        differences.compare("", first, second);
        return Moves.joined(differences.found);
    }

    /** Whether two values mean the same. */
    static boolean isSame(JsonNode a, JsonNode b) {
        return a.equals(Differences::order, b);
    }

    /** A comparison of two values: 0 for equal numbers, even if they are spelled differently. Its sign means nothing. */
    private static int order(JsonNode a, JsonNode b) {
        if (a.equals(b)) {
            return 0;
        }
        return a.isNumber() && b.isNumber() && a.decimalValue().compareTo(b.decimalValue()) == 0 ? 0 : 1;
    }

    private void compare(String pointer, JsonNode a, JsonNode b) {
        if (a.isObject() && b.isObject()) {
            objects(pointer, a, b);
        } else if (a.isArray() && b.isArray()) {
            arrays(pointer, a, b);
        } else if (!isSame(a, b)) {
            found.add(new Changed(pointer, a, b));
        }
    }

    private void objects(String pointer, JsonNode a, JsonNode b) {
        for (Map.Entry<String, JsonNode> member : a.properties()) {
            String at = ShownPointer.member(pointer, member.getKey());
            JsonNode other = b.get(member.getKey());
            if (other == null) {
                found.add(new Removed(at, member.getValue()));
            } else {
                compare(at, member.getValue(), other);
            }
        }
        for (Map.Entry<String, JsonNode> member : b.properties()) {
            if (!a.has(member.getKey())) {
                found.add(new Added(ShownPointer.member(pointer, member.getKey()), member.getValue()));
            }
        }
    }

    private void arrays(String pointer, JsonNode a, JsonNode b) {
        int start = 0;
        while (start < a.size() && start < b.size() && isSame(a.get(start), b.get(start))) {
            start++;
        }
        int endOfA = a.size();
        int endOfB = b.size();
        while (endOfA > start && endOfB > start && isSame(a.get(endOfA - 1), b.get(endOfB - 1))) {
            endOfA--;
            endOfB--;
        }
        int ofA = endOfA - start;
        int ofB = endOfB - start;
        if ((long) ofA * ofB > MOST_PAIRS) {
            gap(pointer, a, start, endOfA, b, start, endOfB);
        } else {
            aligned(pointer, a, start, endOfA, b, start, endOfB);
        }
    }

    /** Compares elements that are not in the other list: pairwise, as long as both lists have some. */
    private void gap(String pointer, JsonNode a, int fromA, int toA, JsonNode b, int fromB, int toB) {
        int both = Math.min(toA - fromA, toB - fromB);
        for (int i = 0; i < both; i++) {
            compare(at(pointer, fromB + i), a.get(fromA + i), b.get(fromB + i));
        }
        for (int i = fromA + both; i < toA; i++) {
            found.add(new Removed(at(pointer, i), a.get(i)));
        }
        for (int i = fromB + both; i < toB; i++) {
            found.add(new Added(at(pointer, i), b.get(i)));
        }
    }

    private static String at(String pointer, int index) {
        return ShownPointer.member(pointer, Integer.toString(index));
    }

    /** Aligns two lists by their longest common subsequence. */
    private void aligned(String pointer, JsonNode a, int fromA, int toA, JsonNode b, int fromB, int toB) {
        int[][] longest = new int[toA - fromA + 1][toB - fromB + 1];
        for (int i = toA - fromA - 1; i >= 0; i--) {
            for (int j = toB - fromB - 1; j >= 0; j--) {
                longest[i][j] = isSame(a.get(fromA + i), b.get(fromB + j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        int gapInA = 0;
        int gapInB = 0;
        while (i < toA - fromA && j < toB - fromB) {
            if (isSame(a.get(fromA + i), b.get(fromB + j))) {
                gap(pointer, a, fromA + gapInA, fromA + i, b, fromB + gapInB, fromB + j);
                gapInA = ++i;
                gapInB = ++j;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        gap(pointer, a, fromA + gapInA, toA, b, fromB + gapInB, toB);
    }
}
