package dev.saveschema.codec;

import java.util.BitSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Lays a save out for people and for their diffs: a member a line, two spaces deeper for each level; an array of numbers or texts
 * on one line, an array of objects with each of them on lines of its own.
 */
final class SaveLayout implements PrettyPrinter {

    private static final int DEEPEST_INDENT = 256;
    private static final char[] LINE = ("\n" + "  ".repeat(DEEPEST_INDENT)).toCharArray();

    private final BitSet onLines = new BitSet();
    private int depth;
    private boolean nextOnLines;

    /** Says that the elements of the next array each begin a line. */
    void breakLines() {
        nextOnLines = true;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator out) {
        throw new AssertionError("a save has one root");
    }

    @Override
    public void writeStartObject(JsonGenerator out) {
        out.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) {
        newLine(out);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator out) {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) {
        out.writeRaw(',');
        newLine(out);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) {
        depth--;
        if (entries > 0) {
            newLine(out);
        }
        out.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) {
        out.writeRaw('[');
        onLines.set(++depth, nextOnLines);
        nextOnLines = false;
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) {
        if (onLines.get(depth)) {
            newLine(out);
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) {
        out.writeRaw(',');
        if (onLines.get(depth)) {
            newLine(out);
        } else {
            out.writeRaw(' ');
        }
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) {
        boolean lines = onLines.get(depth--);
        if (lines && values > 0) {
            newLine(out);
        }
        out.writeRaw(']');
    }

    private void newLine(JsonGenerator out) {
        out.writeRaw(LINE, 0, 1 + 2 * Math.min(depth, DEEPEST_INDENT));
    }
}
