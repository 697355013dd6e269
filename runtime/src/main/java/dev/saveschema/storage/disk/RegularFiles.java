package dev.saveschema.storage.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import dev.saveschema.storage.disk.FileOps.Ends;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.zip.Checksum;

/** Reads regular files: opens nothing else, and follows no symbolic link. */
final class RegularFiles {

    /** Java keeps a buffer outside the heap for each thread, as large as the largest piece that it read or wrote. */
    static final int PIECE = 1 << 16;

    /** Takes the bytes of a file in their order. */
    interface Pieces {

        /** @param count how many of the bytes, from the first one on; the array is used again */
        void take(byte[] piece, int count) throws IOException;
    }

    private RegularFiles() {}

    static byte[] read(Path file, long maxBytes) throws IOException {
        // Two bytes short of the largest array: one more than the limit is asked for.
        int limit = (int) Math.min(maxBytes, Integer.MAX_VALUE - 10);
        int size = (int) Math.min(require(file).size(), limit);
        try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            byte[] bytes = readAll(in, size, limit + 1);
            if (bytes.length > limit) {
                throw new FileTooLargeException(file, maxBytes);
            }
            return bytes;
        }
    }

    /** @param size that of the file when it was looked at: somebody may be writing it */
    static byte[] readAll(InputStream in, int size, int most) throws IOException {
        byte[] bytes = readUpTo(size, in);
        byte[] more = in.readNBytes(most - bytes.length);
        return more.length == 0 ? bytes : concatenated(bytes, more);
    }

    /** Reads into an array of the right size: to collect pieces takes the double of it for a moment. */
    private static byte[] readUpTo(int size, InputStream in) throws IOException {
        byte[] bytes = new byte[size];
        int read = 0;
        while (read < size) {
            int count = in.readNBytes(bytes, read, Math.min(PIECE, size - read));
            if (count == 0) {
                return Arrays.copyOf(bytes, read); // somebody has cut the file short
            }
            read += count;
        }
        return bytes;
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static void sum(Path file, Checksum sum) throws IOException {
        sum.reset();
        read(file, (piece, count) -> sum.update(piece, 0, count));
    }

    static void read(Path file, Pieces pieces) throws IOException {
        require(file);
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                pieces.take(piece, count);
            }
        }
    }

    /** To open a FIFO would mean to wait for somebody who writes to it, and a device has no end. */
    static BasicFileAttributes require(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "not a regular file");
        }
        return found;
    }

    static byte[] readEnd(Path file, int most) throws IOException {
        require(file);
        try (FileChannel channel = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
            return read(channel, Math.max(0, channel.size() - most), most);
        }
    }

    static Ends readEnds(Path file, int mostFirst, int mostLast) throws IOException {
        FileTime modified = require(file).lastModifiedTime();
        try (FileChannel channel = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
            long size = channel.size();
            byte[] first = read(channel, 0, (int) Math.min(size, mostFirst));
            byte[] last = read(channel, Math.max(0, size - mostLast), (int) Math.min(size, mostLast));
            return new Ends(first, last, size, modified);
        }
    }

    /** As many bytes as there are, and that many at most. */
    static byte[] read(FileChannel channel, long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // A read may give less than it was asked for.
        }
        return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
    }
}
