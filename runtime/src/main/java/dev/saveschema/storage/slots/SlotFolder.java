package dev.saveschema.storage.slots;

import dev.saveschema.InUseException;
import dev.saveschema.SlotNameException;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.IoThread;
import dev.saveschema.storage.disk.LinkResolver;
import dev.saveschema.storage.disk.RandomTokens;
import dev.saveschema.storage.disk.TempFiles.Token;
import dev.saveschema.storage.lock.SaveLock;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The slots in a folder, each a folder with a save in it. So a slot has one name only, that of its folder, and goes with all that is
 * beside its save when that is renamed: renaming, deleting and bringing back are one rename of a directory, which the file system
 * does completely or not at all. A copy is made under a name that means nothing, and gets its own when it is whole.
 *
 * <p>Each change is made by one program at a time, and to a slot that nobody has open.
 */
public final class SlotFolder {

    /** Bytes of a save that are read to show its version and a summary of ordinary size. */
    private static final int HEAD = 4096;

    private final Path folder;
    private final StorageOptions options;
    private final FileOps ops;
    private final InstantSource clock;
    private final Supplier<IoThread> threads;
    private final Token tokens = new RandomTokens();

    /** @param folder need not exist */
    public SlotFolder(Path folder, StorageOptions options) {
        this(
                folder,
                options,
                FileOps.ofThisSystem(options.ownerOnly()),
                InstantSource.system(),
                () -> new IoThread("SaveSchema slots in " + folder.getFileName()));
    }

    SlotFolder(Path folder, StorageOptions options, FileOps ops, InstantSource clock, Supplier<IoThread> threads) {
        this.folder = folder;
        this.options = options;
        this.ops = ops;
        this.clock = clock;
        this.threads = threads;
    }

    /** An action on a slot's save during which nobody else can rename or remove the slot. */
    public interface Opening<R> {

        R open(Path save) throws IOException;
    }

    /** The slots, in no order. Locks nothing and writes nothing. */
    public List<SlotEntry> list() throws IOException {
        return onDisk(() -> {
            Optional<SlotDirectory> directory = existing();
            List<SlotEntry> entries = new ArrayList<>();
            for (Path slot : directory.isPresent() ? directory.get().slots() : List.<Path>of()) {
                entry(slot).ifPresent(entries::add);
            }
            return entries;
        });
    }

    /** The folders of the slots, in the order of their names. Reads none of them. */
    public List<Path> slots() throws IOException {
        return onDisk(() -> {
            Optional<SlotDirectory> directory = existing();
            List<Path> slots = directory.isPresent() ? directory.get().slots() : List.of();
            return slots.stream()
                    .sorted(Comparator.comparing(SlotDirectory::name))
                    .toList();
        });
    }

    /** One slot of {@link #slots}; empty if it has gone. Locks nothing. */
    public Optional<SlotEntry> look(Path slot) throws IOException {
        return onDisk(() -> entry(slot));
    }

    /** Empty if it has gone meanwhile. */
    private Optional<SlotEntry> entry(Path slot) throws IOException {
        Path save = SlotDirectory.save(slot);
        String name = SlotDirectory.name(slot);
        try {
            FileOps.Ends ends = ops.readEnds(save, HEAD, Seals.REACH);
            return Optional.of(new SlotEntry(
                    name,
                    save,
                    Optional.of(new SlotEntry.Ends(
                            ends.first(),
                            Seals.claimedBy(ends.last(), ends.size()).flatMap(Seal::shown),
                            ends.size())),
                    ends.modified().toInstant()));
        } catch (IOException noSaveOrNotReadable) {
            // Whether there is no save, or it cannot be read, is for the caller to find out: a folder is a slot anyway.
            return ops.attributes(slot)
                    .map(found -> new SlotEntry(
                            name, save, Optional.empty(), found.modified().toInstant()));
        }
    }

    /** Whether there is such a slot. Locks nothing. */
    public boolean exists(String name) throws IOException {
        return onDisk(() -> {
            Optional<SlotDirectory> directory = existing();
            return directory.isPresent() && directory.get().find(name).isPresent();
        });
    }

    /**
     * The file of a slot's save. Locks nothing.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws SlotNameException if there cannot be one
     */
    public Path save(String name) throws IOException {
        return onDisk(() -> {
            Optional<SlotDirectory> directory = existing();
            if (directory.isEmpty()) {
                throw new NoSuchFileException(folder.resolve(name).toString(), null, "there is no such slot");
            }
            return SlotDirectory.save(directory.get().require(name));
        });
    }

    /**
     * Opens a slot's save; the slot is made if there is none.
     *
     * @param isNew whether there must be none
     * @throws SlotNameException if no slot can have that name, or there is one and must not be
     */
    public <R> R open(String name, boolean isNew, Opening<R> opening) throws IOException {
        return locked(isNew, directory -> {
            Optional<Path> found = isNew ? Optional.empty() : directory.find(name);
            Path slot = found.isPresent() ? found.get() : directory.requireFree(name, Optional.empty());
            if (found.isEmpty()) {
                ops.createDirectory(slot);
                new DirectoryForce(ops).force(directory.path());
            }
            return opening.open(SlotDirectory.save(slot));
        });
    }

    /**
     * Opens the save of a slot that is there.
     *
     * @param slot one of {@link #slots}
     * @throws NoSuchFileException if it has gone meanwhile
     */
    public <R> R open(Path slot, Opening<R> opening) throws IOException {
        return locked(false, directory -> {
            if (ops.attributes(slot).isEmpty()) {
                throw new NoSuchFileException(slot.toString(), null, "there is no such slot");
            }
            return opening.open(SlotDirectory.save(slot));
        });
    }

    /**
     * Copies a slot's save, with its backups and without what is kept aside, to a new slot. It may be open.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws SlotNameException if the copy cannot have that name
     */
    public void copy(String from, String to) throws IOException {
        changing(directory -> {
            Path slot = directory.require(from);
            Path copy = directory.requireFree(to, Optional.empty());
            SlotTrash rest = trash(directory);
            Path fresh = rest.fresh(tokens.next());
            try {
                new SlotCopy(ops).make(slot, fresh);
                rest.move(fresh, copy);
            } catch (IOException | RuntimeException | Error e) {
                sweep(directory);
                throw e;
            }
            return copy;
        });
    }

    /**
     * Renames a slot.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws SlotNameException if it cannot have that name
     * @throws InUseException if it is open
     */
    public void rename(String from, String to) throws IOException {
        changing(directory -> {
            Path slot = directory.require(from);
            Path renamed = directory.requireFree(to, Optional.of(slot));
            requireClosed(slot);
            trash(directory).move(slot, renamed);
            return renamed;
        });
    }

    /**
     * Moves a slot to the trash.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws InUseException if it is open
     */
    public TrashEntry delete(String name) throws IOException {
        return changing(directory -> {
            Path slot = directory.require(name);
            requireClosed(slot);
            TrashEntry entry = TrashEntry.of(name, clock.instant(), tokens.next());
            trash(directory).take(slot, entry);
            return entry;
        });
    }

    /**
     * Removes a slot with all that is beside its save.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws InUseException if it is open
     */
    public void remove(String name) throws IOException {
        changing(directory -> {
            Path slot = directory.require(name);
            requireClosed(slot);
            trash(directory).remove(slot, tokens.next());
            return slot;
        });
    }

    /** The slots in the trash, the newest first. Locks nothing. */
    public List<TrashEntry> trash() throws IOException {
        return onDisk(() -> {
            Optional<SlotDirectory> directory = existing();
            return directory.isPresent() ? trash(directory.get()).entries() : List.of();
        });
    }

    /**
     * Brings a slot back from the trash, under a name that may be the one it had.
     *
     * @throws NoSuchFileException if it is not there any more
     * @throws SlotNameException if no slot can have the name, or another one has it by now
     */
    public void restore(TrashEntry entry, String name) throws IOException {
        changing(directory -> {
            SlotTrash trash = trash(directory);
            Path slot = trash.find(entry)
                    .orElseThrow(() -> new NoSuchFileException(
                            trash.path().resolve(entry.id()).toString(), null, "it is not in the trash any more"));
            Path restored = directory.requireFree(name, Optional.empty());
            trash.move(slot, restored);
            return restored;
        });
    }

    /**
     * Removes the slots for good that have been in the trash for at least so long. One that cannot be removed does not stop the others.
     *
     * @return the slots that were removed
     * @throws IOException if one of them could not be removed
     */
    public List<TrashEntry> empty(Duration olderThan) throws IOException {
        return changing(directory -> {
            Instant now = clock.instant();
            SlotTrash trash = trash(directory);
            List<TrashEntry> removed = new ArrayList<>();
            List<IOException> refused = new ArrayList<>();
            for (TrashEntry entry : trash.entries()) {
                Optional<Path> slot = trash.find(entry); // none for a name whose text does not lead to it
                if (slot.isPresent() && Duration.between(entry.time(), now).compareTo(olderThan) >= 0) {
                    try {
                        trash.remove(slot.get(), tokens.next());
                        removed.add(entry);
                    } catch (IOException e) {
                        refused.add(e);
                    }
                }
            }
            if (!refused.isEmpty()) {
                IOException first = refused.remove(0);
                refused.forEach(first::addSuppressed);
                throw first;
            }
            return removed;
        });
    }

    private interface Change<R> {

        R in(SlotDirectory directory) throws IOException;
    }

    private <R> R changing(Change<R> change) throws IOException {
        return locked(true, directory -> {
            sweep(directory);
            return change.in(directory);
        });
    }

    private <R> R locked(boolean changes, Change<R> change) throws IOException {
        return onDisk(() -> {
            new LinkResolver(ops).createDirectory(folder.toAbsolutePath());
            SlotDirectory directory = existing().orElseThrow(() -> new NoSuchFileException(folder.toString()));
            return new FolderLock(ops, options.lockTimeout(), clock)
                    .holding(directory.path(), changes, () -> change.in(directory));
        });
    }

    private void sweep(SlotDirectory directory) {
        try {
            trash(directory).sweep();
        } catch (IOException e) {
            // The rest of a copy or of a removal is no slot, and the next change sweeps it.
        }
    }

    private SlotTrash trash(SlotDirectory directory) {
        return new SlotTrash(ops, directory.path());
    }

    /** Empty if there is no such folder. */
    private Optional<SlotDirectory> existing() throws IOException {
        Path absolute = folder.toAbsolutePath();
        return ops.attributes(absolute).isPresent()
                ? Optional.of(new SlotDirectory(ops, ops.realPath(absolute)))
                : Optional.empty();
    }

    // The lock file is closed again: Windows renames no directory with an open file. Nobody can open the slot before it
    // has moved, since that takes the folder's lock.
    private void requireClosed(Path slot) throws IOException {
        FileNames names = new FileNames(SlotDirectory.save(slot));
        SaveLock lock = SaveLock.take(ops, names, options.lockTimeout(), clock.instant());
        try {
            lock.require();
        } finally {
            lock.release();
        }
    }

    private <R> R onDisk(IoThread.Task<R> task) throws IOException {
        IoThread io = threads.get();
        try {
            return io.call(task);
        } finally {
            io.stop();
        }
    }
}
