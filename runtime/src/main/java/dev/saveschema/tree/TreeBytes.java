package dev.saveschema.tree;

import dev.saveschema.json.ByteWriter;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a tree as bytes that are read like a file's, so that a migrated document is checked by the same code. A step may have left
 * a node that is not JSON: it is written as a value that is not JSON, so that it is repaired at its place.
 */
public final class TreeBytes {

    /** The text in place of a node that is not JSON. */
    private static final String OTHER = "?";

    /** The number of bytes by which a migrated document may be longer before the written bytes have to be moved. */
    private static final int ROOM = 1_024;

    private final ByteWriter out;
    private final int deepest;

    private TreeBytes(int deepest, int size) {
        this.deepest = deepest;
        this.out = new ByteWriter(size);
    }

    /** @param nesting the number of levels that are read; deeper objects and arrays are written as if they were empty */
    public static byte[] of(JsonNode tree, int nesting) {
        return of(tree, nesting, 0);
    }

    /** @param size the number of bytes that the document had before the migration */
    public static byte[] of(JsonNode tree, int nesting, int size) {
        TreeBytes bytes = new TreeBytes(nesting, size + size / 16 + ROOM);
        bytes.write(tree, 0);
        return bytes.out.toByteArray();
    }

    private void write(Object value, int depth) {
        if (value instanceof LazyValue lazy) {
            lazy.writeTo(out);
            return;
        }
        JsonNode node = (JsonNode) value;
        LazyValue unread = LazyTrees.unread(node);
        if (unread != null) {
            unread.writeTo(out);
            return;
        }
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(LazyTrees.members((ObjectNode) node), depth);
            case ARRAY -> writeArray(LazyTrees.elements((ArrayNode) node), depth);
            case STRING -> out.text(node.stringValue());
            case BOOLEAN -> out.raw(node.booleanValue() ? "true" : "false");
            case NUMBER -> writeNumber(node);
            case NULL -> out.raw("null");
            case BINARY, MISSING, POJO -> out.raw(OTHER);
        }
    }

    private void writeObject(Iterable<? extends Map.Entry<String, ?>> members, int depth) {
        out.raw('{');
        if (depth < deepest) {
            boolean isFirst = true;
            for (Map.Entry<String, ?> member : members) {
                if (!isFirst) {
                    out.raw(',');
                }
                isFirst = false;
                out.text(member.getKey());
                out.raw(':');
                write(member.getValue(), depth + 1);
            }
        }
        out.raw('}');
    }

    private void writeArray(Iterable<?> elements, int depth) {
        out.raw('[');
        if (depth < deepest) {
            boolean isFirst = true;
            for (Object element : elements) {
                if (!isFirst) {
                    out.raw(',');
                }
                isFirst = false;
                write(element, depth + 1);
            }
        }
        out.raw(']');
    }

    private void writeNumber(JsonNode number) {
        switch (number.numberType()) {
            case INT, LONG -> out.number(number.longValue());
            case BIG_INTEGER -> out.raw(number.bigIntegerValue().toString());
            case BIG_DECIMAL -> out.raw(number.decimalValue().toString());
            case FLOAT -> writeDecimal(number.doubleValue(), Float.toString(number.floatValue()));
            case DOUBLE -> writeDecimal(number.doubleValue(), "");
        }
    }

    private void writeDecimal(double value, String asFloat) {
        if (!Double.isFinite(value)) {
            out.raw(OTHER);
        } else if (asFloat.isEmpty()) {
            out.number(value);
        } else {
            out.raw(asFloat);
        }
    }
}
