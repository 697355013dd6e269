package dev.saveschema.codec;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the changes that an older program made into a document that has more in it than that program knows.
 *
 * <p>Members of objects and entries of maps have names, by which they are found again. Elements of an array have none: an array that
 * was changed is replaced as a whole.
 */
final class TreeMerge {

    private final Set<String> discriminators;

    /** @param discriminators the names by which objects say what they are; one that became another kind keeps nothing of the old one */
    TreeMerge(Set<String> discriminators) {
        this.discriminators = discriminators;
    }

    /**
     * The document with what changed.
     *
     * @param original what the newer program wrote
     * @param before what the older program made of it
     * @param after the same after its changes
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
            // what the newer program does not write is only written if it was given a value
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
