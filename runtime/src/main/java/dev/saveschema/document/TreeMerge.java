package dev.saveschema.document;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the changes of an older program into a document that has more members than that program knows.
 *
 * <p>Members of objects and entries of maps are found by their names. The elements of an array have no names, so that a changed
 * array is replaced as a whole.
 */
final class TreeMerge {

    private final Set<String> discriminators;

    /**
     * @param discriminators the names of the members by which objects say which record they are. An object that became another
     *     record keeps no unknown members of the old one
     */
    TreeMerge(Set<String> discriminators) {
        this.discriminators = discriminators;
    }

    /**
     * The document with the changes.
     *
     * @param original the members that the newer program wrote
     * @param before the members that the older program would have written of the value that it read
     * @param after the members that the older program would write of its changed value
     */
    ObjectNode merged(ObjectNode original, ObjectNode before, ObjectNode after) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : original.properties()) {
            String name = member.getKey();
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            if (is != null) {
                merged.set(name, was == null ? is : merged(member.getValue(), was, is));
            } else if (was == null) {
                merged.set(name, member.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> member : after.properties()) {
            // a member that the newer program does not write is written only if its value was changed
            boolean isUntouched = member.getValue().equals(before.get(member.getKey()));
            if (!original.has(member.getKey()) && !isUntouched) {
                merged.set(member.getKey(), member.getValue());
            }
        }
        return merged;
    }

    private JsonNode merged(JsonNode original, JsonNode before, JsonNode after) {
        if (after.equals(before)) {
            return original;
        }
        return original instanceof ObjectNode whole
                        && before instanceof ObjectNode was
                        && after instanceof ObjectNode is
                        && !isOfAnotherKind(was, is)
                ? merged(whole, was, is)
                : after;
    }

    private boolean isOfAnotherKind(ObjectNode before, ObjectNode after) {
        return discriminators.stream().anyMatch(name -> {
            JsonNode was = before.get(name);
            return was != null && !was.equals(after.get(name));
        });
    }
}
