package dev.saveschema.document;

import dev.saveschema.Envelope;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.codec.StoredVersion;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.text.Excerpt;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document of a format that has its own way to hold the version, taken apart.
 *
 * @param members the record's members, without those that hold the version
 */
record Enveloped(StoredVersion version, ObjectNode members) {

    /** @throws MalformedContentException if the root is no document of the format */
    static Enveloped of(JsonNode root, Envelope envelope, int head, int unversioned) {
        StoredVersion version = version(root, envelope, head, unversioned);
        try {
            ObjectNode members = envelope.unwrap(root);
            members.remove(StoredVersion.NAME);
            members.remove(stamped(envelope, Math.min(version.number(), head)));
            return new Enveloped(version, members);
        } catch (RuntimeException e) {
            throw new MalformedContentException(Excerpt.oneLine(e), 0);
        }
    }

    private static StoredVersion version(JsonNode root, Envelope envelope, int head, int unversioned) {
        // a program may have written $version before it adopted the format's own member
        JsonNode own = root.path(StoredVersion.NAME);
        if (own.isInt() && own.intValue() >= 1) {
            return StoredVersion.stated(own.intValue());
        }
        try {
            int version = envelope.version(root);
            return version < 1 ? StoredVersion.none(unversioned) : StoredVersion.stated(version);
        } catch (RuntimeException e) {
            Repair repair = new Repair(
                    "",
                    Reason.WRONG_TYPE,
                    "no version could be told: " + Excerpt.oneLine(e),
                    Optional.empty(),
                    "read as version " + head);
            return new StoredVersion(head, OptionalInt.empty(), Optional.of(repair));
        }
    }

    private static Set<String> stamped(Envelope envelope, int version) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        envelope.stamp(members, version);
        return new HashSet<>(members.propertyNames());
    }
}
