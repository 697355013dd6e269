package dev.saveschema.benchmark.broad;

import dev.saveschema.LoadLimits;
import dev.saveschema.document.Annotations;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.document.DocumentWriter;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.Seals;
import java.time.Instant;

/** SaveSchema, from the storage's bytes to the record and back, in the way of {@code SaveStore}, with all of its checks. */
final class SaveSchemaContender implements Contender {

    private static final Seal SEAL =
            new Seal(42, "6f1c0a9b5e3d7712", "27e0b3f1c4d5a698", Instant.ofEpochSecond(1_795_376_823L));

    private final DocumentReader<Broad> reader = new DocumentReader<>(BroadSchema.INSTANCE, LoadLimits.defaults());
    private final DocumentWriter<Broad> writer =
            new DocumentWriter<>(BroadSchema.INSTANCE, false, LoadLimits.defaults());
    private final boolean sealed;

    /** @param sealed whether the seal is set and checked, too */
    SaveSchemaContender(boolean sealed) {
        this.sealed = sealed;
    }

    @Override
    public Broad read(byte[] save) {
        if (sealed && !(Seals.check(save) instanceof SealCheck.Holds)) {
            throw new AssertionError("the seal does not hold");
        }
        return reader.read(save).value();
    }

    /** The body, which is followed by a seal or a brace. */
    byte[] body(Broad save) {
        return writer.write(save, Annotations.NONE).body();
    }

    @Override
    public byte[] write(Broad save) {
        DocumentWriter.Written written = writer.write(save, Annotations.NONE);
        if (!sealed) {
            return written.body();
        }
        SaveBody body = new SaveBody(written.bytes(), written.length());
        byte[] file = Seals.seal(body, Layout.COMPACT, SEAL, RunningSums.of(body));
        writer.leaveRoom(body.wantedRoom());
        return file;
    }
}
