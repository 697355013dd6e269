package dev.saveschema.storage.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest.Layout;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Sets and checks seals, on bytes: no JSON is parsed, and no bytes whatever make it throw. */
public final class Seals {

    /** How many of the last bytes of a file must be known to find its seal. */
    public static final int REACH = SealReader.REACH;

    private Seals() {}

    /**
     * The whole file: the body, the seal as its last member, and the closing brace.
     *
     * @param sums of the body; afterwards they are those of the whole file
     */
    public static byte[] seal(SaveBody body, Layout layout, Seal seal, RunningSums sums) {
        SealFormat form = SealFormat.of(layout, seal);
        byte[] end = form.text(seal, body.length()).getBytes(ISO_8859_1);
        int sum = end.length - form.tail().length() - SealFormat.SUM_DIGITS;
        byte[] digits = sums.add(end, 0, sum).fingerprint().inHex().getBytes(ISO_8859_1);
        System.arraycopy(digits, 0, end, sum, digits.length);
        sums.add(end, sum, end.length - sum);
        return body.followedBy(end);
    }

    /** The generation that the last bytes of a file say it is, whether or not they are right. */
    public static OptionalLong generationAt(byte[] end) {
        return SealReader.generationAt(end);
    }

    /** Whether a file with this end may be sealed. A file whose writing was cut off lacks the seal, which is written last. */
    public static boolean mayBeWhole(byte[] end) {
        return SealReader.mayBeWhole(end);
    }

    /**
     * The seal at the end of a file, if it is one of our format and of a file that is as long as this one. Whether the bytes before it
     * are those that were sealed is not looked at.
     *
     * @param end at least the last {@link #REACH} bytes, or all
     */
    public static Optional<Seal> claimedBy(byte[] end, long size) {
        return FastSealReader.claimedBy(end, size);
    }

    /** Judges bytes by the seal at their end. */
    public static SealCheck check(byte[] file) {
        Optional<SealCheck.Holds> usual = FastSealReader.of(file);
        return usual.isPresent() ? usual.get() : SealReader.of(file);
    }

    /**
     * A seal made of the content, for files that have none: two files are the same generation exactly if they hold the same bytes.
     */
    public static Seal ofContent(Fingerprint file) {
        // the last possible time, so that no file counts as later than its seal
        return new Seal(0, file.inHex(), Seal.NO_PARENT, Seal.fitting(Instant.MAX));
    }

    /**
     * As {@link #check}, for a store without seals: a file without a seal counts as whole. One whose seal holds is from before the
     * store dropped seals.
     */
    public static SealCheck checkUnsealed(byte[] file) {
        SealCheck check = check(file);
        return check instanceof SealCheck.Holds
                ? check
                : new SealCheck.Holds(ofContent(Fingerprint.of(file)), file.length);
    }
}
