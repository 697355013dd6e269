package dev.saveschema.document;

import dev.saveschema.Reason;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.StoredSeal;
import dev.saveschema.codec.StoredVersion;
import dev.saveschema.codec.Trees;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a newer document, if its seal says that this program can read all members that it knows. Unknown and missing members are no
 * repairs there.
 */
final class CompatibleReading {

    private CompatibleReading() {}

    /**
     * Whether a newer document may be read in this way: its seal allows it, and every member that the newer program wrote and this
     * program knows could be used.
     */
    static boolean isPossible(Reading<?> reading, StoredVersion version, StoredSeal seal) {
        return seal.isOf(version)
                && seal.isReadBy(reading.schema.version())
                && !reading.salvaging
                && isComplete(reading.log);
    }

    /**
     * Whether no repair is of another kind than a missing or an unknown member. Members that only this program knows may be
     * missing.
     */
    private static boolean isComplete(RepairLog log) {
        return log.toList().stream()
                .allMatch(repair -> repair.reason() == Reason.MISSING || repair.reason() == Reason.UNKNOWN_MEMBER);
    }

    static <T> Document<T> of(Reading<T> reading, StoredVersion version, T value, StoredSeal seal) {
        RepairLog log = new RepairLog();
        version.reportTo(log);
        if (!(Trees.parsed(reading.bytes, reading.most) instanceof ObjectNode original)) {
            throw new AssertionError("the version was found in an object");
        }
        original.properties().removeIf(member -> StoredVersion.isOurs(member.getKey()));
        return new Document<>(
                value,
                seal.isWrittenBy(reading.schema.version()) ? Document.Age.COMPATIBLE : Document.Age.NEWER,
                version.stored(),
                version.number(),
                log.toList(),
                List.of(),
                Annotations.NONE,
                Optional.of(
                        DocumentWriter.newer(reading.schema, value, version.number(), seal, original, reading.most)));
    }
}
