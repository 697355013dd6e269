package dev.saveschema.codec;

import dev.saveschema.Envelope;
import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.json.Encoding;
import dev.saveschema.json.MalformedContentException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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
    private final Optional<Envelope> envelope;

    /** @param limits how much of a document is read */
    public DocumentReader(DocumentSchema<T> schema, LoadLimits limits) {
        this.schema = schema;
        this.limits = limits;
        this.envelope = schema.envelope();
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
        private final Map<String, JsonNode> annotations = new LinkedHashMap<>();
        private RepairLog log = new RepairLog();

        Reading(byte[] bytes, boolean salvaging, LoadLimits most) {
            this.bytes = bytes;
            this.salvaging = salvaging;
            this.most = most;
        }

        /** Answers null if what is read could not be saved. */
        @Nullable Document<T> read() {
            return envelope.isPresent() ? readEnveloped(envelope.get()) : readOwn();
        }

        private @Nullable Document<T> readOwn() {
            StoredVersion first = StoredVersion.first(bytes);
            if (first != null && first.number() < schema.version()) {
                return readOlder(first);
            }
            // A version that does not stand first is met on the way, and is nearly always the head's.
            SaveReader reader = reader();
            reader.requireObject();
            reader.keepAnnotations(annotations);
            T value = schema.read(reader);
            StoredVersion version = version(reader);
            if (version.number() < schema.version()) {
                log = new RepairLog();
                annotations.clear();
                return readOlder(version);
            }
            requireEnd(reader);
            if (version.repair().isPresent()) {
                log.add(version.repair().get());
            }
            return current(version, value, reader);
        }

        private @Nullable Document<T> current(StoredVersion version, @Nullable T read, SaveReader reader) {
            T value = accepted(read, reader);
            if (isTooDeep(value, reader, most)) {
                return null;
            }
            if (version.number() <= schema.version()) {
                return document(version, value, Document.Age.CURRENT, List.of());
            }
            StoredSeal seal = reader.seal();
            return seal != null && seal.isOf(version) && seal.isReadBy(schema.version()) && !salvaging && isComplete()
                    ? compatible(version, value, seal)
                    : document(version, value, Document.Age.NEWER, List.of());
        }

        /** Whether all that the newer program wrote and this one knows is there. It need not have what only this program knows. */
        private boolean isComplete() {
            return log.toList().stream()
                    .allMatch(repair -> repair.reason() == Reason.MISSING || repair.reason() == Reason.UNKNOWN_MEMBER);
        }

        /** A newer document of which nothing is lost in reading; what is unknown, or not there, is no repair. */
        private Document<T> compatible(StoredVersion version, T value, StoredSeal seal) {
            log = new RepairLog();
            version.repair().ifPresent(log::add);
            if (!(Trees.parsed(bytes, most) instanceof ObjectNode original)) {
                throw new AssertionError("the version was found in an object");
            }
            original.properties().removeIf(member -> StoredVersion.isOurs(member.getKey()));
            return new Document<>(
                    value,
                    seal.isWrittenBy(schema.version()) ? Document.Age.COMPATIBLE : Document.Age.NEWER,
                    version.stored(),
                    version.number(),
                    log.toList(),
                    List.of(),
                    Annotations.NONE,
                    Optional.of(DocumentWriter.newer(schema, value, version.number(), seal, original, most)));
        }

        private Document<T> document(StoredVersion version, T value, Document.Age age, List<MigratedStep> steps) {
            return new Document<>(
                    value,
                    age,
                    version.stored(),
                    version.number(),
                    log.toList(),
                    steps,
                    new Annotations(annotations),
                    Optional.empty());
        }

        private StoredVersion version(SaveReader reader) {
            StoredVersion said = reader.version();
            if (said != null) {
                return said;
            }
            StoredSeal seal = reader.seal();
            return seal == null
                    ? StoredVersion.none(schema.unversionedVersion())
                    : StoredVersion.of(seal, schema.version());
        }

        private @Nullable Document<T> readOlder(StoredVersion version) {
            if (version.repair().isPresent()) {
                log.add(version.repair().get());
            }
            if (version.number() < schema.oldestVersion()) {
                return tooOld(version, log);
            }
            List<MigratedStep> steps = new ArrayList<>();
            return migrated(version, migratedBytes(version, steps), steps);
        }

        /** The document as its newest version. */
        private byte[] migratedBytes(StoredVersion version, List<MigratedStep> steps) {
            LazyDocument lazy = salvaging ? null : LazyDocument.of(bytes, most);
            if (lazy == null) {
                return migratedWhole(version, steps);
            }
            byte[] migrated = migrated(lazy.root(), version, steps);
            if (!lazy.isUnusual()) {
                return migrated;
            }
            steps.clear();
            log = new RepairLog();
            version.repair().ifPresent(log::add);
            return migratedWhole(version, steps);
        }

        /** The same of a document in which there is something to report. */
        private byte[] migratedWhole(StoredVersion version, List<MigratedStep> steps) {
            SaveReader reader = reader();
            reader.requireObject();
            if (!(reader.readWhole() instanceof ObjectNode tree)) {
                throw new AssertionError("the version was found in an object");
            }
            requireEnd(reader);
            return migrated(tree, version, steps);
        }

        private byte[] migrated(ObjectNode tree, StoredVersion version, List<MigratedStep> steps) {
            tree.properties().removeIf(member -> StoredVersion.isOurs(member.getKey()));
            // no business of any step's, and nothing that one may lose
            Map<String, JsonNode> aside = new LinkedHashMap<>();
            tree.properties().stream()
                    .filter(member -> member.getKey().startsWith("$"))
                    .forEach(member -> aside.put(member.getKey(), member.getValue()));
            steps.addAll(schema.migrate(tree, version.number(), limits, log));
            aside.forEach(tree::putIfAbsent);
            return TreeBytes.of(tree, most.nesting(), bytes.length);
        }

        private @Nullable Document<T> migrated(StoredVersion version, byte[] migrated, List<MigratedStep> steps) {
            SaveReader reader = members(migrated);
            T value = accepted(schema.read(reader), reader);
            return isTooDeep(value, reader, most) ? null : document(version, value, Document.Age.MIGRATED, steps);
        }

        /** A document of a format that says its version in its own way. */
        private @Nullable Document<T> readEnveloped(Envelope opener) {
            SaveReader whole = reader();
            whole.requireValue();
            JsonNode root = whole.readWhole();
            requireEnd(whole);
            if (root == null) {
                throw new MalformedContentException("nothing in it could be used", 0);
            }
            Enveloped document = Enveloped.of(root, opener, schema.version(), schema.unversionedVersion());
            StoredVersion version = document.version();
            if (version.repair().isPresent()) {
                log.add(version.repair().get());
            }
            if (version.number() < schema.oldestVersion()) {
                return tooOld(version, log);
            }
            if (version.number() < schema.version()) {
                List<MigratedStep> steps = new ArrayList<>();
                return migrated(version, migrated(document.members(), version, steps), steps);
            }
            SaveReader reader = members(TreeBytes.of(document.members(), most.nesting()));
            return current(version, schema.read(reader), reader);
        }

        /** A reader over the members of a document that was read as a tree. */
        private SaveReader members(byte[] tree) {
            SaveReader reader = Trees.reader(tree, salvaging, most, log);
            reader.keepAnnotations(annotations);
            return reader;
        }

        private void requireEnd(SaveReader reader) {
            if (reader.requireEnd() && !salvaging) {
                throw new MalformedContentException(reader.damage(), 0);
            }
        }

        /** A reader before the document's first value. */
        private SaveReader reader() {
            return SaveReader.over(bytes, salvaging, most, log, schema.version());
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
                List.of(),
                Annotations.NONE,
                Optional.empty());
    }

    private static <T> T accepted(@Nullable T value, SaveReader reader) {
        if (value == null) {
            throw MalformedContentException.refused(reader.refusal());
        }
        return value;
    }
}
