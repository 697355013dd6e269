package dev.saveschema.codec;

import dev.saveschema.json.ByteWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a {@link LazyDocument} that nobody has asked for.
 *
 * @param from where it begins
 * @param to where it ends
 */
record LazyValue(LazyDocument document, int from, int to) {

    /** Makes what it is; an object or array without what is in it. */
    JsonNode made() {
        return document.made(this);
    }

    /** The node of a value in an object or array, which may be one of these. */
    static JsonNode made(Object value) {
        return value instanceof LazyValue lazy ? lazy.made() : (JsonNode) value;
    }

    /** Writes it as it stands in the document. */
    void writeTo(ByteWriter out) {
        document.write(this, out);
    }

    /** Whether two values are equal, of which either may be one of these; what nobody has changed is not made for it. */
    static boolean areEqual(Object one, Object other) {
        return areSame(one, other) || made(one).equals(made(other));
    }

    /** Whether neither was asked for, and both are the same bytes. */
    static boolean areSame(@Nullable Object one, @Nullable Object other) {
        return one instanceof LazyValue lazy
                && other instanceof LazyValue another
                && (lazy.document == another.document && lazy.from == another.from
                        || lazy.document.holdsSame(lazy, another));
    }
}
