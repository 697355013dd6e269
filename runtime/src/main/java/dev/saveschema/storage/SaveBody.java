package dev.saveschema.storage;

import java.util.Arrays;
import java.util.zip.Checksum;

/**
 * The bytes of a document, in an array that may have room behind them, so that a storage can set its seal there and need not copy them.
 *
 * <p>The bytes never change. Safe for use by several threads.
 */
public final class SaveBody {

    private final byte[] bytes;
    private final int length;
    private boolean isTaken;
    private int wanted;

    /**
     * A body in an array that is not copied, and that nobody may change or use for anything else any more.
     *
     * @param length how many of the bytes are the body; those behind it are room
     */
    public SaveBody(byte[] bytes, int length) {
        if (length < 0 || length > bytes.length) {
            throw new IllegalArgumentException("a body of %d bytes in %d".formatted(length, bytes.length));
        }
        this.bytes = bytes;
        this.length = length;
    }

    /** A body without room behind it. The array is not copied, and must not be changed any more. */
    public static SaveBody of(byte[] bytes) {
        return new SaveBody(bytes, bytes.length);
    }

    /** The body's length in bytes. */
    public int length() {
        return length;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** The bytes as a whole file; they are copied only if there is room behind them. Must not be changed. */
    public byte[] asFile() {
        return length == bytes.length ? bytes : toByteArray();
    }

    /**
     * A whole file: the body with this end behind it. It is made in the body's own array if that has exactly as much room and was not
     * handed out before; in a new one otherwise.
     */
    public synchronized byte[] followedBy(byte[] end) {
        wanted = end.length;
        byte[] file = bytes;
        if (isTaken || bytes.length - length != end.length) {
            file = Arrays.copyOf(bytes, length + end.length);
        } else {
            isTaken = true;
        }
        System.arraycopy(end, 0, file, length, end.length);
        return file;
    }

    /** How many bytes the storage added behind the body; 0 if none. The next body should be made with as much room. */
    public synchronized int wantedRoom() {
        return wanted;
    }

    /** Whether a file begins with exactly this body. */
    public boolean isStartOf(byte[] file, int bodyLength) {
        return Arrays.equals(file, 0, bodyLength, bytes, 0, length);
    }

    /** Adds the bytes to a checksum. */
    public void addTo(Checksum sum) {
        sum.update(bytes, 0, length);
    }
}
