package dev.saveschema.json;

/**
 * Refuses documents in UTF-16 and UTF-32. UTF-16 shows by its byte order mark, or by the zero beside its first character; UTF-32 by
 * the zeros among its first four bytes. Jackson would read them; but the seal, the search for the version and the place of damage
 * all count bytes of UTF-8.
 */
public final class Encoding {

    /** The number of bytes at the beginning by which Jackson tells the encoding. None of them is zero in a document in UTF-8. */
    private static final int TELLING = 4;

    private Encoding() {}

    /** @throws MalformedContentException if the document is UTF-16 or UTF-32, or begins with zeros as if it were */
    public static void requireUtf8(byte[] document) {
        if (isUtf16(document)) {
            throw new MalformedContentException("the file is UTF-16 text; a save is UTF-8", 0);
        }
        for (int at = 0; at < Math.min(TELLING, document.length); at++) {
            if (document[at] == 0) {
                throw new MalformedContentException("the file begins with zero bytes; a save is UTF-8 text", 0);
            }
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
