package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works on trees whose nodes may be those of a {@link LazyDocument}, which makes nodes only as far as somebody asks for them, and does
 * not ask for more. Any other tree will do, too; where nothing is lazy there is nothing to gain.
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

    /** The place of an object or array in its document, if nobody has asked for anything in it; null otherwise. */
    static @Nullable LazyValue unread(JsonNode container) {
        if (container instanceof LazyObject object) {
            return object.isUnread() ? object.origin() : null;
        }
        return container instanceof LazyArray array && array.isUnread() ? array.origin() : null;
    }

    /** The values in an object or array that somebody has asked for, or put there. The others are as they stand in the document. */
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

    /** Whether nobody has asked either object for its member of this name, and both are the same bytes. */
    public static boolean isUntouched(JsonNode one, JsonNode other, String name) {
        return one instanceof LazyObject lazy
                && other instanceof LazyObject another
                && LazyValue.areSame(lazy.held().get(name), another.held().get(name));
    }

    /** Whether two objects or arrays are the same, and neither has one in it that somebody could have changed. */
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

    /** Whether an object or array was made of any of an object's values. */
    private static boolean hasContainers(LazyObject object) {
        for (Object value : object.held().values()) {
            if (value instanceof JsonNode node && node.isContainer()) {
                return true;
            }
        }
        return false;
    }

    /**
     * A copy of an object or array that shares with it what nobody has asked for.
     *
     * @param inner makes what the copy has in place of the other values
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

    /** An object or array as it stands in the document that it was made of; null if it was made by somebody else. */
    public static @Nullable JsonNode asRead(JsonNode container) {
        return container instanceof LazyObject object
                ? object.origin().made()
                : container instanceof LazyArray array ? array.origin().made() : null;
    }

    /**
     * How an object or array begins in the document that it was made of, if nobody has asked for anything in it; null otherwise.
     *
     * @param bytes how much of it
     */
    public static @Nullable String start(JsonNode container, int bytes) {
        LazyValue unread = unread(container);
        return unread == null ? null : unread.document().start(unread, bytes);
    }

    /** Has an object hold what another one does, and nothing else. */
    public static void replace(ObjectNode object, ObjectNode content) {
        object.removeAll();
        if (object instanceof LazyObject lazy && content instanceof LazyObject other) {
            lazy.putAll(other);
        } else {
            object.setAll(content);
        }
    }

    /**
     * The tree of an object that is written by itself.
     *
     * @throws RuntimeException as {@link DocumentWriter#body}
     */
    public static ObjectNode written(Consumer<SaveWriter> content, LoadLimits limits) {
        byte[] bytes = DocumentWriter.fragment(content, limits);
        LazyDocument lazy = LazyDocument.of(bytes, limits);
        return lazy == null ? (ObjectNode) Trees.parsed(bytes) : lazy.root();
    }
}
