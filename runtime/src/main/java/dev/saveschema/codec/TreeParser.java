package dev.saveschema.codec;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.TreeTraversingParser;

/**
 * Goes over a tree, and can be asked for a member of an object before it comes to it. Jackson keeps to itself which object that
 * is, so that it is followed here.
 */
final class TreeParser extends TreeTraversingParser {

    private final JsonNode root;
    private final Deque<Open> open = new ArrayDeque<>();

    TreeParser(JsonNode tree) {
        super(tree, ObjectReadContext.empty());
        this.root = tree;
    }

    /** An object or array that is open, and how many elements of it were met. */
    private static final class Open {

        private final JsonNode node;
        private int elements;

        private Open(JsonNode node) {
            this.node = node;
        }

        JsonNode next(@Nullable String name) {
            return name == null ? node.get(elements++) : node.get(name);
        }
    }

    /** The text of a member of the object at whose beginning this is; null if it has none, or one that is not text. */
    @Nullable String textIn(String name) {
        JsonNode member = open.element().node.get(name);
        return member != null && member.isString() ? member.stringValue() : null;
    }

    @Override
    public @Nullable JsonToken nextToken() {
        String name = currentToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
        JsonToken token = super.nextToken();
        if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            open.pop();
        } else if (token != null && token != JsonToken.PROPERTY_NAME) {
            JsonNode node = open.isEmpty() ? root : open.element().next(name);
            if (token.isStructStart()) {
                open.push(new Open(node));
            }
        }
        return token;
    }

    @Override
    public JsonParser skipChildren() {
        boolean isOpen = currentToken() == JsonToken.START_OBJECT || currentToken() == JsonToken.START_ARRAY;
        super.skipChildren();
        if (isOpen) {
            open.pop();
        }
        return this;
    }
}
