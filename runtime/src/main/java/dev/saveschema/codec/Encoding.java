package dev.saveschema.codec;

/**
 * Tells UTF-16 by its mark, or by the zero beside its first character. Jackson would read it; but the seal, the search for the
 * version and the place of damage all speak of bytes of UTF-8.
 */
final class Encoding {

    private Encoding() {}

    /** @throws MalformedContentException if the document is UTF-16 */
    static void requireUtf8(byte[] document) {
        if (isUtf16(document)) {
            throw new MalformedContentException("the file is UTF-16 text; a save is UTF-8", 0);
        }
    }

    private static boolean isUtf16(byte[] document) {
        if (document.length < 2) {
            return false;
        }
        int first = document[0] & 0xff;
        int second = document[1] & 0xff;
        boolean marked = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
        return marked || (first == 0 && second == '{') || (first == '{' && second == 0);
    }
}
