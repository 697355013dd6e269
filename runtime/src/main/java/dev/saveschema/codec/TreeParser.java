package dev.saveschema.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.TreeTraversingParser;

/** Goes over a tree, and can be asked for a member of an object before it comes to it. */
final class TreeParser extends TreeTraversingParser {

    TreeParser(JsonNode tree) {
        super(tree, ObjectReadContext.empty());
    }

    /** The text of a member of the object at whose beginning this is; null if it has none, or one that is not text. */
    @Nullable String textIn(String name) {
        JsonNode member = currentNode().get(name);
        return member != null && member.isString() ? member.stringValue() : null;
    }
}
