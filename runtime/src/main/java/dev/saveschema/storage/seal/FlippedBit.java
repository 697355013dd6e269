package dev.saveschema.storage.seal;

import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * Finds the one bit that must be flipped for a broken seal to hold. There is such a bit where a medium has lost one. Where somebody
 * edited more than a bit of the file, both sealed sums come out right by chance for one flipped bit in 2<sup>64</sup>.
 *
 * <p>The sums are linear: flipping a bit changes a sum by what depends on its distance from the end alone. So the file is summed up
 * once, however many bits it has.
 */
final class FlippedBit {

    private static final int CRC32C = 0x82F63B78;
    private static final int CRC32 = 0xEDB88320;

    private final byte[] file;

    private FlippedBit(byte[] file) {
        this.file = file;
    }

    /** @return the number of the byte that has the bit; empty if there is none */
    static OptionalInt in(byte[] file) {
        FlippedBit search = new FlippedBit(file);
        OptionalInt sum = FastSealReader.sumIn(file);
        return sum.isPresent() ? search.beforeOrIn(sum.getAsInt()) : search.inTheSeal();
    }

    private OptionalInt beforeOrIn(int sum) {
        long found = Fingerprint.of(file, sum).sums();
        String digits = HexFormat.of().toHexDigits(found);
        int last = -1;
        int flipped = 0;
        for (int i = 0; i < SealFormat.SUM_DIGITS; i++) {
            int difference = Integer.bitCount(file[sum + i] ^ digits.charAt(i));
            flipped += difference;
            last = difference == 0 ? last : sum + i;
        }
        return flipped == 1 ? OptionalInt.of(last) : before(sum, found);
    }

    private OptionalInt before(int sum, long found) {
        long difference = found ^ new BackwardReader(file, sum + SealFormat.SUM_DIGITS).hex();
        int upperWanted = (int) (difference >>> Integer.SIZE);
        int lowerWanted = (int) difference;
        int upper = 1;
        int lower = 1;
        for (int at = sum - 1; at >= 0; at--) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                upper = upper >>> 1 ^ -(upper & 1) & CRC32C;
                lower = lower >>> 1 ^ -(lower & 1) & CRC32;
                if (upper == upperWanted && lower == lowerWanted) {
                    return OptionalInt.of(at);
                }
            }
        }
        return OptionalInt.empty();
    }

    // If the flipped bit is in the seal itself, it is in a byte that was read before the reading ended: each is tried.
    private OptionalInt inTheSeal() {
        byte[] tried = file.clone();
        for (int at = FastSealReader.firstLookedAt(file); at < file.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                tried[at] ^= (byte) (1 << bit);
                if (FastSealReader.of(tried).isPresent()) {
                    return OptionalInt.of(at);
                }
                tried[at] ^= (byte) (1 << bit);
            }
        }
        return OptionalInt.empty();
    }
}
