package dev.saveschema.codec;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document that a newer program wrote, and that this one may write back: its seal says so, and nothing in it had to be repaired.
 *
 * @param version the document's, which stays
 * @param reads the oldest version whose program reads all of it that it knows, which stays
 * @param writes the oldest version whose program may write it back, which stays
 * @param original its members, without SaveSchema's own
 * @param asRead what this program would write of what it read
 * @param discriminators the names by which objects of it say what they are
 */
public record NewerDocument(
        int version, int reads, int writes, ObjectNode original, ObjectNode asRead, Set<String> discriminators) {

    /**
     * The document after a change: what this program does not know stays as it is, where it is.
     *
     * @param changed what this program would write of its value now
     */
    ObjectNode with(ObjectNode changed) {
        return new TreeMerge(discriminators).merged(original, asRead, changed);
    }
}
