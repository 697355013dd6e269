package dev.saveschema.json;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that are written again and again, such as the name of a member. Most pieces are short: their bytes are kept in two words,
 * so that they are written in two moves. Immutable.
 */
public final class Piece {

    /**
     * The fewest bytes that writing a piece needs. Behind a short piece some bytes mean nothing, and are overwritten by the next.
     */
    static final int ROOM = 2 * Swar.BYTES;

    private final long first;
    private final long second;
    private final byte[] bytes;

    private Piece(byte[] bytes) {
        this.bytes = bytes.clone();
        ByteBuffer words = Swar.over(Arrays.copyOf(bytes, Math.max(bytes.length, ROOM)));
        first = words.getLong(0);
        second = words.getLong(Swar.BYTES);
    }

    /** A piece of these bytes. */
    public static Piece of(byte[] bytes) {
        return new Piece(bytes);
    }

    int length() {
        return bytes.length;
    }

    /** @param out the buffer, with room for {@link #ROOM} bytes and for the piece */
    void writeTo(ByteBuffer out, int at) {
        out.putLong(at, first);
        out.putLong(at + Swar.BYTES, second);
        if (bytes.length > ROOM) {
            System.arraycopy(bytes, ROOM, out.array(), at + ROOM, bytes.length - ROOM);
        }
    }
}
