package dev.saveschema.json;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** An array that grows with the bytes that are written into it as they are. */
abstract class GrowingBytes {

    static final int FIRST_SIZE = 512;

    byte[] out;
    ByteBuffer words;
    int length;

    /** @param size the number of bytes that are expected */
    GrowingBytes(int size) {
        out = new byte[size];
        words = Swar.over(out);
    }

    /** How many bytes were written. */
    public final int length() {
        return length;
    }

    /** The bytes that were written, in an array of their own. */
    public final byte[] toByteArray() {
        return toByteArray(0);
    }

    /**
     * The bytes that were written, at the start of an array of their own.
     *
     * @param room the number of bytes of any value that the array has behind them
     */
    public final byte[] toByteArray(int room) {
        return Arrays.copyOf(out, length + room);
    }

    /**
     * Forgets all bytes that were written.
     *
     * @param most the largest array, in bytes, that is kept for the next document
     */
    public final void clear(int most) {
        length = 0;
        if (out.length > most) {
            out = new byte[FIRST_SIZE];
            words = Swar.over(out);
        }
    }

    final void room(int count) {
        if (out.length - length < count) {
            int needed = Math.addExact(length, count);
            int doubled = out.length > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE - Swar.BYTES : out.length * 2;
            out = Arrays.copyOf(out, Math.max(needed, doubled));
            words = Swar.over(out);
        }
    }

    /** Writes a byte as it is. */
    public final void raw(char ascii) {
        if (out.length == length) {
            room(1);
        }
        out[length++] = (byte) ascii;
    }

    /** Writes a piece as it is. */
    public final void raw(Piece piece) {
        int count = piece.length();
        room(Math.max(Piece.ROOM, count));
        piece.writeTo(words, length);
        length += count;
    }

    /** Writes bytes as they are. */
    public final void raw(byte[] bytes) {
        raw(bytes, 0, bytes.length);
    }

    /** Writes bytes as they are. */
    public final void raw(byte[] bytes, int from, int count) {
        room(count);
        System.arraycopy(bytes, from, out, length, count);
        length += count;
    }

    /** Writes a text that is known to be ASCII as it is. */
    @SuppressWarnings("deprecation") // drops the upper half of each character, which is zero; nothing is quicker
    public final void raw(String ascii) {
        int count = ascii.length();
        room(count);
        ascii.getBytes(0, count, out, length);
        length += count;
    }

    /** Ends the line, and begins the next with that number of blanks. */
    public final void newLine(int blanks) {
        room(1 + blanks);
        out[length++] = '\n';
        Arrays.fill(out, length, length + blanks, (byte) ' ');
        length += blanks;
    }
}
