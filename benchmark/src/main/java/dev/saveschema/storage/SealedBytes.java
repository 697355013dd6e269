package dev.saveschema.storage;

import java.time.Instant;

/** Lets the benchmark set and check seals without a disk; the storage itself shows them to nobody. */
public final class SealedBytes {

    private static final Seal SEAL =
            new Seal(42, "6f1c0a9b5e3d7712", "27e0b3f1c4d5a698", Instant.parse("2026-11-22T19:47:03Z"));

    private SealedBytes() {}

    /** The whole file of a body. */
    public static byte[] seal(byte[] body, SaveRequest.Layout layout) {
        return SealText.seal(body, layout, SEAL, new RunningSums().add(body, 0, body.length));
    }

    /** Whether the bytes are what was sealed. */
    public static boolean hold(byte[] file) {
        return SealText.check(file) instanceof SealCheck.Holds;
    }
}
