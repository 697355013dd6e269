package dev.saveschema.json;

import java.nio.ByteBuffer;

/**
 * The short texts that a document had lately. Tags, kinds and names of things are met again and again, and one {@code String} is
 * enough for all of them. The bytes of a text are compared, so that no text is taken for another.
 */
final class RepeatedTexts {

    /** The length of the longest text that is remembered, in bytes. */
    static final int LONGEST = 2 * Swar.BYTES;

    private static final int SLOTS = 256;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    /** The number of texts before the tables are made: a small document has few texts, and is read without them. */
    private static final int FIRST_TEXTS = 64;

    private static final long[] NO_WORDS = {};
    private static final String[] NO_TEXTS = {};

    private int met;
    private long[] heads = NO_WORDS;
    private long[] tails = NO_WORDS;
    private String[] texts = NO_TEXTS;

    /** The text between two places. It is ASCII without control characters, and has {@link #LONGEST} bytes at most. */
    String text(byte[] document, ByteBuffer words, int from, int to) {
        if (texts.length == 0) {
            if (++met < FIRST_TEXTS) {
                return TextScanner.ascii(document, from, to);
            }
            heads = new long[SLOTS];
            tails = new long[SLOTS];
            texts = new String[SLOTS];
        }
        int length = to - from;
        long head = words.getLong(from);
        long tail = 0;
        if (length < Swar.BYTES) {
            head &= (1L << length * Swar.BYTES) - 1;
        } else if (length > Swar.BYTES) {
            // the last eight bytes; some of these may be in the head, too
            tail = words.getLong(to - Swar.BYTES);
        }
        int slot = (int) ((head ^ tail * MIX) * MIX >>> 56);
        String known = texts[slot];
        if (known != null && heads[slot] == head && tails[slot] == tail && known.length() == length) {
            return known;
        }
        String text = TextScanner.ascii(document, from, to);
        heads[slot] = head;
        tails[slot] = tail;
        texts[slot] = text;
        return text;
    }
}
