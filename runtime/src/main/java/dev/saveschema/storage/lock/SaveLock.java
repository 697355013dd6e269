package dev.saveschema.storage.lock;

import dev.saveschema.InUseException;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.LockFile;
import dev.saveschema.storage.disk.LinkResolver;
import dev.saveschema.storage.lock.LockFiles.RefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a file, among the storages of this process and among processes. It ends with the process at the latest,
 * so there are no stale ones; the text in the lock file is for messages only.
 *
 * <p>Only where the directory cannot be written, by this process and at all, is there a storage without the lock. Its file is open
 * for loading, and the lock is asked for again by each save. Every other reason why the lock file does not open may be gone a
 * moment later, while another program saves: then nothing is opened.
 */
public final class SaveLock {

    private static final long PAUSE_MILLIS = 25;
    private static final int MOST_ATTEMPTS = 100;

    private final FileOps ops;
    private final FileNames names;
    private final LockFiles files;
    private final Duration timeout;
    private final Signature signature;
    private final OpenFiles openFile;
    private @Nullable LockFile lock;

    /** Which file is locked. */
    private Optional<Object> locked = Optional.empty();

    private SaveLock(FileOps ops, FileNames names, Duration timeout, Signature signature) throws InUseException {
        this.ops = ops;
        this.names = names;
        this.files = new LockFiles(ops, names);
        this.timeout = timeout;
        this.signature = signature;
        this.openFile = OpenFiles.add(names.live(), signature.text());
    }

    /**
     * @throws InUseException if somebody else has it, and still has when the timeout is over
     * @throws IOException if the lock file cannot be opened and locked, though the directory can be written
     */
    public static SaveLock take(FileOps ops, FileNames names, Duration timeout, Instant now) throws IOException {
        SaveLock saveLock = new SaveLock(ops, names, timeout, Signature.ofThisProcess(ops, now));
        try {
            saveLock.takeIfPossible();
            return saveLock;
        } catch (Throwable e) {
            saveLock.openFile.close(saveLock.lock);
            throw e;
        }
    }

    /** The names of what is locked. */
    public FileNames names() {
        return names;
    }

    /** Whether the file may be changed. */
    public boolean isHeld() {
        return lock != null;
    }

    /**
     * Tries again what was not possible when the file was opened, or what somebody undid who deleted the lock file, or its
     * directory: that is made again.
     */
    public void require() throws IOException {
        if (lock != null && !files.key().equals(locked)) {
            loseLock();
        }
        if (lock == null) {
            new LinkResolver(ops).createDirectory(names.directory());
            takeLock();
        }
    }

    private void loseLock() throws IOException {
        LockFile nameless = Objects.requireNonNull(lock);
        lock = null;
        nameless.close();
    }

    private void takeIfPossible() throws IOException {
        try {
            takeLock();
        } catch (RefusedException e) {
            if (ops.isWritable(names.directory())) {
                throw e;
            }
            // Nobody can save here, at least not this process: good enough for loading.
        }
    }

    private void takeLock() throws IOException {
        long deadline = System.nanoTime() + nanos(timeout);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Opened opened = open(deadline);
            if (isLocked(opened, deadline)) {
                lock = opened.file(); // first of all, so that it is let go of whatever else fails
                locked = opened.key();
                signature.writeTo(opened.file());
                files.shareLikeTheSave();
                return;
            }
            // It was created just now, or somebody replaced it meanwhile: then what is locked may be nameless.
            opened.file().close();
        }
        throw new FileSystemException(names.lock().toString(), null, "replaced again and again");
    }

    // Half the range: two times of the clock are compared by their difference.
    private static long nanos(Duration timeout) {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return timeout.compareTo(longest) < 0 ? timeout.toNanos() : longest.toNanos();
    }

    /** @param key which file had the name before it was opened; empty if none had */
    private record Opened(LockFile file, Optional<Object> key) {}

    private Opened open(long deadline) throws IOException {
        Optional<Object> before = files.key();
        if (before.isPresent()) {
            openFile.lockIs(before.get()); // in this process it is opened once only
        }
        LockFile file = openOrReplace(before.isPresent(), deadline);
        Optional<Object> after;
        try {
            after = files.key();
        } catch (IOException | RuntimeException | Error e) {
            openFile.abandon(file);
            throw e;
        }
        if (after.isPresent()) {
            openFile.lockIs(after.get(), file);
        }
        return new Opened(file, before);
    }

    private LockFile openOrReplace(boolean exists, long deadline) throws IOException {
        while (true) {
            try {
                return files.open(exists);
            } catch (RefusedException e) {
                if (!e.isDenied()) {
                    throw e;
                }
                if (!files.replace(e) && !pause(deadline)) {
                    throw new InUseException(names.live(), "another process");
                }
            }
        }
    }

    private boolean isLocked(Opened opened, long deadline) throws IOException {
        try {
            while (!opened.file().tryLock()) {
                if (!pause(deadline)) {
                    throw new InUseException(names.live(), Signature.ownerOf(opened.file()));
                }
            }
            return opened.key().isPresent() && opened.key().equals(files.key());
        } catch (Throwable e) {
            close(opened.file(), e);
            throw e;
        }
    }

    /** Waits a little; false if there is no time left for that. */
    private static boolean pause(long deadline) throws IOException {
        if (System.nanoTime() - deadline >= 0) {
            return false;
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted while waiting for a lock").initCause(e);
        }
    }

    private static void close(LockFile file, Throwable cause) {
        try {
            file.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Lets go of the file. */
    public void release() throws IOException {
        LockFile held = lock;
        lock = null;
        openFile.close(held);
    }
}
