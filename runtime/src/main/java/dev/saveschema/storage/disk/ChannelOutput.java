package dev.saveschema.storage.disk;

import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that is being written, by a channel that was just opened. */
record ChannelOutput(FileChannel channel) implements Output {

    // Java keeps a buffer outside the heap for each thread, as large as the largest piece that it wrote.
    private static final int PIECE = 1 << 16;

    @Override
    public void write(byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; at += PIECE) {
            write(ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)));
        }
    }

    private void write(ByteBuffer rest) throws IOException {
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    @Override
    public void writeAllOf(Path file) throws IOException {
        byte[] piece = new byte[PIECE];
        try (InputStream in = RegularFiles.open(file)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                write(ByteBuffer.wrap(piece, 0, count));
            }
        }
    }

    @Override
    public void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
