package dev.saveschema;

import dev.saveschema.codec.Document;
import dev.saveschema.codec.DocumentReader;
import dev.saveschema.codec.MalformedContentException;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Finding;
import dev.saveschema.storage.UnusableContentException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Lets a storage ask a schema what bytes mean; one for each load. */
final class SchemaContent<T> implements ContentReader<Document<T>> {

    private final DocumentReader<T> reader;
    private final Set<String> refusals = new HashSet<>();

    SchemaContent(Schema<T> schema, LoadLimits limits) {
        this.reader = new DocumentReader<>(schema, limits);
    }

    @Override
    public Document<T> read(byte[] bytes) throws UnusableContentException {
        try {
            return reader.read(bytes);
        } catch (MalformedContentException e) {
            if (e.isRefusal()) {
                refusals.add(String.valueOf(e.getMessage()));
            }
            throw new UnusableContentException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Optional<Document<T>> salvage(byte[] bytes) {
        return reader.salvage(bytes);
    }

    /** Why a file's content is not used: damage, or a refusal by the record's own constructor. */
    Reason reason(Finding finding) {
        return refusals.contains(finding.detail()) ? Reason.REJECTED : Reason.DAMAGED;
    }
}
