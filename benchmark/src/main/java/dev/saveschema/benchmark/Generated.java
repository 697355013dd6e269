package dev.saveschema.benchmark;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.DocumentReader;
import dev.saveschema.codec.DocumentWriter;

/** SaveSchema: between the storage's bytes and the record, as {@code SaveStore} goes. */
final class Generated implements Peer {

    @Override
    public Progress load(byte[] save) {
        return new DocumentReader<>(ProgressSchema.INSTANCE, LoadLimits.defaults())
                .read(save)
                .value();
    }

    /** But for the seal, and the closing brace that comes with it. */
    @Override
    public byte[] write(Progress progress) {
        return DocumentWriter.body(ProgressSchema.INSTANCE, progress, false, LoadLimits.defaults());
    }

    byte[] writePretty(Progress progress) {
        return DocumentWriter.body(ProgressSchema.INSTANCE, progress, true, LoadLimits.defaults());
    }
}
