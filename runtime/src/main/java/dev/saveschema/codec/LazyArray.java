package dev.saveschema.codec;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An array of a {@link LazyDocument}, whose elements are made when they are asked for. To whoever has it, it is as any other. */
@SuppressWarnings("serial") // written as any other node: what stands in for a node is its JSON
final class LazyArray extends ArrayNode {

    private final transient LazyElements elements;

    private LazyArray(LazyElements elements) {
        super(JsonNodeFactory.instance, elements);
        this.elements = elements;
    }

    /** An array of a document. */
    static LazyArray of(LazyValue origin) {
        return new LazyArray(new LazyElements(origin, null));
    }

    /**
     * The same array with other elements.
     *
     * @param values nodes and {@link LazyValue}s, not copied
     */
    LazyArray with(List<Object> values) {
        return new LazyArray(new LazyElements(elements.origin, values));
    }

    /** Where it stands in its document. */
    LazyValue origin() {
        return elements.origin;
    }

    /** Whether nobody has asked for anything in it, so that it is as it stands in its document. */
    boolean isUnread() {
        return elements.values == null;
    }

    /** Nodes, and a {@link LazyValue} for each that nobody has asked for. */
    List<Object> held() {
        return elements.held();
    }

    /** The same elements, each made of what is there. */
    private static final class LazyElements extends AbstractList<JsonNode> {

        private final LazyValue origin;
        private @Nullable List<Object> values;

        LazyElements(LazyValue origin, @Nullable List<Object> values) {
            this.origin = origin;
            this.values = values;
        }

        private List<Object> held() {
            List<Object> all = values;
            if (all == null) {
                all = origin.document().elements(origin);
                values = all;
            }
            return all;
        }

        @Override
        public JsonNode get(int index) {
            Object value = held().get(index);
            if (value instanceof LazyValue lazy) {
                JsonNode made = lazy.made();
                held().set(index, made);
                return made;
            }
            return (JsonNode) value;
        }

        @Override
        public JsonNode set(int index, JsonNode value) {
            return LazyValue.made(held().set(index, value));
        }

        @Override
        public void add(int index, JsonNode value) {
            held().add(index, value);
            modCount++;
        }

        @Override
        public JsonNode remove(int index) {
            modCount++;
            return LazyValue.made(held().remove(index));
        }

        @Override
        protected void removeRange(int from, int to) {
            held().subList(from, to).clear();
            modCount++;
        }

        @Override
        public int size() {
            return held().size();
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof LazyElements lazy)) {
                return super.equals(other);
            }
            if (values == null && lazy.values == null && LazyValue.areSame(origin, lazy.origin)) {
                return true;
            }
            return size() == lazy.size()
                    && IntStream.range(0, size())
                            .allMatch(index -> LazyValue.areEqual(
                                    held().get(index), lazy.held().get(index)));
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
