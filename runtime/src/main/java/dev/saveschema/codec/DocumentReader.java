package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.json.Encoding;
import dev.saveschema.json.MalformedContentException;
import java.util.Optional;

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
