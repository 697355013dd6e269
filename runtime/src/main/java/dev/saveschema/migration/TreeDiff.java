package dev.saveschema.migration;

import dev.saveschema.text.Excerpt;
import dev.saveschema.tree.LazyTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes, member by member, the changes that a developer's method made to an object. */
final class TreeDiff {

    /** The number of bytes that are looked at of a value, which is more than is shown, in any characters. */
    private static final int MOST_BYTES = 400;

    private TreeDiff() {}

    static List<String> between(ObjectNode before, ObjectNode after) {
        List<String> lines = new ArrayList<>();
        for (String name : after.propertyNames()) {
            if (LazyTrees.isUntouched(before, after, name)) {
                continue;
            }
            JsonNode old = before.get(name);
            JsonNode value = after.get(name);
            if (old == null) {
                lines.add("added " + Excerpt.oneLine(name) + " = " + text(value));
            } else if (!old.equals(value)) {
                lines.add(changed(name, old, value));
            }
        }
        for (String name : before.propertyNames()) {
            if (!after.has(name)) {
                lines.add("removed " + Excerpt.oneLine(name));
            }
        }
        return lines;
    }

    static String changed(String name, JsonNode old, JsonNode value) {
        return "changed " + Excerpt.oneLine(name) + " from " + text(old) + " to " + text(value);
    }

    /** A value on one line, cut. Of a large value only the part that is shown is looked at. */
    static String text(JsonNode value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return Excerpt.oneLine(text);
    }

    private static void append(StringBuilder text, JsonNode value) {
        if (Excerpt.isFull(text)) {
            return;
        }
        String start = LazyTrees.start(value, MOST_BYTES);
        if (start != null) {
            text.append(start);
            return;
        }
        switch (value.getNodeType()) {
            case OBJECT -> {
                String separator = "{";
                for (Map.Entry<String, JsonNode> member : value.properties()) {
                    if (Excerpt.isFull(text)) {
                        return;
                    }
                    text.append(separator).append(quoted(member.getKey())).append(':');
                    append(text, member.getValue());
                    separator = ",";
                }
                text.append(value.isEmpty() ? "{}" : "}");
            }
            case ARRAY -> {
                String separator = "[";
                for (JsonNode element : value) {
                    if (Excerpt.isFull(text)) {
                        return;
                    }
                    text.append(separator);
                    append(text, element);
                    separator = ",";
                }
                text.append(value.isEmpty() ? "[]" : "]");
            }
            case STRING -> text.append(quoted(value.stringValue()));
            case BOOLEAN, NUMBER -> text.append(value.asString());
            case NULL -> text.append("null");
            // a step may leave nodes that are not JSON; the loader reports them at their places
            case BINARY, MISSING, POJO -> text.append("something that is not JSON");
        }
    }

    private static String quoted(String text) {
        return '"' + Excerpt.start(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
