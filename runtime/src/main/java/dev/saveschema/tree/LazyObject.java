package dev.saveschema.tree;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of a {@link LazyDocument}. Its values are made when they are asked for; to a migration step it is like any other
 * object.
 */
@SuppressWarnings("serial") // a lazy node is serialized as its JSON, like any other node
final class LazyObject extends ObjectNode {

    private final transient LazyMembers members;

    private LazyObject(LazyMembers members) {
        super(JsonNodeFactory.instance, members);
        this.members = members;
    }

    /** An object of a document. */
    static LazyObject of(LazyValue origin) {
        return new LazyObject(new LazyMembers(origin, null));
    }

    /**
     * The same object with other members.
     *
     * @param values nodes and {@link LazyValue}s, which are not copied
     */
    LazyObject with(Map<String, Object> values) {
        return new LazyObject(new LazyMembers(members.origin, values));
    }

    /**
     * A copy, which shares the members as long as neither object is changed. To be called only if no member is an object or array
     * that was made already.
     */
    LazyObject shared() {
        LazyObject copy = new LazyObject(new LazyMembers(members.origin, members.values));
        members.isShared = true;
        copy.members.isShared = true;
        return copy;
    }

    /** Puts in the members of another object. */
    void putAll(LazyObject other) {
        members.own().putAll(other.held());
    }

    /** Gives a member another name, if there is none of that name; false if that is not so. */
    boolean renamed(String oldName, String newName) {
        Object value = members.held().get(oldName);
        if (value == null || members.held().containsKey(newName)) {
            return false;
        }
        members.own().remove(oldName);
        members.own().put(newName, value);
        return true;
    }

    /** The place of the object in its document. */
    LazyValue origin() {
        return members.origin;
    }

    /** Whether no member was asked for, so that the object is as in its document. */
    boolean isUnread() {
        return members.values == null;
    }

    /** The members, to be read only: nodes, and a {@link LazyValue} for each member that was not asked for. */
    Map<String, Object> held() {
        return members.held();
    }

    /** A map that makes each member when it is asked for. */
    private static final class LazyMembers extends AbstractMap<String, JsonNode> {

        private final LazyValue origin;
        private @Nullable Map<String, Object> values;
        private boolean isShared;

        LazyMembers(LazyValue origin, @Nullable Map<String, Object> values) {
            this.origin = origin;
            this.values = values;
        }

        private Map<String, Object> held() {
            if (values == null) {
                values = origin.document().members(origin);
                isShared = false;
            }
            return values;
        }

        /** The values, for this object alone. */
        private Map<String, Object> own() {
            Map<String, Object> all = held();
            if (isShared) {
                all = new LinkedHashMap<>(all);
                values = all;
                isShared = false;
            }
            return all;
        }

        private static @Nullable JsonNode madeOrNull(@Nullable Object value) {
            return value == null ? null : LazyValue.made(value);
        }

        @Override
        public @Nullable JsonNode get(Object name) {
            Object value = held().get(name);
            if (value instanceof LazyValue lazy) {
                JsonNode made = lazy.made();
                own().put((String) name, made);
                return made;
            }
            return (JsonNode) value;
        }

        @Override
        public @Nullable JsonNode put(String name, JsonNode value) {
            return madeOrNull(own().put(name, value));
        }

        @Override
        public @Nullable JsonNode remove(Object name) {
            return madeOrNull(own().remove(name));
        }

        @Override
        public boolean containsKey(Object name) {
            return held().containsKey(name);
        }

        @Override
        public Set<String> keySet() {
            return own().keySet();
        }

        @Override
        public int size() {
            return held().size();
        }

        @Override
        public void clear() {
            own().clear();
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof LazyMembers lazy)) {
                return super.equals(other);
            }
            if (values == null && lazy.values == null && LazyValue.areSame(origin, lazy.origin)) {
                return true;
            }
            Map<String, Object> mine = held();
            Map<String, Object> others = lazy.held();
            return mine == others
                    || mine.size() == others.size()
                            && mine.entrySet().stream().allMatch(member -> {
                                Object there = others.get(member.getKey());
                                return there != null && LazyValue.areEqual(member.getValue(), there);
                            });
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }

        @Override
        public Set<Entry<String, JsonNode>> entrySet() {
            return new AbstractSet<>() {

                @Override
                public Iterator<Entry<String, JsonNode>> iterator() {
                    return new Entries(own().entrySet().iterator());
                }

                @Override
                public int size() {
                    return held().size();
                }
            };
        }
    }

    private record Entries(Iterator<Map.Entry<String, Object>> entries)
            implements Iterator<Map.Entry<String, JsonNode>> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            return new LazyEntry(entries.next());
        }

        @Override
        public void remove() {
            entries.remove();
        }
    }

    private static final class LazyEntry implements Map.Entry<String, JsonNode> {

        private final Map.Entry<String, Object> entry;

        LazyEntry(Map.Entry<String, Object> entry) {
            this.entry = entry;
        }

        @Override
        public String getKey() {
            return entry.getKey();
        }

        @Override
        public JsonNode getValue() {
            JsonNode made = LazyValue.made(entry.getValue());
            entry.setValue(made);
            return made;
        }

        @Override
        public JsonNode setValue(JsonNode value) {
            return LazyValue.made(entry.setValue(value));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Map.Entry<?, ?> another
                    && getKey().equals(another.getKey())
                    && getValue().equals(another.getValue());
        }

        @Override
        public int hashCode() {
            return getKey().hashCode() ^ getValue().hashCode();
        }
    }
}
