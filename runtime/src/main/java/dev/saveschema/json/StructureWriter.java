package dev.saveschema.json;

import dev.saveschema.text.JsonPointer;
import java.util.Arrays;

/**
 * Writes everything between the values of a document: brackets, commas, names, and line ends if the document is laid out for
 * people. In that layout each member has a line, two blanks deeper for each level; an array of numbers or texts is on one line, and
 * the objects of an array have lines of their own. The writer knows the place of the value that is written next.
 */
public final class StructureWriter {

    private static final int FIRST_DEPTH = 8;
    private static final int INDENT = 2;

    // more blanks would be wider than any window, and cost too many bytes
    private static final int DEEPEST_INDENT = 256;

    private static final int OBJECT = -1;

    private final ByteWriter out;
    private final boolean pretty;
    private int depth;

    /** For each level the name of its current member: an object whose text is the name. */
    private Object[] names = new Object[FIRST_DEPTH];

    /** For each level the number of elements that an array has so far; {@link #OBJECT} for an object. */
    private int[] elements = new int[FIRST_DEPTH];

    /** For each level whether each of its elements begins a line. */
    private boolean[] onLines = new boolean[FIRST_DEPTH];

    /** Whether no part of the innermost level was written yet. */
    private boolean fresh = true;

    /** Whether the innermost level is an array. */
    private boolean inArray;

    /** @param pretty whether the document is laid out for people */
    public StructureWriter(ByteWriter out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    /** Whether the document is laid out for people. */
    public boolean isPretty() {
        return pretty;
    }

    /** Whether no part of the innermost object or array was written yet. */
    public boolean isFresh() {
        return fresh;
    }

    /** How many objects and arrays are open. */
    public int depth() {
        return depth;
    }

    /** Whether the next value is an element of an array. */
    public boolean isInArray() {
        return inArray;
    }

    /**
     * Goes to the place of the next value: writes the comma and the line end before an element.
     *
     * @return whether the value is an element of an array
     */
    public boolean value() {
        if (inArray) {
            separate(onLines[depth - 1]);
            elements[depth - 1]++;
        }
        return inArray;
    }

    private void separate(boolean byLines) {
        if (!fresh) {
            out.raw(',');
        }
        if (byLines) {
            newLine();
        } else if (!fresh && pretty) {
            out.raw(' ');
        }
        fresh = false;
    }

    private void newLine() {
        out.newLine(INDENT * Math.min(depth, DEEPEST_INDENT));
    }

    /** Begins an object; {@link #value} was called before. */
    public void beginObject() {
        out.raw('{');
        open(OBJECT, false);
    }

    /** Begins an array; {@link #value} was called before. */
    public void beginArray(boolean onItsLines) {
        out.raw('[');
        open(0, pretty && onItsLines);
    }

    private void open(int count, boolean byLines) {
        if (depth == elements.length) {
            elements = Arrays.copyOf(elements, depth * 2);
            names = Arrays.copyOf(names, depth * 2);
            onLines = Arrays.copyOf(onLines, depth * 2);
        }
        elements[depth] = count;
        names[depth] = "";
        onLines[depth] = byLines;
        depth++;
        inArray = count != OBJECT;
        fresh = true;
    }

    /** Writes a member's name; its value must follow. */
    public void name(Name name) {
        names[depth - 1] = name;
        if (pretty) {
            separate(true);
            out.raw(name.first());
            out.raw(' ');
        } else {
            out.raw(fresh ? name.first() : name.next());
            fresh = false;
        }
    }

    /** Writes a member's name; its value must follow. */
    public void name(String name) {
        separate(pretty);
        names[depth - 1] = name;
        out.text(name);
        out.raw(':');
        if (pretty) {
            out.raw(' ');
        }
    }

    /** Ends the innermost object, but does not write its brace. */
    public void leaveObject() {
        leave();
    }

    private void leave() {
        depth--;
        inArray = depth > 0 && elements[depth - 1] != OBJECT;
        fresh = false;
    }

    /** Ends the innermost object. */
    public void endObject() {
        boolean isEmpty = fresh;
        leave();
        if (pretty && !isEmpty) {
            newLine();
        }
        out.raw('}');
    }

    /** Ends the innermost array. */
    public void endArray() {
        boolean byLines = onLines[depth - 1] && !fresh;
        leave();
        if (byLines) {
            newLine();
        }
        out.raw(']');
    }

    /** The place of the value that is written next, as a JSON Pointer. */
    public String place() {
        StringBuilder place = new StringBuilder(around());
        if (depth > 0) {
            place.append('/').append(part(depth - 1));
        }
        return place.toString();
    }

    /** The place of the innermost open object or array, as a JSON Pointer. */
    public String around() {
        StringBuilder around = new StringBuilder();
        for (int level = 0; level < depth - 1; level++) {
            around.append('/').append(elements[level] == OBJECT ? part(level) : Integer.toString(elements[level] - 1));
        }
        return around.toString();
    }

    private String part(int level) {
        return elements[level] == OBJECT
                ? JsonPointer.escaped(names[level].toString())
                : Integer.toString(elements[level]);
    }
}
