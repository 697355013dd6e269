package dev.saveschema.tree;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An array of a {@link LazyDocument}. Its elements are made when they are asked for; to a migration step it is like any other
 * array.
 */
@SuppressWarnings("serial") // a lazy node is serialized as its JSON, like any other node
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
     * @param values nodes and {@link LazyValue}s, which are not copied
     */
    LazyArray with(List<Object> values) {
        return new LazyArray(new LazyElements(elements.origin, values));
    }

    /** The place of the array in its document. */
    LazyValue origin() {
        return elements.origin;
    }

    /** Whether no element was asked for, so that the array is as in its document. */
    boolean isUnread() {
        return elements.values == null;
    }

    /** The elements: nodes, and a {@link LazyValue} for each element that was not asked for. */
    List<Object> held() {
        return elements.held();
    }

    /** A list that makes each element when it is asked for. */
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
