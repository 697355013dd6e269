package dev.saveschema.document;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document that a newer program wrote and that this program may write back: its seal says so, and nothing in it had to be
 * repaired.
 *
 * @param version the document's version, which stays
 * @param reads the oldest version whose programs read all members that they know, which stays
 * @param writes the oldest version whose programs may write the document back, which stays
 * @param original the document's members, without SaveSchema's own
 * @param asRead the members that this program would write of the value that it read
 * @param discriminators the names of the members by which objects in the document say which record they are
 */
public record NewerDocument(
        int version, int reads, int writes, ObjectNode original, ObjectNode asRead, Set<String> discriminators) {

    /**
     * The document after a change. Members that this program does not know stay as they are, at their places.
     *
     * @param changed the members that this program would write of its value now
     */
    ObjectNode with(ObjectNode changed) {
        return new TreeMerge(discriminators).merged(original, asRead, changed);
    }
}
