package dev.saveschema.storage.disk;

import static dev.saveschema.storage.disk.RegularFiles.PIECE;

import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that is being written, by a channel that was just opened. */
record ChannelOutput(FileChannel channel) implements Output {

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
        RegularFiles.read(file, (piece, count) -> write(ByteBuffer.wrap(piece, 0, count)));
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
