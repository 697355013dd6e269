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

/** Whole saves as bytes, which are in no file. */
public final class SaveBytes {

    private static final Copy DOCUMENT = Copy.named("the document");

    private SaveBytes() {}

    /**
     * A body with its seal, as a storage would write it.
     *
     * @param before what it follows; empty for a first generation without a parent
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

    /** Reads bytes as a load would that finds nothing beside them. */
    public static <R> Retrieval<R> retrieve(byte[] save, long maxBytes, boolean sealed, ContentReader<R> reader) {
        return retrieve(DOCUMENT, save, maxBytes, sealed, reader);
    }

    /** The same of bytes that have a name. */
    public static <R> Retrieval<R> retrieve(
            Copy copy, byte[] save, long maxBytes, boolean sealed, ContentReader<R> reader) {
        return SingleDocument.retrieve(copy, save, maxBytes, sealed, reader);
    }

    /** The seal, if it holds. */
    public static Optional<SaveSeal> sealOf(byte[] save) {
        return Seals.check(save) instanceof SealCheck.Holds holds ? holds.seal().shown() : Optional.empty();
    }

    /** The id of the save that these bytes were before somebody edited them; empty if they hold what was sealed, or say nothing. */
    public static Optional<String> editedId(byte[] save) {
        return Seals.check(save) instanceof SealCheck.Broken broken ? broken.id() : Optional.empty();
    }
}
