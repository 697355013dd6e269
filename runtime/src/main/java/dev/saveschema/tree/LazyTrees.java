package dev.saveschema.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works on trees with nodes of a {@link LazyDocument}, and asks for no more nodes than have been made already. It works on any
 * other tree as well, where nothing is to be gained.
 */
public final class LazyTrees {

    private LazyTrees() {}

    /** The members of an object: nodes, and {@link LazyValue}s. */
    static Iterable<? extends Map.Entry<String, ?>> members(ObjectNode object) {
        return object instanceof LazyObject lazy ? lazy.held().entrySet() : object.properties();
    }

    /** The elements of an array: nodes, and {@link LazyValue}s. */
    static Iterable<?> elements(ArrayNode array) {
        return array instanceof LazyArray lazy ? lazy.held() : array;
    }

    /** The place of an object or array in its document, if nothing in it was asked for; null otherwise. */
    static @Nullable LazyValue unread(JsonNode container) {
        if (container instanceof LazyObject object) {
            return object.isUnread() ? object.origin() : null;
        }
        return container instanceof LazyArray array && array.isUnread() ? array.origin() : null;
    }

    /** The values in an object or array that were asked for, or put there. The other values are as in the document. */
    public static List<JsonNode> visited(JsonNode container) {
        if (unread(container) != null) {
            return List.of();
        }
        Iterable<?> all = container instanceof LazyObject object
                ? object.held().values()
                : container instanceof LazyArray array ? array.held() : container.values();
        List<JsonNode> visited = new ArrayList<>();
        for (Object each : all) {
            if (each instanceof JsonNode node) {
                visited.add(node);
            }
        }
        return visited;
    }

    /** Whether the member of this name was not asked for in either object, and is the same bytes in both. */
    public static boolean isUntouched(JsonNode one, JsonNode other, String name) {
        return one instanceof LazyObject lazy
                && other instanceof LazyObject another
                && LazyValue.areSame(lazy.held().get(name), another.held().get(name));
    }

    /** Whether two objects or arrays are the same, and no object or array within them was made, which a step could have changed. */
    public static boolean isUntouched(JsonNode one, JsonNode other) {
        LazyValue origin = unread(one);
        LazyValue another = unread(other);
        if (origin != null && another != null) {
            return LazyValue.areSame(origin, another);
        }
        if (one instanceof LazyObject object && other instanceof LazyObject copy) {
            return object.held() == copy.held();
        }
        return one instanceof LazyArray array && other instanceof LazyArray copy && areUntouched(array, copy);
    }

    private static boolean areUntouched(LazyArray one, LazyArray other) {
        boolean areUntouched = one.size() == other.size();
        for (int index = 0; areUntouched && index < one.size(); index++) {
            areUntouched = LazyValue.areSame(one.held().get(index), other.held().get(index));
        }
        return areUntouched;
    }

    /** Whether any value of an object is an object or array that was made already. */
    private static boolean hasContainers(LazyObject object) {
        for (Object value : object.held().values()) {
            if (value instanceof JsonNode node && node.isContainer()) {
                return true;
            }
        }
        return false;
    }

    /**
     * A copy of an object or array, which shares the values that were not asked for.
     *
     * @param inner makes the copy's values in place of the other values
     */
    public static JsonNode copy(JsonNode container, UnaryOperator<JsonNode> inner) {
        LazyValue unread = unread(container);
        if (unread != null) {
            return unread.made();
        }
        if (container instanceof LazyObject object) {
            if (!hasContainers(object)) {
                return object.shared();
            }
            Map<String, Object> members = new LinkedHashMap<>(object.held());
            members.replaceAll((name, value) -> value instanceof JsonNode node ? inner.apply(node) : value);
            return object.with(members);
        }
        if (container instanceof LazyArray array) {
            List<Object> elements = new ArrayList<>(array.held());
            elements.replaceAll(value -> value instanceof JsonNode node ? inner.apply(node) : value);
            return array.with(elements);
        }
        if (container instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), inner.apply(member.getValue())));
            return copy;
        }
        ArrayNode copy = ((ArrayNode) container).arrayNode();
        container.forEach(element -> copy.add(inner.apply(element)));
        return copy;
    }

    /** The object or array as it is in its document; null if it is of no document, but was made by other code. */
    public static @Nullable JsonNode asRead(JsonNode container) {
        return container instanceof LazyObject object
                ? object.origin().made()
                : container instanceof LazyArray array ? array.origin().made() : null;
    }

    /**
     * The beginning of an object or array as text, if nothing in it was asked for; null otherwise.
     *
     * @param bytes the length of the text, in bytes
     */
    public static @Nullable String start(JsonNode container, int bytes) {
        LazyValue unread = unread(container);
        return unread == null ? null : unread.document().start(unread, bytes);
    }

    /**
     * Gives a member of a lazy object another name, if there is none of that name, and does not make its value for that.
     *
     * @return whether that was so
     */
    public static boolean renamed(ObjectNode object, String oldName, String newName) {
        return object instanceof LazyObject lazy && lazy.renamed(oldName, newName);
    }

    /** Replaces all members of an object by those of another one. */
    public static void replace(ObjectNode object, ObjectNode content) {
        object.removeAll();
        if (object instanceof LazyObject lazy && content instanceof LazyObject other) {
            lazy.putAll(other);
        } else {
            object.setAll(content);
        }
    }
}
