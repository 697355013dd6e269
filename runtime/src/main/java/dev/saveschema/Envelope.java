package dev.saveschema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a format that has versions of its own says them, where {@code @SaveSchema(versionMember = …)} is not enough: in two members,
 * as text, from 0, with holes in the numbering, not at all.
 *
 * <pre>{@code
 * public final class NotebookEnvelope implements Envelope { // 1, 2, 3, 4.0 to 4.5 are the versions 1, 2, 3, 4 to 9
 *
 *     @Override
 *     public int version(JsonNode root) {
 *         return root.path("nbformat").asInt(1) + root.path("nbformat_minor").asInt(0);
 *     }
 *
 *     @Override
 *     public void stamp(ObjectNode root, int version) {
 *         root.put("nbformat", Math.min(version, 4));
 *         root.put("nbformat_minor", Math.max(version - 4, 0));
 *     }
 * }
 * }</pre>
 *
 * <p>Named in {@code @SaveSchema(envelope = …)}. Migration steps and the record see the document without the members that
 * {@link #stamp} sets, and files hold nothing but the format's own members: neither {@code $version} nor the seal. A file that has
 * a {@code $version} all the same is read as of that version.
 *
 * <p>Implementations hold no state, are safe for use by several threads, and have a constructor without parameters.
 */
public interface Envelope {

    /**
     * The version that a document is of.
     *
     * @param root the document, which may be anything
     * @return the number that the schema gives the version; one above the schema's is of a newer program. Less than 1 if the document
     *     says none: then it is of the version that the schema says in {@code unversioned}
     * @throws RuntimeException if what it says is no version; that becomes a repair, and the document is read as of the current version
     */
    int version(JsonNode root);

    /**
     * Sets the members by which {@link #version} tells a version. Called for each document that is written, and with an empty object
     * to learn which members these are.
     *
     * @param root a document without them
     */
    void stamp(ObjectNode root, int version);

    /**
     * The object that holds the record's members: the document itself, unless this is overridden for one that is, or once was, an
     * array.
     *
     * @throws RuntimeException if the document is something else; then it is damaged
     */
    default ObjectNode unwrap(JsonNode root) {
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(
                "the file holds " + (root.isArray() ? "an array" : "a single value") + ", not an object");
    }

    /**
     * The document that is written: the object itself, unless this is overridden for one that is an array.
     *
     * @param document the record's members and those of {@link #stamp}
     */
    default JsonNode wrap(ObjectNode document) {
        return document;
    }
}
