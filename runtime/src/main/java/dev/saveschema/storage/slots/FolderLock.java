package dev.saveschema.storage.slots;

import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.IoThread;
import dev.saveschema.storage.lock.SaveLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time, of this program and of all others, change which slots a folder has: a name that was found free stays free
 * until it is taken, and a slot that was found closed stays closed until it has moved.
 *
 * <p>Nobody holds it for long: for some renames, for the copy of one slot, or while a slot is opened, which waits for another
 * program to close it as long as the options say.
 */
record FolderLock(FileOps ops, Duration timeout, InstantSource clock) {

    /** How much longer a wait for the folder's lock may be than one for a slot's: the holder may be waiting for a slot. */
    private static final Duration LONGER = Duration.ofSeconds(5);

    /** The lock file's name is made of this, {@code .slots.lock}. A slot may have the name: that is a folder, and no save. */
    private static final String NAME = "slots";

    /** The turns of this program's threads, by the real path of the folder. There are as many as the program has folders of slots. */
    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    /**
     * Does something while the folder is locked.
     *
     * @param directory the folder's real path
     * @param changes whether the folder must be locked. One that cannot be written cannot be locked; nothing in it can be renamed
     *     either, and a slot can be opened for loading
     */
    <R> R holding(Path directory, boolean changes, IoThread.Task<R> task) throws IOException {
        ReentrantLock turn = TURNS.computeIfAbsent(directory, key -> new ReentrantLock(true));
        turn.lock();
        try {
            FileNames names = new FileNames(directory.resolve(NAME));
            SaveLock lock = SaveLock.take(ops, names, timeout.plus(LONGER), clock.instant());
            try {
                if (changes) {
                    lock.require();
                }
                shareLikeTheFolder(directory, names.lock());
                return task.run();
            } finally {
                lock.release();
            }
        } finally {
            turn.unlock();
        }
    }

    private void shareLikeTheFolder(Path directory, Path lock) {
        try {
            ops.matchOwner(directory, lock);
        } catch (IOException e) {
            // It is somebody else's, or was not made, and stays as it is.
        }
    }
}
