package dev.saveschema.storage.seal;

import java.util.HexFormat;

/**
 * Tells content from other content without holding on to it: by its length and by the two sums that a seal has, too.
 *
 * <p>The polynomials of the two have no factor in common, so that together they are one CRC of 64 bits. Contents of one length
 * that differ within 64 bits in a row, or in an odd number of bits, always have different fingerprints. Any others have the same
 * one by chance once in 2<sup>64</sup> pairs: a save a second that somebody else changes meets such a pair once in 500 thousand
 * million years. A person who wants two contents of one fingerprint can make them, however. So contents that must not be mistaken are
 * compared byte by byte once their fingerprints are the same.
 *
 * @param length the number of bytes
 * @param sums CRC32C in the upper half, CRC32 in the lower
 */
public record Fingerprint(long length, long sums) {

    public static Fingerprint of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    public static Fingerprint of(byte[] bytes, int length) {
        return new RunningSums().add(bytes, 0, length).fingerprint();
    }

    /** The sums in 16 hex digits. */
    public String inHex() {
        return HexFormat.of().toHexDigits(sums);
    }
}
