package dev.saveschema.migration;

import dev.saveschema.migration.MigrationStep.Descent;
import dev.saveschema.text.JsonPointer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the value at a member, or the values in the arrays and maps there, and lets each be replaced or removed. */
final class ValueRewriter {

    private final List<Descent> descents;
    private final Visitor visitor;

    /** @param descents the parts through which to go from the member to the values: elements, values, keys */
    ValueRewriter(List<Descent> descents, Visitor visitor) {
        this.descents = List.copyOf(descents);
        this.visitor = visitor;
    }

    /** Looks at each value that is found. */
    interface Visitor {

        /**
         * Looks at a value, or at a key as a text.
         *
         * @param pointer the place of the value, as a JSON Pointer
         * @return the value to put there; the same value to leave it; null to remove it, a key together with its value
         */
        @Nullable JsonNode visit(JsonNode value, String pointer);
    }

    /** Visits the value at the member, if the object has the member. */
    void visit(ObjectNode object, String member, String pointer) {
        JsonNode value = object.get(member);
        if (value != null) {
            JsonNode changed = visit(value, pointer, 0);
            if (changed == null) {
                object.remove(member);
            } else if (changed != value) {
                object.set(member, changed);
            }
        }
    }

    private @Nullable JsonNode visit(JsonNode node, String pointer, int depth) {
        if (depth == descents.size()) {
            return visitor.visit(node, pointer);
        }
        Descent descent = descents.get(depth);
        if (descent == Descent.ELEMENTS && node instanceof ArrayNode array) {
            visitElements(array, pointer, depth + 1);
        } else if (descent == Descent.VALUES && node instanceof ObjectNode map) {
            visitValues(map, pointer, depth + 1);
        } else if (descent == Descent.KEYS && node instanceof ObjectNode map) {
            visitKeys(map, pointer);
        }
        return node;
    }

    private void visitElements(ArrayNode array, String pointer, int depth) {
        List<JsonNode> kept = new ArrayList<>();
        boolean isChanged = false;
        for (int index = 0; index < array.size(); index++) {
            JsonNode element = array.get(index);
            JsonNode changed = visit(element, pointer + "/" + index, depth);
            isChanged |= changed != element;
            if (changed != null) {
                kept.add(changed);
            }
        }
        if (isChanged) {
            array.removeAll();
            array.addAll(kept);
        }
    }

    private void visitValues(ObjectNode map, String pointer, int depth) {
        Iterator<Map.Entry<String, JsonNode>> entries = map.properties().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, JsonNode> entry = entries.next();
            JsonNode value = entry.getValue();
            JsonNode changed = visit(value, JsonPointer.member(pointer, entry.getKey()), depth);
            if (changed == null) {
                entries.remove();
            } else if (changed != value) {
                entry.setValue(changed);
            }
        }
    }

    /** Visits the keys of a map. The entries keep their order; if two get the same key, the later counts. */
    private void visitKeys(ObjectNode map, String pointer) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        boolean isChanged = false;
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            JsonNode key = visitor.visit(map.stringNode(entry.getKey()), JsonPointer.member(pointer, entry.getKey()));
            isChanged |= key == null || !key.stringValue().equals(entry.getKey());
            if (key != null) {
                kept.put(key.stringValue(), entry.getValue());
            }
        }
        if (isChanged) {
            map.removeAll();
            map.setAll(kept);
        }
    }
}
