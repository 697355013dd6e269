package dev.saveschema.document;

import dev.saveschema.Envelope;
import dev.saveschema.LoadLimits;
import dev.saveschema.codec.DocumentOutput;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.StoredSeal;
import dev.saveschema.codec.Trees;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns values into the text of their saves, without the seal and the closing brace, which the storage adds. The writer keeps one
 * array for the next value, so that a save costs no more memory than its own bytes.
 *
 * @param <T> the record
 */
public final class DocumentWriter<T> {

    private final DocumentSchema<T> schema;
    private final boolean pretty;
    private final LoadLimits limits;
    private final Optional<Envelope> envelope;

    /** The kept memory; null while it is in use. A second thread that writes at the same time makes memory of its own. */
    private final AtomicReference<@Nullable DocumentOutput> idle = new AtomicReference<>();

    /** The number of free bytes behind a document in its array. */
    private volatile int room;

    /**
     * A written document, without its closing brace. For a schema with an {@link DocumentSchema#envelope} it is the whole file,
     * which gets no seal.
     *
     * @param bytes an array that begins with the document
     * @param length the number of bytes that the document has; the bytes behind it are {@linkplain #leaveRoom room}, and mean
     *     nothing
     * @param isWithinLimits whether a load will find every value within its limits
     */
    public record Written(byte[] bytes, int length, boolean isWithinLimits) {

        /** The document, in an array without further bytes. */
        public byte[] body() {
            return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
        }
    }

    /**
     * A writer of documents.
     *
     * @param pretty whether the document is laid out for people, with a line for each member
     * @param limits the limits of a load; a value that a load would not read is refused
     */
    public DocumentWriter(DocumentSchema<T> schema, boolean pretty, LoadLimits limits) {
        this.schema = schema;
        this.pretty = pretty;
        this.limits = limits;
        this.envelope = schema.envelope();
    }

    /**
     * The body of a document.
     *
     * @param annotations the members of other programs that are written back
     * @throws RuntimeException if the value holds something that a save cannot hold: null, a number that is not finite, a text or
     *     number longer than a load reads, or records that are nested deeper
     */
    public Written write(T value, Annotations annotations) {
        DocumentOutput kept = idle.getAndSet(null);
        DocumentOutput out = kept == null ? new DocumentOutput() : kept;
        try {
            return envelope.isPresent()
                    ? writeEnveloped(out, value, envelope.get(), annotations)
                    : writeOwn(out, value, annotations);
        } finally {
            idle.set(out);
        }
    }

    /** Leaves that number of free bytes behind each document from now on, for the caller to fill. */
    public void leaveRoom(int count) {
        room = count;
    }

    private Written writeOwn(DocumentOutput out, T value, Annotations annotations) {
        SaveWriter writer = out.document(pretty, limits, schema.version(), annotations.members());
        schema.write(writer, value);
        return new Written(out.toByteArray(room), out.length(), writer.isWithinLimits());
    }

    /**
     * The body of a newer document, with the changes that this program made to it.
     *
     * @throws RuntimeException as {@link #write(Object, Annotations)}
     */
    public byte[] write(T value, NewerDocument newer) {
        ObjectNode document = newer.with(new PlainDocument(schema, value, limits).members());
        DocumentOutput out = new DocumentOutput();
        SaveWriter writer = out.document(pretty, limits, newer.version(), Map.of());
        writer.beginObject();
        document.properties().forEach(member -> writer.key(member.getKey()).write(member.getValue()));
        writer.endObject();
        return out.toByteArray();
    }

    /** A newer document, together with the members that this program would write of it. */
    static <T> NewerDocument newer(
            DocumentSchema<T> schema, T value, int version, StoredSeal seal, ObjectNode original, LoadLimits limits) {
        PlainDocument read = new PlainDocument(schema, value, limits);
        return new NewerDocument(
                version,
                seal.reads(),
                seal.writes(),
                original,
                read.members(),
                Set.copyOf(read.writer.discriminators()));
    }

    /** A value as the members of its document, without SaveSchema's own. */
    private static final class PlainDocument {

        private final DocumentOutput out = new DocumentOutput();
        private final LoadLimits limits;
        private final SaveWriter writer;

        <T> PlainDocument(DocumentSchema<T> schema, T value, LoadLimits limits) {
            this.limits = limits;
            this.writer = out.members(limits);
            schema.write(writer, value);
        }

        ObjectNode members() {
            if (Trees.parsed(out.toByteArray(), limits) instanceof ObjectNode members) {
                return members;
            }
            throw new AssertionError("a record is written as an object");
        }
    }

    /** The whole file of a format that has its own way to hold the version. It has the format's own members only. */
    private Written writeEnveloped(DocumentOutput out, T value, Envelope wrapper, Annotations annotations) {
        PlainDocument plain = new PlainDocument(schema, value, limits);
        ObjectNode members = plain.members();
        annotations.members().forEach(members::putIfAbsent);
        wrapper.stamp(members, schema.version());
        out.value(pretty, limits).write(wrapper.wrap(members));
        out.endLine();
        return new Written(out.toByteArray(), out.length(), plain.writer.isWithinLimits());
    }

    /**
     * The body of the document of one value.
     *
     * @param pretty whether the document is laid out for people, with a line for each member
     * @throws RuntimeException as {@link #write(Object, Annotations)}
     */
    public static <T> byte[] body(DocumentSchema<T> schema, T value, boolean pretty, LoadLimits limits) {
        return new DocumentWriter<>(schema, pretty, limits)
                .write(value, Annotations.NONE)
                .body();
    }
}
