package dev.saveschema.document;

import dev.saveschema.MigratedStep;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.codec.DocumentInput;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.StoredVersion;
import dev.saveschema.tree.LazyDocument;
import dev.saveschema.tree.TreeBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a document of an older version: migrates it as a tree, and reads the bytes of the migrated tree. */
final class OlderReading<T> {

    private final Reading<T> reading;
    private final DocumentSchema<T> schema;
    private final StoredVersion version;
    private final List<MigratedStep> steps = new ArrayList<>();

    private OlderReading(Reading<T> reading, StoredVersion version) {
        this.reading = reading;
        this.schema = reading.schema;
        this.version = version;
    }

    /** Reads the document; null if the value could not be saved again. */
    static <T> @Nullable Document<T> read(Reading<T> reading, StoredVersion version) {
        return new OlderReading<>(reading, version).read();
    }

    /**
     * Reads a document that was read as a tree already; null if the value could not be saved again.
     *
     * @param members the document's members, without those that hold the version
     */
    static <T> @Nullable Document<T> read(Reading<T> reading, StoredVersion version, ObjectNode members) {
        version.reportTo(reading.log);
        OlderReading<T> older = new OlderReading<>(reading, version);
        return older.isTooOld() ? older.tooOld() : older.document(older.migrated(members));
    }

    private @Nullable Document<T> read() {
        beginLog();
        return isTooOld() ? tooOld() : document(migrated());
    }

    /** Forgets all repairs so far, but for that of the version. */
    private void beginLog() {
        reading.log = new RepairLog();
        version.reportTo(reading.log);
    }

    private boolean isTooOld() {
        return version.number() < schema.oldestVersion();
    }

    private Document<T> tooOld() {
        reading.log.add(new Repair(
                "",
                Reason.TOO_OLD,
                "version %d is older than %d, the oldest that is still read"
                        .formatted(version.number(), schema.oldestVersion()),
                Optional.of(Integer.toString(version.number())),
                "used the defaults"));
        return reading.document(version, schema.defaultValue(), Document.Age.TOO_OLD, List.of());
    }

    private @Nullable Document<T> document(byte[] migrated) {
        return reading.migrated(version, migrated, steps);
    }

    /** The document, migrated to the program's own version. */
    private byte[] migrated() {
        LazyDocument lazy = reading.salvaging ? null : LazyDocument.of(reading.bytes, reading.most);
        if (lazy == null) {
            return migratedWhole();
        }
        byte[] migrated = migrated(lazy.root());
        if (!lazy.isUnusual()) {
            return migrated;
        }
        beginLog();
        steps.clear();
        return migratedWhole();
    }

    /** The same for a document with something to report, which is read as a whole. */
    private byte[] migratedWhole() {
        DocumentInput in = reading.input();
        in.requireObject();
        if (!(in.readWhole() instanceof ObjectNode tree)) {
            throw new AssertionError("the version was found in an object");
        }
        reading.requireEnd(in);
        return migrated(tree);
    }

    private byte[] migrated(ObjectNode tree) {
        tree.properties().removeIf(member -> StoredVersion.isOurs(member.getKey()));
        // members beginning with $ are none of a step's business, and no step may lose them
        Map<String, JsonNode> aside = new LinkedHashMap<>();
        tree.properties().stream()
                .filter(member -> member.getKey().startsWith("$"))
                .forEach(member -> aside.put(member.getKey(), member.getValue()));
        steps.addAll(schema.migrate(tree, version.number(), reading.limits, reading.log));
        aside.forEach(tree::putIfAbsent);
        return TreeBytes.of(tree, reading.most.nesting(), reading.bytes.length);
    }
}
