package dev.saveschema.codec;

import java.io.OutputStream;
import java.util.Arrays;

/** Collects bytes; unlike {@code ByteArrayOutputStream} it takes no lock for each of them. */
final class BodyBuffer extends OutputStream {

    private byte[] bytes = new byte[8_192];
    private int length;

    @Override
    public void write(int b) {
        ensureRoom(1);
        bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        ensureRoom(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensureRoom(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), Math.addExact(length, more)));
        }
    }
}
