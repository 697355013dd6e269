package dev.saveschema.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The parts of UTF-8 (RFC 3629) that {@link String} does not offer. */
final class Utf8 {

    /** The largest number of bytes of a character. */
    static final int LONGEST = 4;

    private Utf8() {}

    /**
     * Writes a character. Half a surrogate pair becomes three bytes that UTF-8 does not have.
     *
     * @param out the buffer, with room for {@link #LONGEST} bytes
     * @return the place of the next byte
     */
    static int write(int codePoint, byte[] out, int to) {
        int at = to;
        if (codePoint < 0x80) {
            out[at++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            out[at++] = (byte) (0xc0 | codePoint >> 6);
            out[at++] = (byte) (0x80 | codePoint & 0x3f);
        } else if (codePoint < 0x10000) {
            out[at++] = (byte) (0xe0 | codePoint >> 12);
            out[at++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
            out[at++] = (byte) (0x80 | codePoint & 0x3f);
        } else {
            out[at++] = (byte) (0xf0 | codePoint >> 18);
            out[at++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
            out[at++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
            out[at++] = (byte) (0x80 | codePoint & 0x3f);
        }
        return at;
    }

    /**
     * Whether bytes are UTF-8. It is asked of a text that decodes with a replacement character: that may be in the document itself,
     * or stand for bytes that are not UTF-8.
     */
    static boolean isValid(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
