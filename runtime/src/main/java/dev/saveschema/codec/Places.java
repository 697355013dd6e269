package dev.saveschema.codec;

import dev.saveschema.codec.MigrationStep.Descent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the values at a member, or in the arrays and maps there, and lets each be replaced. */
final class Places {

    private final List<Descent> descents;
    private final Visitor visitor;

    /** @param descents through what to go from the member to the values */
    Places(List<Descent> descents, Visitor visitor) {
        this.descents = List.copyOf(descents);
        this.visitor = visitor;
    }

    /** Something that is done to each value. */
    interface Visitor {

        /**
         * Looks at a value, or at a key as a text.
         *
         * @param pointer where it is, as a JSON Pointer
         * @return what is to stand there; the value itself to leave it
         */
        JsonNode visit(JsonNode value, String pointer);
    }

    /** Visits what is at the member, if the object has it. */
    void visit(ObjectNode object, String member, String pointer) {
        JsonNode value = object.get(member);
        if (value != null) {
            JsonNode changed = visit(value, pointer, 0);
            if (changed != value) {
                object.set(member, changed);
            }
        }
    }

    private JsonNode visit(JsonNode node, String pointer, int depth) {
        if (depth == descents.size()) {
            return visitor.visit(node, pointer);
        }
        Descent descent = descents.get(depth);
        if (descent == Descent.ELEMENTS && node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                JsonNode element = array.get(index);
                JsonNode changed = visit(element, pointer + "/" + index, depth + 1);
                if (changed != element) {
                    array.set(index, changed);
                }
            }
        } else if (descent == Descent.VALUES && node instanceof ObjectNode map) {
            for (Map.Entry<String, JsonNode> entry : map.properties()) {
                JsonNode value = entry.getValue();
                JsonNode changed = visit(value, inside(pointer, entry.getKey()), depth + 1);
                if (changed != value) {
                    entry.setValue(changed);
                }
            }
        } else if (descent == Descent.KEYS && node instanceof ObjectNode map) {
            visitKeys(map, pointer);
        }
        return node;
    }

    /** The entries keep their order; of two that come to have one key, the later counts. */
    private void visitKeys(ObjectNode map, String pointer) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(map.properties());
        List<String> keys = new ArrayList<>();
        boolean isChanged = false;
        for (Map.Entry<String, JsonNode> entry : entries) {
            String key = visitor.visit(map.stringNode(entry.getKey()), inside(pointer, entry.getKey()))
                    .stringValue();
            isChanged |= !key.equals(entry.getKey());
            keys.add(key);
        }
        if (isChanged) {
            List<JsonNode> values = entries.stream().map(Map.Entry::getValue).toList();
            map.removeAll();
            for (int at = 0; at < keys.size(); at++) {
                map.set(keys.get(at), values.get(at));
            }
        }
    }

    private static String inside(String pointer, String name) {
        return pointer + "/" + Nesting.escaped(name);
    }
}
