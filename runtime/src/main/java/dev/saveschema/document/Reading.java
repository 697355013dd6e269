package dev.saveschema.document;

import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.codec.DocumentInput;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.StoredSeal;
import dev.saveschema.codec.StoredVersion;
import dev.saveschema.codec.TooDeepException;
import dev.saveschema.json.MalformedContentException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One attempt to read a document, within limits of its own. Trees are read by other classes, so that Jackson is loaded only with
 * these: most documents are of the head's version, and need no tree.
 */
final class Reading<T> {

    final DocumentSchema<T> schema;
    final byte[] bytes;
    final boolean salvaging;

    /** The limits of this attempt. */
    final LoadLimits most;

    /** The limits of all attempts, which are those of saving. */
    final LoadLimits limits;

    private final Map<String, JsonNode> annotations = new LinkedHashMap<>();
    RepairLog log = new RepairLog();

    Reading(DocumentSchema<T> schema, byte[] bytes, boolean salvaging, LoadLimits limits, LoadLimits most) {
        this.schema = schema;
        this.bytes = bytes;
        this.salvaging = salvaging;
        this.limits = limits;
        this.most = most;
    }

    /** Reads the document; null if the value could not be saved again. */
    @Nullable Document<T> read() {
        return schema.envelope().isPresent()
                ? EnvelopedReading.read(this, schema.envelope().get())
                : readOwn();
    }

    private @Nullable Document<T> readOwn() {
        StoredVersion first = StoredVersion.first(bytes);
        if (first != null && first.number() < schema.version()) {
            return OlderReading.read(this, first);
        }
        // A version that is not the first member is met on the way. It is nearly always the head's.
        DocumentInput in = input();
        in.requireObject();
        in.keepAnnotations(annotations);
        T value = schema.read(in.reader());
        StoredVersion version = version(in);
        if (version.number() < schema.version()) {
            annotations.clear();
            return OlderReading.read(this, version);
        }
        requireEnd(in);
        version.reportTo(log);
        return current(version, value, in);
    }

    private StoredVersion version(DocumentInput in) {
        StoredVersion said = in.version();
        if (said != null) {
            return said;
        }
        StoredSeal seal = in.seal();
        return seal == null
                ? StoredVersion.none(schema.unversionedVersion())
                : StoredVersion.of(seal, schema.version());
    }

    /** The result for a document of the head's version or a newer one; null if the value could not be saved again. */
    @Nullable Document<T> current(StoredVersion version, @Nullable T read, DocumentInput in) {
        T value = accepted(read, in);
        if (isTooDeep(value, in)) {
            return null;
        }
        if (version.number() <= schema.version()) {
            return document(version, value, Document.Age.CURRENT, List.of());
        }
        StoredSeal seal = in.seal();
        return seal != null && CompatibleReading.isPossible(this, version, seal)
                ? CompatibleReading.of(this, version, value, seal)
                : document(version, value, Document.Age.NEWER, List.of());
    }

    /** The result for a document that was migrated to bytes of the head's version; null if the value could not be saved again. */
    @Nullable Document<T> migrated(StoredVersion version, byte[] migrated, List<MigratedStep> steps) {
        DocumentInput in = members(migrated);
        T value = accepted(schema.read(in.reader()), in);
        return isTooDeep(value, in) ? null : document(version, value, Document.Age.MIGRATED, steps);
    }

    Document<T> document(StoredVersion version, T value, Document.Age age, List<MigratedStep> steps) {
        return new Document<>(
                value,
                age,
                version.stored(),
                version.number(),
                log.toList(),
                steps,
                annotations.isEmpty() ? Annotations.NONE : new Annotations(annotations),
                Optional.empty());
    }

    /** The document, before its first value. */
    DocumentInput input() {
        return DocumentInput.over(bytes, salvaging, most, log, schema.version());
    }

    /** The members of a document that was read as a tree. */
    DocumentInput members(byte[] tree) {
        DocumentInput in = DocumentInput.over(tree, salvaging, most, log, 0);
        in.first();
        in.keepAnnotations(annotations);
        return in;
    }

    void requireEnd(DocumentInput in) {
        if (in.requireEnd() && !salvaging) {
            throw new MalformedContentException(in.damage(), 0);
        }
    }

    private T accepted(@Nullable T value, DocumentInput in) {
        if (value == null) {
            throw MalformedContentException.refused(in.refusal());
        }
        return value;
    }

    // The value is written to find out, but only if the document is more than half as deep as allowed. Few saves are.
    private boolean isTooDeep(T value, DocumentInput in) {
        if (in.deepestSoFar() <= limits.nesting() / 2 || most.nesting() == 1) {
            return false;
        }
        try {
            DocumentWriter.body(schema, value, false, limits);
            return false;
        } catch (TooDeepException e) {
            return true;
        } catch (RuntimeException e) {
            // a codec of the developer's cannot write the value that it read; a save will report that
            return false;
        }
    }
}
