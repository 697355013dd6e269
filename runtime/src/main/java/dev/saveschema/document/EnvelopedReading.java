package dev.saveschema.document;

import dev.saveschema.Envelope;
import dev.saveschema.codec.DocumentInput;
import dev.saveschema.codec.StoredVersion;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.tree.TreeBytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a document of a format that has its own way to hold the version. */
final class EnvelopedReading {

    private EnvelopedReading() {}

    /** Reads the document; null if the value could not be saved again. */
    static <T> @Nullable Document<T> read(Reading<T> reading, Envelope envelope) {
        DocumentSchema<T> schema = reading.schema;
        DocumentInput whole = reading.input();
        whole.requireValue();
        JsonNode root = whole.readWhole();
        reading.requireEnd(whole);
        if (root == null) {
            throw new MalformedContentException("nothing in it could be used", 0);
        }
        Enveloped document = Enveloped.of(root, envelope, schema.version(), schema.unversionedVersion());
        StoredVersion version = document.version();
        if (version.number() < schema.version()) {
            return OlderReading.read(reading, version, document.members());
        }
        version.reportTo(reading.log);
        DocumentInput in = reading.members(TreeBytes.of(document.members(), reading.most.nesting()));
        return reading.current(version, schema.read(in.reader()), in);
    }
}
