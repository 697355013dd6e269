package dev.saveschema.benchmark;

import dev.saveschema.LoadLimits;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.document.DocumentWriter;

/** SaveSchema, from the storage's bytes to the record and back, in the way of {@code SaveStore}. */
final class Generated implements Peer {

    @Override
    public Progress load(byte[] save) {
        return new DocumentReader<>(ProgressSchema.INSTANCE, LoadLimits.defaults())
                .read(save)
                .value();
    }

    /** Writes the document without the seal and the closing brace, which follows the seal. */
    @Override
    public byte[] write(Progress progress) {
        return DocumentWriter.body(ProgressSchema.INSTANCE, progress, false, LoadLimits.defaults());
    }

    byte[] writePretty(Progress progress) {
        return DocumentWriter.body(ProgressSchema.INSTANCE, progress, true, LoadLimits.defaults());
    }
}
