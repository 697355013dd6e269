package dev.saveschema;

import dev.saveschema.document.Annotations;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.document.DocumentWriter;
import dev.saveschema.document.NewerDocument;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SealedVersions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A value on its way out.
 *
 * @param body the text of its save, but for the seal and the closing brace; all of it where there is no seal
 * @param violations what a load will repair of it, in the words of a load
 */
record OutgoingDocument(SaveBody body, List<Repair> violations) {

    /**
     * Writes a value. It is read back only where something was outside its limits, so that this costs nothing in the usual case.
     *
     * @throws InvalidValueException if the record's constructor refuses what a load makes of the value, which would cost the whole
     *     save
     * @throws RuntimeException if the value holds what no load would read back, or makes more bytes than it reads
     */
    static <T> OutgoingDocument of(
            DocumentWriter<T> writer, Schema<T> schema, T value, LoadLimits limits, Annotations annotations) {
        DocumentWriter.Written written = writer.write(value, annotations);
        SaveBody body = new SaveBody(written.bytes(), written.length());
        requireLoadable(body, limits);
        return new OutgoingDocument(
                body, written.isWithinLimits() ? List.of() : violations(schema, written.body(), limits));
    }

    /** The same value, written into the document of a newer program that it was read from. */
    <T> OutgoingDocument within(NewerDocument newer, DocumentWriter<T> writer, T value, LoadLimits limits) {
        SaveBody whole = SaveBody.of(writer.write(value, newer));
        requireLoadable(whole, limits);
        return new OutgoingDocument(whole, violations);
    }

    /** What the seal of a document says; those of a newer program's stay as they are. */
    static SealedVersions versions(Schema<?> schema, Optional<NewerDocument> newer) {
        return newer.map(document ->
                        new SealedVersions(document.version(), document.reads(), document.writes(), schema.version()))
                .orElseGet(
                        () -> new SealedVersions(schema.version(), schema.reads(), schema.writes(), schema.version()));
    }

    private static void requireLoadable(SaveBody body, LoadLimits limits) {
        if (body.length() > limits.fileBytes() - SaveRequest.LARGEST_SEAL) {
            throw new IllegalArgumentException("a save of %,d bytes cannot be loaded again; at most %,d are read"
                    .formatted(body.length(), limits.fileBytes()));
        }
    }

    private static <T> List<Repair> violations(Schema<T> schema, byte[] body, LoadLimits limits) {
        byte[] file = body;
        if (schema.envelope().isEmpty()) {
            file = Arrays.copyOf(body, body.length + 1);
            file[body.length] = '}';
        }
        try {
            Document<T> read = new DocumentReader<>(schema, limits).read(file);
            return read.repairs();
        } catch (MalformedContentException e) {
            String problem = String.valueOf(e.getMessage());
            throw new InvalidValueException(
                    List.of(new Repair("", Reason.REJECTED, problem, Optional.empty(), "not saved")));
        }
    }
}
