package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.SaveSeal;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.RandomIds;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SealedVersions;
import dev.saveschema.storage.recovery.SingleDocument;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.Seals;
import java.time.Instant;
import java.util.Optional;

/** Whole saves as bytes, in no file. */
public final class SaveBytes {

    private static final Copy DOCUMENT = Copy.named("the document");

    private SaveBytes() {}

    /**
     * A body with its seal, as a storage would write it.
     *
     * @param before the seal of the save that this one follows; empty for a first generation without a parent
     */
    public static byte[] seal(SaveBody body, Layout layout, SealedVersions versions, Optional<SaveSeal> before) {
        Seal seal = Seal.after(
                before.map(SaveSeal::generation).orElse(0L),
                RandomIds.next(),
                before.map(SaveSeal::id).orElse(Seal.NO_PARENT),
                Instant.now(),
                versions);
        return Seals.seal(body, layout, seal, RunningSums.of(body));
    }

    /** The answer of a load for a file with these bytes and nothing beside it. */
    public static <R> Retrieval<R> retrieve(byte[] save, long maxBytes, boolean sealed, ContentReader<R> reader) {
        return retrieve(DOCUMENT, save, maxBytes, sealed, reader);
    }

    /** As {@link #retrieve(byte[], long, boolean, ContentReader)}, for bytes with a name of their own. */
    public static <R> Retrieval<R> retrieve(
            Copy copy, byte[] save, long maxBytes, boolean sealed, ContentReader<R> reader) {
        return SingleDocument.retrieve(copy, save, maxBytes, sealed, reader);
    }

    /** The seal, if it holds. */
    public static Optional<SaveSeal> sealOf(byte[] save) {
        return Seals.check(save) instanceof SealCheck.Holds holds ? holds.seal().shown() : Optional.empty();
    }

    /** The id in a seal that does not hold, of the save that these bytes were before somebody edited them; empty if there is none. */
    public static Optional<String> editedId(byte[] save) {
        return Seals.check(save) instanceof SealCheck.Broken broken ? broken.id() : Optional.empty();
    }
}
