package dev.saveschema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.document.Annotations;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentWriter;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.file.SaveBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The form of a schema's saves, apart from any file: a value as sealed bytes and back, for clouds, databases, zip files, clipboards
 * and tests. What is read is sanitized, migrated, checked against its seal and salvaged as a {@link SaveStore} does it; there is
 * only no backup to fall back to, and nothing is kept aside.
 *
 * <pre>{@code
 * byte[] bytes = ProgressSchema.toBytes(progress);
 * LoadResult<Progress> loaded = ProgressSchema.fromBytes(bytes);
 * byte[] next = ProgressSchema.format().compact().following(loaded).toBytes(changed);
 * }</pre>
 *
 * <p>Every document that is made has an id of its own. Without {@link #following} it is a first generation without a parent; with
 * it, it has the generation after that of the document it follows, and that one's id as its parent, so that
 * {@link SaveSeal#compare} tells two devices that went on from the same save.
 *
 * <p>Immutable, and safe for use by several threads; each method that sets something returns a changed copy.
 *
 * @param <T> the record
 */
public final class SaveFormat<T> {

    private final Schema<T> schema;
    private final LoadLimits limits;
    private final boolean pretty;
    private final Optional<SaveSeal> before;

    private SaveFormat(Schema<T> schema, LoadLimits limits, boolean pretty, Optional<SaveSeal> before) {
        this.schema = schema;
        this.limits = limits;
        this.pretty = pretty;
        this.before = before;
    }

    /** The form of a schema's saves: one member per line, within {@link LoadLimits#defaults}, following nothing. */
    public static <T> SaveFormat<T> of(Schema<T> schema) {
        return new SaveFormat<>(schema, LoadLimits.defaults(), true, Optional.empty());
    }

    /** Writes without white space. What is read is the same. */
    public SaveFormat<T> compact() {
        return new SaveFormat<>(schema, limits, false, before);
    }

    /** Reads, and so writes, no more than this. */
    public SaveFormat<T> limits(LoadLimits most) {
        return new SaveFormat<>(schema, most, pretty, before);
    }

    /** Writes the generation after the one that was loaded; a first one if that has no seal that holds. */
    public SaveFormat<T> following(LoadResult<T> loaded) {
        return new SaveFormat<>(schema, limits, pretty, loaded.seal());
    }

    /** Writes the generation after the one that has this seal. */
    public SaveFormat<T> following(SaveSeal seal) {
        return new SaveFormat<>(schema, limits, pretty, Optional.of(seal));
    }

    /**
     * What a load will repair of a value if it is saved as it is, because something is outside its limits: in the words of the
     * load, and in the order of the file. Empty if nothing is.
     *
     * @throws InvalidValueException if the record's constructor would refuse what a load makes of the value
     * @throws NullPointerException if the value is null, or holds null, which cannot be saved at all
     * @throws IllegalArgumentException if the value holds what no load would read back
     */
    public List<Repair> check(T value) {
        return outgoing(value).violations();
    }

    /**
     * The value as a whole save, sealed, in UTF-8. Without a seal if the schema has an {@link Envelope}; nothing tells such bytes from
     * edited ones.
     *
     * @throws InvalidValueException if the record's constructor would refuse what a load makes of the value
     * @throws NullPointerException if the value is null, or holds null
     * @throws IllegalArgumentException if the value holds what no load would read back, or makes more bytes than a load reads
     */
    public byte[] toBytes(T value) {
        if (schema.envelope().isPresent()) {
            return outgoing(value).body().asFile();
        }
        return SaveBytes.seal(
                outgoing(value).body(),
                pretty ? Layout.PRETTY : Layout.COMPACT,
                OutgoingDocument.versions(schema, Optional.empty()),
                before);
    }

    private OutgoingDocument outgoing(T value) {
        DocumentWriter<T> writer = new DocumentWriter<>(schema, pretty, limits);
        return OutgoingDocument.of(
                writer, schema, Objects.requireNonNull(value, "null cannot be saved"), limits, Annotations.NONE);
    }

    /** As {@link #toBytes}, as text: for a clipboard, or a column of a database. */
    public String toText(T value) {
        return new String(toBytes(value), UTF_8);
    }

    /**
     * As {@link #toBytes}, to a stream, which is neither flushed nor closed.
     *
     * @throws IOException if the stream refuses; it may have got a part, which a load would know by its missing seal
     */
    public void writeTo(OutputStream out, T value) throws IOException {
        out.write(toBytes(value));
    }

    /**
     * What a load makes of these bytes, whatever they are: the outcomes are those of {@link SaveStore#load} but {@code FIRST_RUN}
     * and {@code RECOVERED}, since there is always something and nothing beside it. The result preserves nothing.
     *
     * @throws UnusableDefaultsException if the defaults are needed and cannot be made
     */
    public LoadResult<T> fromBytes(byte[] bytes) {
        Retrieval<Document<T>> retrieval = SaveBytes.retrieve(
                bytes, limits.fileBytes(), schema.envelope().isEmpty(), new SchemaContent<>(schema, limits));
        return LoadResults.ofAlone(retrieval, schema);
    }

    /** As {@link #fromBytes}, of text. Line ends that were changed on the way make it {@code EDITED}, and do no harm. */
    public LoadResult<T> fromText(String text) {
        return fromBytes(text.getBytes(UTF_8));
    }

    /**
     * As {@link #fromBytes}, of all that is left in a stream, which is not closed. No more of it is read than
     * {@link LoadLimits#fileBytes}.
     *
     * @throws IOException if the stream refuses, which is not the same as what it holds being damaged
     */
    public LoadResult<T> readFrom(InputStream in) throws IOException {
        int most = (int) Math.min(limits.fileBytes(), Integer.MAX_VALUE - 10);
        return fromBytes(in.readNBytes(most + 1));
    }
}
