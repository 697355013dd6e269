package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.InUseException;
import dev.saveschema.KeptCopy;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SyncMode;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.IoThread;
import dev.saveschema.storage.disk.LinkResolver;
import dev.saveschema.storage.disk.RandomTokens;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.Spelling;
import dev.saveschema.storage.disk.SystemError;
import dev.saveschema.storage.lock.SaveLock;
import dev.saveschema.storage.recovery.Recovery;
import dev.saveschema.storage.recovery.RecoveryScan;
import dev.saveschema.storage.recovery.RecoveryScan.Temps;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a save in a file and its neighbours, which {@link FileNames} names.
 *
 * <p>When {@link #save} returns, the content is as durable as {@link #durability} says: with {@link SyncMode#FULL} it survives a power
 * cut on a local file system of Linux or macOS whose device does not lie about having written; on Windows as far as flushing the file
 * takes its name along; on a network as far as the server does. A reader, now or after a crash, sees a whole old file or a whole new
 * one. At least two generations are kept behind it: see {@link StorageOptions#backups}. A file that is damaged, or that somebody else
 * changed, is kept aside before it is replaced.
 *
 * <p>The file keeps its mode, and on Linux its access control list and extended attributes, and as far as the system allows it its
 * owner and group; what that means where is told in {@code docs/guarantees.md}.
 *
 * <p>Not promised: that other hard links to the file, or its creation time stay. Nor the lock, once the program itself opens or
 * copies the lock file, {@code .progress.json.lock}: on POSIX systems a process that closes a file loses all its locks on it. If the
 * path is a symbolic link, it is followed when the storage is opened, and not looked at again.
 *
 * <p>A storage that nobody closed lets go of the file when nobody can reach the storage any more and the garbage collector has noticed.
 */
public final class FileStorage implements SaveStorage {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Path file;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final IoThread io;
    private final SaveDirectory directory;
    private final SaveLock saveLock;
    private final StorageOptions options;
    private final SaveProtocol protocol;
    private final FileCopies copies;
    private final Holding holding;
    private final Cleaner.Cleanable cleanable;
    private boolean closed;

    private FileStorage(
            Path file,
            IoThread io,
            SaveDirectory directory,
            SaveLock saveLock,
            StorageOptions options,
            InstantSource clock) {
        this.file = file;
        this.io = io;
        this.directory = directory;
        this.saveLock = saveLock;
        this.options = options;
        this.copies = new FileCopies(directory);
        this.protocol = new SaveProtocol(directory, saveLock, options, clock, new RandomTokens());
        this.holding = new Holding(io, saveLock);
        this.cleanable = CLEANER.register(this, holding);
    }

    /**
     * Opens a file, which need not exist, for this storage alone, or if the options share it, with others. Creates the directories that
     * lead to it. If the directory cannot be written, the file can be loaded all the same, and saving fails.
     *
     * @throws IllegalArgumentException if it has a name that storages give to their own files: {@code *.bak1}, {@code *.bak2},
     *     {@code *.g<number>-<time>.bak}, {@code *.v<version>.bak}, {@code *.<reason>-<time>-<checksum>.json}, {@code .*.lock},
     *     {@code .*.lock.new}, {@code .*.<16 hex digits>.tmp}
     * @throws InUseException if it is open already, here or in another process
     * @throws IOException if the path leads to something that is not a file, or the file cannot be locked though its directory can
     *     be written
     */
    public static FileStorage open(Path file, StorageOptions options) throws IOException {
        return open(file, options, FileOps.ofThisSystem(options.ownerOnly()), InstantSource.system());
    }

    static FileStorage open(Path file, StorageOptions options, FileOps ops, InstantSource clock) throws IOException {
        return open(file, options, ops, clock, new IoThread("SaveSchema " + file.getFileName()));
    }

    static FileStorage open(Path file, StorageOptions options, FileOps ops, InstantSource clock, IoThread io)
            throws IOException {
        try {
            return io.call(() -> {
                FileNames names = new Spelling(ops).of(new FileNames(new LinkResolver(ops).find(file)));
                if (names.isReserved()) {
                    throw new IllegalArgumentException(
                            names.live()
                                    + " has the name of a file that is kept beside a save, and would be replaced as one: choose another name");
                }
                SaveLock saveLock = lock(names, options, ops, clock);
                SaveDirectory directory =
                        new SaveDirectory(ops, saveLock.names(), options.maxBytes(), options.sealed());
                saveLock.giveWay();
                return new FileStorage(file, io, directory, saveLock, options, clock);
            });
        } catch (Throwable e) {
            io.stop();
            throw e;
        }
    }

    private static SaveLock lock(FileNames found, StorageOptions options, FileOps ops, InstantSource clock)
            throws IOException {
        SaveLock saveLock = SaveLock.take(ops, found, options.lockTimeout(), options.shared(), clock.instant());
        FileNames names = spelling(found, ops, saveLock);
        if (names.live().equals(found.live())) { // two paths, since a record's equals is set up when it is first used
            return saveLock;
        }
        // Another program made the lock file at the same time, by another spelling, which counts for both.
        saveLock.release();
        return SaveLock.take(ops, names, options.lockTimeout(), options.shared(), clock.instant());
    }

    private static FileNames spelling(FileNames names, FileOps ops, SaveLock saveLock) throws IOException {
        try {
            return new Spelling(ops).of(names);
        } catch (Throwable e) {
            saveLock.release();
            throw e;
        }
    }

    @Override
    public Copy copy() {
        return Copy.of(file);
    }

    @Override
    public Durability durability() {
        return options.durability() == SyncMode.FULL ? Durability.ONE_DISK : Durability.BEST_EFFORT;
    }

    @Override
    public <R> Retrieval<R> load(ContentReader<R> reader) throws IOException {
        turn.lock();
        try {
            requireOpen();
            return options.shared() ? loadInTurn(reader) : loadLocked(reader);
        } finally {
            turn.unlock();
        }
    }

    private <R> Retrieval<R> loadInTurn(ContentReader<R> reader) throws IOException {
        try {
            io.call(() -> {
                saveLock.requireIfPossible();
                return saveLock;
            });
            return loadLocked(reader);
        } finally {
            giveWay();
        }
    }

    private <R> Retrieval<R> loadLocked(ContentReader<R> reader) throws IOException {
        boolean isLocked = saveLock.isHeld();
        RecoveryScan scan = io.call(() -> RecoveryScan.of(directory, isLocked ? Temps.OURS : Temps.IF_NEEDED));
        Recovery.Outcome<R> outcome = new Recovery<>(io, scan, reader).run();
        requireOpen(); // the reader may have closed this storage
        protocol.startFrom(outcome.state(), isLocked);
        return outcome.retrieval();
    }

    private void giveWay() throws IOException {
        if (!closed) { // a closed storage has let go of the lock for good
            io.call(() -> {
                saveLock.giveWay();
                return saveLock;
            });
        }
    }

    @Override
    public SaveReceipt save(SaveRequest request) throws SaveException {
        turn.lock();
        try {
            requireOpen();
            if (!protocol.isStarted()) {
                throw new IllegalStateException(file + " was not loaded; a save must know what it replaces");
            }
            return io.call(() -> {
                try {
                    return protocol.save(request);
                } finally {
                    saveLock.giveWay();
                }
            });
        } catch (SaveException e) {
            throw e;
        } catch (IOException e) {
            // One that Java does not declare, from any step of the save.
            Aftermath aftermath = isInPlace(request, e) ? Aftermath.MAY_ROLL_BACK : Aftermath.OLD_FILE_STANDS;
            throw new SaveException(Copy.of(file), SystemError.reason(e), aftermath, null, e);
        } finally {
            turn.unlock();
        }
    }

    private boolean isInPlace(SaveRequest request, IOException failure) {
        try {
            return io.call(() -> protocol.isInPlace(request.body()));
        } catch (IOException e) {
            failure.addSuppressed(e);
            return protocol.isAttempted(request.body());
        }
    }

    @Override
    public List<Copy> backups() throws IOException {
        return ask(copies::backups);
    }

    @Override
    public List<KeptCopy> kept() throws IOException {
        return ask(copies::kept);
    }

    @Override
    public byte[] read(Copy copy) throws IOException {
        return ask(() -> copies.read(copy, copy()));
    }

    private <T> T ask(IoThread.Task<T> question) throws IOException {
        turn.lock();
        try {
            requireOpen();
            return io.call(question);
        } finally {
            turn.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(file + " is closed");
        }
    }

    @Override
    public void close() throws IOException {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                release();
            }
        } finally {
            turn.unlock();
        }
    }

    private void release() throws IOException {
        try {
            holding.release();
        } finally {
            cleanable.clean(); // the cleaner has nothing left to do, and forgets this storage
        }
    }

    /** The lock and the thread of a storage, let go of at the latest when nobody can reach the storage any more. */
    private static final class Holding implements Runnable {

        private final IoThread io;
        private final SaveLock saveLock;
        private final AtomicBoolean released = new AtomicBoolean();

        Holding(IoThread io, SaveLock saveLock) {
            this.io = io;
            this.saveLock = saveLock;
        }

        void release() throws IOException {
            if (released.compareAndSet(false, true)) {
                try {
                    // On the I/O thread, the release comes after a save that is under way.
                    io.call(() -> {
                        saveLock.release();
                        return saveLock;
                    });
                } finally {
                    io.stop();
                }
            }
        }

        @Override
        public void run() {
            try {
                release();
            } catch (IOException e) {
                // The storage is garbage, so that there is nobody to tell; the registry has let go of the file all the
                // same.
            }
        }
    }
}
