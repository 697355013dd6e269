package dev.saveschema;

import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.UnusableContentException;
import java.util.Optional;

/** Lets a storage ask a schema what bytes mean; one for each load. */
final class SchemaContent<T> implements ContentReader<Document<T>> {

    private final DocumentReader<T> reader;

    SchemaContent(Schema<T> schema, LoadLimits limits) {
        this.reader = new DocumentReader<>(schema, limits);
    }

    @Override
    public Document<T> read(byte[] bytes) throws UnusableContentException {
        try {
            return reader.read(bytes);
        } catch (MalformedContentException e) {
            throw new UnusableContentException(String.valueOf(e.getMessage()), e.isRefusal());
        }
    }

    @Override
    public Optional<Document<T>> salvage(byte[] bytes) {
        return reader.salvage(bytes);
    }
}
