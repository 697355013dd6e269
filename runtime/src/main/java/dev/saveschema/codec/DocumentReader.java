package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.json.Encoding;
import dev.saveschema.json.MalformedContentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the bytes of a save into a value, through a migration if they are of an older version.
 *
 * <p>What is read can be saved. Where a record is as deep as may be, and what it has in place of a missing member is a level
 * deeper, no load would take the save back: then the document is read again, with one level less.
 */
public final class DocumentReader<T> {

    private final DocumentSchema<T> schema;
    private final LoadLimits limits;

    /** @param limits how much of a document is read */
    public DocumentReader(DocumentSchema<T> schema, LoadLimits limits) {
        this.schema = schema;
        this.limits = limits;
    }

    /**
     * Reads a whole document. What in it is no JSON, and costs no more than the value that it is in, is repaired as any other value.
     *
     * @throws MalformedContentException if the bytes are none: cut off, no JSON in a way that leaves in doubt what the rest means,
     *     with something in a text that nobody writes, not an object, or refused as a whole by the record's own constructor
     */
    public Document<T> read(byte[] bytes) {
        return read(bytes, false);
    }

    /**
     * Reads what can be read in a document that {@link #read} refused as damaged: all but the damaged values, or what precedes the
     * place from which nothing can be read. Empty if that is nothing.
     */
    public Optional<Document<T>> salvage(byte[] bytes) {
        try {
            Document<T> document = read(bytes, true);
            boolean isDamaged = document.repairs().stream().anyMatch(repair -> repair.reason() == Reason.DAMAGED);
            return isDamaged ? Optional.of(document) : Optional.empty();
        } catch (MalformedContentException e) {
            // nothing precedes the damage, or what does is refused too
            return Optional.empty();
        }
    }

    private Document<T> read(byte[] bytes, boolean salvaging) {
        Encoding.requireUtf8(bytes);
        for (LoadLimits each = limits; ; each = shallower(each)) {
            Document<T> document = new Reading(bytes, salvaging, each).read();
            if (document != null) {
                return document;
            }
        }
    }

    private static LoadLimits shallower(LoadLimits limits) {
        return limits.nesting(limits.nesting() - 1);
    }

    /** One attempt at a document, within limits of its own. */
    private final class Reading {

        private final byte[] bytes;
        private final boolean salvaging;
        private final LoadLimits most;
        private RepairLog log = new RepairLog();

        Reading(byte[] bytes, boolean salvaging, LoadLimits most) {
            this.bytes = bytes;
            this.salvaging = salvaging;
            this.most = most;
        }

        /** Answers null if what is read could not be saved. */
        @Nullable Document<T> read() {
            StoredVersion first = StoredVersion.first(bytes);
            if (first != null && first.number() < schema.version()) {
                return readOlder(first);
            }
            // A version that does not stand first is met on the way, and is nearly always the head's.
            SaveReader reader = reader(bytes);
            T value = schema.read(reader);
            StoredVersion version = version(reader);
            if (version.number() < schema.version()) {
                log = new RepairLog();
                return readOlder(version);
            }
            requireEnd(reader);
            version.repair().ifPresent(log::add);
            T accepted = accepted(value, reader);
            if (isTooDeep(accepted, reader, most)) {
                return null;
            }
            Document.Age age = version.number() > schema.version() ? Document.Age.NEWER : Document.Age.CURRENT;
            return new Document<>(accepted, age, version.stored(), version.number(), log.toList(), List.of());
        }

        private StoredVersion version(SaveReader reader) {
            StoredVersion said = reader.version();
            if (said != null) {
                return said;
            }
            return reader.isSealed()
                    ? StoredVersion.ofTheHead(schema.version())
                    : StoredVersion.none(schema.unversionedVersion());
        }

        private @Nullable Document<T> readOlder(StoredVersion version) {
            version.repair().ifPresent(log::add);
            if (version.number() < schema.oldestVersion()) {
                return tooOld(version, log);
            }
            List<MigratedStep> steps = new ArrayList<>();
            SaveReader migrated = Trees.reader(migrated(version, steps), salvaging, most, log);
            T value = accepted(schema.read(migrated), migrated);
            if (isTooDeep(value, migrated, most)) {
                return null;
            }
            return new Document<>(
                    value, Document.Age.MIGRATED, version.stored(), version.number(), log.toList(), steps);
        }

        /** The document as its newest version, whose tree is gone when it is read. */
        private byte[] migrated(StoredVersion version, List<MigratedStep> steps) {
            SaveReader reader = reader(bytes);
            if (!(reader.readOlder() instanceof ObjectNode tree)) {
                throw new AssertionError("the version was found in an object");
            }
            requireEnd(reader);
            tree.properties().removeIf(member -> member.getKey().startsWith("$"));
            steps.addAll(schema.migrate(tree, version.number(), limits, log));
            return TreeBytes.of(tree, most.nesting());
        }

        private void requireEnd(SaveReader reader) {
            if (reader.requireEnd() && !salvaging) {
                throw new MalformedContentException(reader.damage(), 0);
            }
        }

        /** A reader at the document's object. */
        private SaveReader reader(byte[] document) {
            SaveReader reader = SaveReader.over(document, salvaging, most, log, schema.version());
            reader.requireObject();
            return reader;
        }
    }

    // Few saves are half as deep as may be, so few are written to find out.
    private boolean isTooDeep(T value, SaveReader reader, LoadLimits most) {
        if (reader.deepestSoFar() <= limits.nesting() / 2 || most.nesting() == 1) {
            return false;
        }
        try {
            DocumentWriter.body(schema, value, false, limits);
            return false;
        } catch (TooDeepException e) {
            return true;
        } catch (RuntimeException e) {
            // a codec of the developer's that cannot write what it read: saving says so
            return false;
        }
    }

    private Document<T> tooOld(StoredVersion version, RepairLog log) {
        log.add(new Repair(
                "",
                Reason.TOO_OLD,
                "version %d is older than %d, the oldest that is still read"
                        .formatted(version.number(), schema.oldestVersion()),
                Optional.of(Integer.toString(version.number())),
                "used the defaults"));
        return new Document<>(
                schema.defaultValue(),
                Document.Age.TOO_OLD,
                version.stored(),
                version.number(),
                log.toList(),
                List.of());
    }

    private static <T> T accepted(@Nullable T value, SaveReader reader) {
        if (value == null) {
            throw MalformedContentException.refused(reader.refusal());
        }
        return value;
    }
}
