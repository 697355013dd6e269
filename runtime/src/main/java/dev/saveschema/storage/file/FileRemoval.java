package dev.saveschema.storage.file;

import dev.saveschema.InUseException;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.IoThread;
import dev.saveschema.storage.disk.LinkResolver;
import dev.saveschema.storage.disk.Spelling;
import dev.saveschema.storage.lock.SaveLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes a save for good, with all that is beside it. The live file goes last, when nothing is left that a load would take in its
 * place, not even after a power cut (on Windows, which cannot force a directory, as far as NTFS keeps the order): at every moment there
 * is the whole save or none.
 *
 * <pre>
 * 1  unfinished saves, backups from the oldest to the newest, files of versions, and what was kept aside
 * 2  force the directory
 * 3  the live file
 * 4  force the directory
 * 5  the lock file and what was to be one, where an open file can be deleted
 * </pre>
 */
public final class FileRemoval {

    private final FileOps ops;

    public FileRemoval() {
        this(FileOps.ofThisSystem());
    }

    FileRemoval(FileOps ops) {
        this.ops = ops;
    }

    /**
     * Removes the save at a file.
     *
     * @return the files that were removed, in their order, without the lock file; none if there is no such save
     * @throws InUseException if it is open, here or in another process
     * @throws IOException if a file cannot be removed. If one beside the save cannot, the save itself is still there
     */
    public List<Path> remove(Path file, StorageOptions options) throws IOException {
        IoThread io = new IoThread("SaveSchema removing " + file.getFileName());
        try {
            return io.call(() -> {
                Optional<Path> live = new LinkResolver(ops).findExisting(file);
                return live.isPresent() ? remove(new Spelling(ops).of(new FileNames(live.get())), options) : List.of();
            });
        } finally {
            io.stop();
        }
    }

    private List<Path> remove(FileNames names, StorageOptions options) throws IOException {
        if (names.isReserved()) {
            throw new IllegalArgumentException(names.live() + " is a file beside a save, and not a save");
        }
        SaveLock lock = SaveLock.take(
                ops, names, options.lockTimeout(), InstantSource.system().instant());
        try {
            lock.require();
            List<Path> removed = removeAll(lock.names());
            removeLock(lock.names().nextLock());
            removeLock(lock.names().lock());
            return removed;
        } finally {
            lock.release();
        }
    }

    private List<Path> removeAll(FileNames names) throws IOException {
        List<Path> removed = new ArrayList<>();
        for (Path beside : beside(names)) {
            ops.delete(beside);
            removed.add(beside);
        }
        DirectoryForce force = new DirectoryForce(ops);
        force.force(names.directory());
        if (ops.attributes(names.live()).isPresent()) {
            ops.delete(names.live());
            removed.add(names.live());
        }
        force.force(names.directory());
        return removed;
    }

    // Temps first, since a load may prefer one to the live file; then backups from the oldest, so that what is left is
    // the newest.
    private List<Path> beside(FileNames names) throws IOException {
        List<Path> beside = new ArrayList<>();
        ops.list(names.directory(), names.isTemp()).stream()
                .sorted()
                .map(names::listed)
                .forEach(beside::add);
        beside.addAll(names.datedIn(ops.list(names.directory(), names::isDated)));
        for (Path backup : List.of(names.olderBackup(), names.newerBackup())) {
            if (ops.attributes(backup).isPresent()) {
                beside.add(backup);
            }
        }
        ops.list(names.directory(), names::isKept).stream()
                .sorted()
                .map(names::listed)
                .forEach(beside::add);
        return beside;
    }

    private void removeLock(Path lock) {
        try {
            ops.delete(lock);
        } catch (IOException e) {
            // Windows does not delete an open file. The lock file says nothing of what was saved.
        }
    }
}
