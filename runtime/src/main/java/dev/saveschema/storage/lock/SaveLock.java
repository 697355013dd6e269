package dev.saveschema.storage.lock;

import dev.saveschema.InUseException;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.LockFile;
import dev.saveschema.storage.disk.LinkResolver;
import dev.saveschema.storage.disk.SystemError;
import dev.saveschema.storage.lock.LockFiles.RefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a file, among the storages of this process and among processes. It ends with the process at the latest,
 * so there are no stale locks; the text in the lock file is for messages only.
 *
 * <p>Only where this process cannot write the directory is there a storage without the lock. Its file is open for loading, and each
 * save asks for the lock again. Every other reason why the lock file does not open may be gone a moment later, while another program
 * saves: then nothing is opened.
 */
public final class SaveLock {

    private static final long PAUSE_MILLIS = 25;

    /** Shorter than {@link #PAUSE_MILLIS}, since a shared store holds the lock only for a load or a save. */
    private static final long SHARED_PAUSE_MILLIS = 1;

    /** How often a lock file that is being replaced is opened. */
    private static final int MOST_ATTEMPTS = 100;

    private final FileOps ops;
    private final FileNames names;
    private final LockFiles files;
    private final Duration timeout;
    private final boolean shared;
    private final LockOwner owner;
    private final Backoff backoff = new Backoff();
    private @Nullable OpenFiles openFile;
    private @Nullable LockFile lock;

    /** The identity of the file that is locked. */
    private Optional<Object> locked = Optional.empty();

    private SaveLock(FileOps ops, FileNames names, Duration timeout, boolean shared, LockOwner owner) {
        this.ops = ops;
        this.names = names;
        this.files = new LockFiles(ops, names);
        this.timeout = timeout;
        this.shared = shared;
        this.owner = owner;
    }

    /**
     * Takes a lock that is held until it is released.
     *
     * @throws InUseException if somebody else has it, and still has when the timeout is over
     * @throws IOException if the lock file cannot be opened and locked, though the directory can be written
     */
    public static SaveLock take(FileOps ops, FileNames names, Duration timeout, Instant now) throws IOException {
        return take(ops, names, timeout, false, now);
    }

    /**
     * Takes a lock.
     *
     * @param shared whether the lock is let go of after each load and save; then it is waited for in this process, too
     * @throws InUseException if somebody else has it, and still has when the timeout is over
     * @throws IOException if the lock file cannot be opened and locked, though the directory can be written
     */
    public static SaveLock take(FileOps ops, FileNames names, Duration timeout, boolean shared, Instant now)
            throws IOException {
        SaveLock saveLock = new SaveLock(ops, names, timeout, shared, LockOwner.ofThisProcess(ops, now));
        try {
            saveLock.takeIfPossible();
            return saveLock;
        } catch (Throwable e) {
            saveLock.release();
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
     * Takes the lock if it is not held: if it was not to be had at opening, or somebody deleted the lock file or the directory. Makes the
     * directory again.
     *
     * @throws InUseException if somebody else has it, and still has when the timeout is over
     * @throws IOException if the lock file cannot be opened and locked
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

    /** As {@link #require}, but without effect where this process cannot save: loading needs no lock. */
    public void requireIfPossible() throws IOException {
        if (ops.attributes(names.directory()).isPresent()) {
            takeIfPossible();
        }
    }

    private void takeIfPossible() throws IOException {
        try {
            takeLock();
        } catch (RefusedException e) {
            if (ops.isWritable(names.directory())) {
                throw e;
            }
            // This process cannot save here, and loading needs no lock.
        }
    }

    private void takeLock() throws IOException {
        sleep(backoff.remaining(System.nanoTime()));
        long deadline = System.nanoTime() + nanos(timeout);
        OpenFiles open = enter(deadline);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Opened opened = open(open, deadline);
            if (isLocked(opened, deadline)) {
                lock = opened.file(); // first of all: whatever fails now, release closes it
                backoff.taken(System.nanoTime());
                locked = opened.key();
                if (files.hasOneName()) {
                    owner.writeTo(opened.file());
                }
                files.shareLikeTheSave();
                return;
            }
            // The lock file was created just now, or somebody replaced it meanwhile: the file that is locked may have
            // no name any more.
            opened.file().close();
        }
        throw new FileSystemException(names.lock().toString(), null, "replaced again and again");
    }

    // Half the range: two times of the clock are compared by their difference.
    private static long nanos(Duration timeout) {
        Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return timeout.compareTo(longest) < 0 ? timeout.toNanos() : longest.toNanos();
    }

    /** @param key the identity of the file that had the name before the opening; empty if there was none */
    private record Opened(LockFile file, Optional<Object> key) {}

    /** Registers in this process that the file is open. */
    private OpenFiles enter(long deadline) throws IOException {
        OpenFiles known = openFile;
        while (known == null) {
            try {
                known = OpenFiles.add(names.live(), owner.text());
            } catch (InUseException e) {
                if (!shared || !pause(deadline)) {
                    throw e;
                }
            }
        }
        openFile = known;
        return known;
    }

    private Opened open(OpenFiles openFile, long deadline) throws IOException {
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

    // The exception of a file system without locks names no file.
    private boolean tryLock(LockFile file) throws IOException {
        try {
            return file.tryLock();
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException e) {
            String lock = names.lock().toString();
            throw (IOException) new FileSystemException(lock, null, SystemError.reason(e)).initCause(e);
        }
    }

    private boolean isLocked(Opened opened, long deadline) throws IOException {
        try {
            while (!tryLock(opened.file())) {
                if (!pause(deadline)) {
                    throw new InUseException(names.live(), LockOwner.ownerOf(opened.file()));
                }
            }
            return opened.key().isPresent() && opened.key().equals(files.key());
        } catch (Throwable e) {
            close(opened.file(), e);
            throw e;
        }
    }

    /** Waits a little; false if there is no time left for that. */
    private boolean pause(long deadline) throws IOException {
        if (System.nanoTime() - deadline >= 0) {
            return false;
        }
        sleep(TimeUnit.MILLISECONDS.toNanos(shared ? SHARED_PAUSE_MILLIS : PAUSE_MILLIS));
        return true;
    }

    /** Does not wait at all, not even for an interrupt, if the time is 0 or less. */
    private static void sleep(long nanos) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
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

    /** Lets others have their turn, if the lock is shared. {@link #require} takes it again. */
    public void giveWay() {
        if (shared) {
            if (lock != null) {
                backoff.released(System.nanoTime());
            }
            try {
                release();
            } catch (IOException e) {
                // The system has given the lock up all the same, and the save that it was held for is finished.
            }
        }
    }

    /** Lets go of the file. */
    public void release() throws IOException {
        LockFile held = lock;
        OpenFiles known = openFile;
        lock = null;
        openFile = null;
        if (known != null) {
            known.close(held);
        }
    }
}
