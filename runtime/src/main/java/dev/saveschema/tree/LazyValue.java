package dev.saveschema.tree;

import dev.saveschema.json.ByteWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a {@link LazyDocument} that was not asked for.
 *
 * @param from the beginning of the value, in bytes
 * @param to the end of the value, in bytes
 */
record LazyValue(LazyDocument document, int from, int to) {

    /** Makes the node of the value. The members and elements of an object or array are not made. */
    JsonNode made() {
        return document.made(this);
    }

    /** The node of a value, which is a node already or a {@link LazyValue}. */
    static JsonNode made(Object value) {
        return value instanceof LazyValue lazy ? lazy.made() : (JsonNode) value;
    }

    /** Writes the value as it is in the document. */
    void writeTo(ByteWriter out) {
        document.write(this, out);
    }

    /**
     * Whether two values are equal. Each is a node or a {@link LazyValue}; two lazy ones with the same bytes are compared without
     * being made.
     */
    static boolean areEqual(Object one, Object other) {
        return areSame(one, other) || made(one).equals(made(other));
    }

    /** Whether both values are {@link LazyValue}s with the same bytes. */
    static boolean areSame(@Nullable Object one, @Nullable Object other) {
        return one instanceof LazyValue lazy
                && other instanceof LazyValue another
                && (lazy.document == another.document && lazy.from == another.from
                        || lazy.document.holdsSame(lazy, another));
    }
}
