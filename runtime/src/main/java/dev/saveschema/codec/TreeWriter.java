package dev.saveschema.codec;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes a tree. It does without the mapper that Jackson's own way needs. */
final class TreeWriter {

    private final SaveWriter out;

    TreeWriter(SaveWriter out) {
        this.out = out;
    }

    void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node);
            case ARRAY -> writeArray(node);
            case STRING -> out.write(node.stringValue());
            case BOOLEAN -> out.write(node.booleanValue());
            case NUMBER -> writeNumber(node);
            case NULL -> out.writeNull();
            case BINARY, MISSING, POJO ->
                throw out.refusal("a %s node cannot be saved; it is not JSON"
                        .formatted(node.getNodeType().name().toLowerCase(Locale.ROOT)));
        }
    }

    private void writeObject(JsonNode object) {
        out.beginObject();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            out.key(member.getKey());
            write(member.getValue());
        }
        out.endObject();
    }

    private void writeArray(JsonNode array) {
        boolean onLines = array.valueStream().anyMatch(JsonNode::isContainer);
        if (onLines) {
            out.beginLines();
        } else {
            out.beginArray();
        }
        array.forEach(this::write);
        out.endArray();
    }

    private void writeNumber(JsonNode number) {
        switch (number.numberType()) {
            case INT, LONG -> out.write(number.longValue());
            case BIG_INTEGER -> out.write(number.bigIntegerValue());
            case FLOAT -> out.write(number.floatValue());
            case DOUBLE -> out.write(number.doubleValue());
            case BIG_DECIMAL -> out.write(number.decimalValue());
        }
    }
}
