package dev.saveschema.benchmark;

import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.Seals;
import java.time.Instant;

/** Sets and checks seals without a disk. */
final class SealedBytes {

    private static final Seal SEAL =
            new Seal(42, "6f1c0a9b5e3d7712", "27e0b3f1c4d5a698", Instant.ofEpochSecond(1_795_376_823L));

    private SealedBytes() {}

    /** The whole file of a body. */
    static byte[] seal(byte[] body, SaveRequest.Layout layout) {
        return seal(SaveBody.of(body), layout);
    }

    /** The whole file of a body, in the body's own array if that has enough room. */
    static byte[] seal(SaveBody body, SaveRequest.Layout layout) {
        return Seals.seal(body, layout, SEAL, RunningSums.of(body));
    }

    /** Whether the bytes are what was sealed. */
    static boolean hold(byte[] file) {
        return Seals.check(file) instanceof SealCheck.Holds;
    }
}
