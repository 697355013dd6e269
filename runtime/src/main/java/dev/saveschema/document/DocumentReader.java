package dev.saveschema.document;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.json.Encoding;
import dev.saveschema.json.MalformedContentException;
import java.util.Optional;

/**
 * Turns the bytes of a save into a value, through a migration if they are of an older version.
 *
 * <p>Every value that is read can be saved. A record at the deepest allowed level may take a default that is one level deeper, so
 * that no load would read the save back: then the document is read again, with one level less.
 */
public final class DocumentReader<T> {

    private final DocumentSchema<T> schema;
    private final LoadLimits limits;

    /** @param limits the limits of a document that is read */
    public DocumentReader(DocumentSchema<T> schema, LoadLimits limits) {
        this.schema = schema;
        this.limits = limits;
    }

    /**
     * Reads a whole document. A part that is not JSON is repaired like any other value if it costs no more than its value.
     *
     * @throws MalformedContentException if the document cannot be read: it is cut off, it is not JSON in a way that leaves the rest
     *     in doubt, a text in it has characters that nobody writes, it is not an object, or the record's own constructor refused it
     *     as a whole
     */
    public Document<T> read(byte[] bytes) {
        return read(bytes, false);
    }

    /**
     * Reads as much as possible of a document that {@link #read} refused as damaged: all but the damaged values, or everything
     * before the place where reading has to stop. Empty if nothing can be kept.
     */
    public Optional<Document<T>> salvage(byte[] bytes) {
        try {
            Document<T> document = read(bytes, true);
            boolean isDamaged = document.repairs().stream().anyMatch(repair -> repair.reason() == Reason.DAMAGED);
            return isDamaged ? Optional.of(document) : Optional.empty();
        } catch (MalformedContentException e) {
            // there is nothing before the damage, or the record refuses it, too
            return Optional.empty();
        }
    }

    private Document<T> read(byte[] bytes, boolean salvaging) {
        Encoding.requireUtf8(bytes);
        for (LoadLimits each = limits; ; each = shallower(each)) {
            Document<T> document = new Reading<>(schema, bytes, salvaging, limits, each).read();
            if (document != null) {
                return document;
            }
        }
    }

    private static LoadLimits shallower(LoadLimits limits) {
        return limits.nesting(limits.nesting() - 1);
    }
}
