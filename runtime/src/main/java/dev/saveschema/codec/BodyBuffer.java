package dev.saveschema.codec;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what a generator hands over, some thousand bytes at a time, and puts it together once. */
final class BodyBuffer extends OutputStream {

    private final List<byte[]> pieces = new ArrayList<>();
    private int length;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        length = Math.addExact(length, count);
        pieces.add(Arrays.copyOfRange(source, offset, offset + count));
    }

    byte[] toByteArray() {
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, at, piece.length);
            at += piece.length;
        }
        return whole;
    }
}
