package dev.saveschema.storage.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.saveschema.storage.SealedVersions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the seal that nearly every file has: one that was set by this program, and holds. It costs a load next to nothing, in a
 * JVM that has just started, too. {@link SealReader} has the word on everything else, and comes to the same verdict on these.
 */
final class FastSealReader {

    private static final List<FastSealReader> ALL =
            SealFormat.ALL.stream().map(FastSealReader::new).toList();

    private static final int GENERATION_DIGITS =
            String.valueOf(Seal.LAST_GENERATION).length();
    private static final int LENGTH_DIGITS = 10;
    private static final int VERSION_DIGITS = 9;

    private final boolean hasVersions;
    private final byte[] beforeGeneration;
    private final byte[] beforeId;
    private final byte[] beforeParent;
    private final byte[] beforeTime;
    private final byte[] beforeVersion;
    private final byte[] beforeReads;
    private final byte[] beforeWrites;
    private final byte[] beforeBy;
    private final byte[] beforeLength;
    private final byte[] beforeSum;
    private final byte[] tail;

    private FastSealReader(SealFormat form) {
        hasVersions = form.hasVersions();
        beforeGeneration = form.beforeGeneration().getBytes(ISO_8859_1);
        beforeId = form.beforeId().getBytes(ISO_8859_1);
        beforeParent = form.beforeParent().getBytes(ISO_8859_1);
        beforeTime = form.beforeTime().getBytes(ISO_8859_1);
        beforeVersion = form.beforeVersion().getBytes(ISO_8859_1);
        beforeReads = form.beforeReads().getBytes(ISO_8859_1);
        beforeWrites = form.beforeWrites().getBytes(ISO_8859_1);
        beforeBy = form.beforeBy().getBytes(ISO_8859_1);
        beforeLength = form.beforeLength().getBytes(ISO_8859_1);
        beforeSum = form.beforeSum().getBytes(ISO_8859_1);
        tail = form.tail().getBytes(ISO_8859_1);
    }

    /** Empty if anything about the end of the file is unusual. */
    static Optional<SealCheck.Holds> of(byte[] file) {
        for (FastSealReader each : ALL) {
            Optional<SealCheck.Holds> holds = each.read(new BackwardReader(file));
            if (holds.isPresent()) {
                return holds;
            }
        }
        return Optional.empty();
    }

    /** The first byte that any format looked at before it rejected the end of the file. */
    static int firstLookedAt(byte[] file) {
        return ALL.stream()
                .mapToInt(each -> each.lowest(new BackwardReader(file)))
                .min()
                .orElseThrow();
    }

    private int lowest(BackwardReader in) {
        read(in);
        return in.lowest();
    }

    /** The place where the digits of the sum begin, if the end is that of a seal whose length member says the same. */
    static OptionalInt sumIn(byte[] file) {
        for (FastSealReader each : ALL) {
            OptionalInt sum = each.sum(new BackwardReader(file));
            if (sum.isPresent()) {
                return sum;
            }
        }
        return OptionalInt.empty();
    }

    /** The seal at the end of a file, if it is that of a file of this size; nothing is summed up. */
    static Optional<Seal> claimedBy(byte[] end, long size) {
        long before = size - end.length;
        for (FastSealReader each : ALL) {
            Optional<Seal> claim = each.claim(new BackwardReader(end), before);
            if (claim.isPresent()) {
                return claim;
            }
        }
        return Optional.empty();
    }

    private Optional<Seal> claim(BackwardReader in, long before) {
        in.skip(tail);
        in.hex();
        long length = before + in.position();
        return seal(in, length);
    }

    private OptionalInt sum(BackwardReader in) {
        in.skip(tail);
        in.hex();
        int length = in.position();
        in.skip(beforeSum);
        boolean rightLength = in.number(LENGTH_DIGITS) == length;
        return in.isGood() && rightLength ? OptionalInt.of(length) : OptionalInt.empty();
    }

    private Optional<SealCheck.Holds> read(BackwardReader in) {
        if (!in.skip(tail)) {
            return Optional.empty();
        }
        long sums = in.hex();
        int length = in.position();
        Optional<Seal> seal = seal(in, length);
        boolean holds = in.isGood() && in.sumsUpTo(length) == sums;
        return holds ? seal.map(found -> new SealCheck.Holds(found, in.position())) : Optional.empty();
    }

    /** Reads from the sum back to the comma before the seal; empty if the length member is another. */
    private Optional<Seal> seal(BackwardReader in, long length) {
        in.skip(beforeSum);
        in.require(in.number(LENGTH_DIGITS) == length);
        in.skip(beforeLength);
        SealedVersions versions = hasVersions ? versions(in) : SealedVersions.NONE;
        Instant time = in.time();
        in.skip(beforeTime);
        String parent = in.hexText();
        in.skip(beforeParent);
        String id = in.hexText();
        in.skip(beforeId);
        long generation = in.number(GENERATION_DIGITS);
        in.skip(beforeGeneration);
        return in.isGood() ? Optional.of(new Seal(generation, id, parent, time, versions)) : Optional.empty();
    }

    private SealedVersions versions(BackwardReader in) {
        int by = (int) in.number(VERSION_DIGITS);
        in.skip(beforeBy);
        int writes = (int) in.number(VERSION_DIGITS);
        in.skip(beforeWrites);
        int reads = (int) in.number(VERSION_DIGITS);
        in.skip(beforeReads);
        int version = (int) in.number(VERSION_DIGITS);
        in.skip(beforeVersion);
        return new SealedVersions(version, reads, writes, by);
    }
}
