package dev.saveschema.codec;

import dev.saveschema.Reason;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reads a newer document of which nothing is lost to this program, as its seal says; what is unknown, or not there, is no repair. */
final class CompatibleReading {

    private CompatibleReading() {}

    /** Whether a newer document may be read so: all that the newer program wrote and this one knows is there. */
    static boolean isPossible(Reading<?> reading, StoredVersion version, StoredSeal seal) {
        return seal.isOf(version)
                && seal.isReadBy(reading.schema.version())
                && !reading.salvaging
                && isComplete(reading.log);
    }

    /** It need not have what only this program knows. */
    private static boolean isComplete(RepairLog log) {
        return log.toList().stream()
                .allMatch(repair -> repair.reason() == Reason.MISSING || repair.reason() == Reason.UNKNOWN_MEMBER);
    }

    static <T> Document<T> of(Reading<T> reading, StoredVersion version, T value, StoredSeal seal) {
        RepairLog log = new RepairLog();
        version.repair().ifPresent(log::add);
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
