package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.storage.disk.FileOps.LockFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/**
 * A lock file, by a channel that was just opened.
 *
 * @param isShared whether others may have the lock, too, if theirs is shared; then the channel need not be open for writing
 */
record ChannelLockFile(FileChannel channel, boolean isShared) implements LockFile {

    // A byte far past the end, as in SQLite: where locks are mandatory, the text at the start stays readable.
    private static final long LOCKED_BYTE = 0x40000000L;
    private static final int LONGEST_TEXT = 400;

    @Override
    public boolean tryLock() throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, isShared) != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    @Override
    public String text() throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), UTF_8).strip();
    }

    @Override
    public void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
