package dev.saveschema;

import dev.saveschema.autosave.Flushed;
import dev.saveschema.autosave.Saver;
import dev.saveschema.autosave.Worker;
import dev.saveschema.autosave.WorkerThread;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.file.FileRemoval;
import dev.saveschema.storage.file.FileStorage;
import dev.saveschema.storage.medium.MediumStorage;
import dev.saveschema.storage.medium.MemoryMedium;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One save of one person: loads it whatever state its file is in, and replaces it so that a save either happens completely or not
 * at all.
 *
 * <pre>{@code
 * try (SaveStore<Progress> store = ProgressSchema.open(Path.of("progress.json"))) {
 *     LoadResult<Progress> loaded = store.load();
 *     loaded.repairs().forEach(System.out::println);
 *     store.save(loaded.value().withStep(7));
 *     store.update(now -> now.withStep(now.currentStepId() + 1));
 * }
 * }</pre>
 *
 * <p>When {@link #save} has returned, the value survives a crash of the program and, on a local journaling file system whose
 * device honours a flush, a power cut. On Windows the replacement is atomic, and durable as far as {@code FlushFileBuffers}
 * makes it; on a network file system as far as its server does.
 *
 * <p>The file is locked while the store is open: a second store on it, here or in another process, is refused, unless both are
 * {@link StoreOptions#shared}. The program must not open or copy the lock file itself, {@code .progress.json.lock}: on POSIX systems
 * the lock is gone as soon as it closes that. A store that nobody closed lets go of the file when nobody can reach the store any
 * more.
 *
 * <p>Safe for use by several threads; calls take effect one after the other. Saves that arrive while the disk is busy share the next
 * commit: the newest of their values is written for all of them, so that however many threads save at once, none of them waits for
 * more than two.
 *
 * @param <T> the record
 */
public final class SaveStore<T> implements AutoCloseable {

    private final SaveStorage storage;
    private final Events events;
    private final SaveSession<T> session;
    private volatile boolean closed;

    private SaveStore(Schema<T> schema, SaveStorage storage, StoreOptions options) {
        this.storage = storage;
        this.events = new Events(storage.copy(), options);
        this.session = new SaveSession<>(schema, storage, options, events);
    }

    /**
     * Opens the save at a file, which need not exist yet; missing directories are made.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     * @throws IllegalArgumentException if the file has a name that is given to files beside a save: {@code *.bak1},
     *     {@code *.bak2}, {@code .*.lock}, {@code .*.<16 hex digits>.tmp}
     * @throws InUseException if it is open already, here or in another process
     * @throws IOException if the disk refuses, or the file cannot be locked though its directory can be written
     */
    public static <T> SaveStore<T> open(Schema<T> schema, Path file) throws IOException {
        return open(schema, file, StoreOptions.defaults());
    }

    /**
     * As {@link #open(Schema, Path)}, with options.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     * @throws IllegalArgumentException if the file has a name that is given to files beside a save: {@code *.bak1},
     *     {@code *.bak2}, {@code .*.lock}, {@code .*.<16 hex digits>.tmp}
     * @throws InUseException if it is open already, here or in another process
     * @throws IOException if the disk refuses, or the file cannot be locked though its directory can be written
     */
    public static <T> SaveStore<T> open(Schema<T> schema, Path file, StoreOptions options) throws IOException {
        requireDefaults(schema);
        StorageOptions patient = options.storage(schema);
        // One that is shared waits in each load and save, so that it keeps the time to wait.
        StorageOptions first = patient.shared() ? patient : patient.lockTimeout(Duration.ZERO);
        try {
            return new SaveStore<>(schema, FileStorage.open(file, first), options);
        } catch (InUseException e) {
            if (patient.shared()) {
                throw e;
            }
            long begun = System.nanoTime();
            SaveStore<T> store = new SaveStore<>(schema, FileStorage.open(file, patient), options);
            store.events.waitedForLock(Duration.ofNanos(System.nanoTime() - begun));
            return store;
        }
    }

    // Made once for nothing: better here, in every run, than when somebody's save is lost.
    private static void requireDefaults(Schema<?> schema) {
        Objects.requireNonNull(schema.defaultValue());
    }

    /**
     * Opens a save that is kept elsewhere than in a file: in a database, say. The storage is closed with the store.
     *
     * <p>Of the options those count that concern values: {@link StoreOptions#compact}, {@link StoreOptions#limits},
     * {@link StoreOptions#strict} and {@link StoreOptions#listener}. The others were for whoever made the storage to see to, with
     * {@link StoreOptions#storage}.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     */
    public static <T> SaveStore<T> open(Schema<T> schema, SaveStorage storage, StoreOptions options) {
        requireDefaults(schema);
        return new SaveStore<>(schema, storage, options);
    }

    /**
     * A save that is kept in memory, empty at first, and gone with the store: for tests of programs. It is recovered, backed up,
     * kept aside and restored as one in a file is.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     */
    public static <T> SaveStore<T> inMemory(Schema<T> schema) {
        return inMemory(schema, StoreOptions.defaults());
    }

    /**
     * As {@link #inMemory(Schema)}, with options.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     */
    public static <T> SaveStore<T> inMemory(Schema<T> schema, StoreOptions options) {
        return open(schema, MediumStorage.of(schema.id(), new MemoryMedium(), options.storage(schema)), options);
    }

    /**
     * Removes the save at a file for good, with all that is beside it: unfinished saves, backups, files of older versions, and what
     * was kept aside. The save itself goes last, when nothing is left that a load would take in its place. So whatever happens
     * meanwhile, there is the whole save or none, and an older one never comes back (on Windows, which cannot force a directory, as far
     * as NTFS keeps the order). If the file is a symbolic link, the file that it leads to is removed, and not the link.
     *
     * @return what was removed, in that order; empty if there was nothing
     * @throws InUseException if it is open, here or in another process
     * @throws IllegalArgumentException if the file has a name that is given to files beside a save
     * @throws IOException if a file cannot be removed; if that is one beside the save, the save itself is still there
     */
    public static List<Copy> delete(Path file) throws IOException {
        return new FileRemoval()
                .remove(file, StorageOptions.DEFAULTS).stream().map(Copy::of).toList();
    }

    /**
     * Looks at the save at a file, which may be open elsewhere, and writes nothing: see {@link SaveView}. The file need not exist.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     */
    public static <T> SaveView<T> openReadOnly(Schema<T> schema, Path file) {
        return openReadOnly(schema, file, StoreOptions.defaults());
    }

    /**
     * As {@link #openReadOnly(Schema, Path)}, with the limits of these options.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     */
    public static <T> SaveView<T> openReadOnly(Schema<T> schema, Path file, StoreOptions options) {
        requireDefaults(schema);
        return new SaveView<>(schema, file, options.limits());
    }

    /**
     * Reads the save at a file once, whoever has it open, and writes nothing: see {@link SaveView}.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     * @throws IOException if the disk refuses to give the file back
     */
    public static <T> LoadResult<T> read(Schema<T> schema, Path file) throws IOException {
        return openReadOnly(schema, file).load();
    }

    /**
     * Reads the newest usable save, repaired and migrated in memory, and changes nothing on the disk. What the file holds is never
     * the reason for an exception.
     *
     * @throws IOException if the disk refuses to give the file back
     * @throws IllegalStateException if the store is closed
     * @throws UnusableDefaultsException if the defaults are needed and can no longer be made: a factory throws that did not when
     *     the store was opened
     */
    public LoadResult<T> load() throws IOException {
        return session.load();
    }

    /**
     * Makes a value the newest save. When this returns, it is durable. Nothing is written if the file holds it already.
     *
     * <p>A value outside its limits is written as it is, since to refuse it would lose all the others:
     * {@link SaveReceipt#violations} says what the next load will repair. With {@link StoreOptions#strict} it is refused. To rule a
     * value out altogether, check it in the record's constructor.
     *
     * <p>While an {@link AutoSave} is open, the value supersedes those that were submitted before it, and if it cannot be saved it
     * is still the newest, and is tried again.
     *
     * @throws NewerVersionException if a newer program wrote the file; see {@link #overwriteNewer}
     * @throws SaveException if the value could not be made durable; it says what stands on the disk
     * @throws IOException if nothing was loaded yet and the disk refuses to give the file back: what cannot be read must not be
     *     replaced
     * @throws InvalidValueException if the store is strict and something is outside its limits; or if the record's constructor
     *     would refuse what a load makes of that. The disk was not touched
     * @throws NullPointerException if the value is null, or holds null. The disk was not touched
     * @throws IllegalArgumentException if the value holds what no load would read back, such as a number that is not finite, text
     *     that is too long or records that are nested too deep, or if the save is larger than a load reads. The disk was not
     *     touched
     * @throws IllegalStateException if the store is closed
     */
    public SaveReceipt save(T value) throws IOException {
        Encoded<T> encoded = session.encode(value);
        Optional<Saver<T, Encoded<T>>> running = session.running();
        if (running.isPresent()) {
            Flushed outcome = running.get().save(value, encoded);
            if (!(outcome instanceof Flushed.TooLate)) {
                return receipt(outcome);
            }
        }
        return session.save(encoded);
    }

    /** Of a value that somebody waited for without a deadline. */
    private static SaveReceipt receipt(Flushed outcome) throws IOException {
        if (outcome instanceof Flushed.Failed failed) {
            throw Retold.io(failed.reason());
        }
        return ((Flushed.Durable) outcome).receipt().orElseThrow();
    }

    /**
     * Changes the newest value and saves it in one step, so that no save of another thread comes between. The newest value is the
     * one that was last loaded or saved here; if there is none, the file is loaded first. A save that failed counts as saved if
     * its aftermath is {@link SaveException.Aftermath#MAY_ROLL_BACK}, and not otherwise. If the change throws, nothing was saved,
     * and its exception is passed on.
     *
     * <p>While an {@link AutoSave} is open, the newest value may also be one that was submitted to it, and what cannot be saved is
     * still the newest, and is tried again. The change may then be applied more than once, as {@link AutoSave#update} says.
     *
     * @param change must not return null
     * @return the value that was saved
     * @throws NewerVersionException if a newer program wrote the file
     * @throws SaveException if the value could not be made durable
     * @throws IOException if nothing was loaded yet and the disk refuses to give the file back
     * @throws NullPointerException as {@link #save}; also if the change returns null
     * @throws IllegalArgumentException as {@link #save}
     * @throws IllegalStateException if the store is closed
     */
    public T update(UnaryOperator<T> change) throws IOException {
        Optional<Saver<T, Encoded<T>>> running = session.running();
        if (running.isEmpty()) {
            return session.update(change);
        }
        Saver.Saved<Encoded<T>> saved = running.get().updateAndSave(change);
        if (saved.outcome() instanceof Flushed.TooLate) {
            session.save(saved.encoded());
        } else {
            receipt(saved.outcome());
        }
        return saved.encoded().value();
    }

    /**
     * The saves that are kept behind the newest one, the newest of them first, each as it is now. One that the disk does not give
     * back, or that is larger than a load reads, is listed as {@code UNREADABLE}.
     *
     * @throws IOException if the disk refuses to list them
     * @throws IllegalStateException if the store is closed
     */
    public List<Backup> backups() throws IOException {
        return session.copies().backups();
    }

    /**
     * What saves kept aside, the newest first: files of older versions, and what was damaged, newer, repaired or replaced. It is
     * yours to delete.
     *
     * @throws IOException if the disk refuses to list it
     * @throws IllegalStateException if the store is closed
     */
    public List<KeptCopy> kept() throws IOException {
        return storage.kept();
    }

    /**
     * Looks at a backup, as a load would: repaired and migrated in memory. Changes nothing, neither on the disk nor of what
     * {@link #update} starts from. It is the save that was listed, whatever name that has by now: each save passes them on.
     *
     * @throws NoSuchFileException if it is not kept any more
     * @throws IllegalArgumentException if it is no backup of this save
     * @throws IOException if the disk refuses to give it back
     * @throws IllegalStateException if the store is closed
     */
    public LoadResult<T> load(Backup backup) throws IOException {
        return session.copies().load(backup);
    }

    /**
     * Looks at what was kept aside, or at whatever a name of a copy stands for now, as {@link #load(Backup)} does at a backup.
     *
     * @throws IllegalArgumentException if it is no copy of this save
     * @throws IOException if the disk refuses to give it back
     * @throws IllegalStateException if the store is closed
     */
    public LoadResult<T> load(Copy copy) throws IOException {
        return session.copies().load(copy);
    }

    /**
     * The bytes of the save, of a backup or of what was kept aside, as they are: for a cloud, say. {@code bytes(store.copy())} are
     * those that were saved last.
     *
     * @throws IllegalArgumentException if it is no copy of this save
     * @throws NoSuchFileException if nothing was saved yet
     * @throws IOException if the disk refuses to give them back
     * @throws IllegalStateException if the store is closed
     */
    public byte[] bytes(Copy copy) throws IOException {
        return storage.read(copy);
    }

    /**
     * Goes back to a backup: makes its value the newest save. That is a save like any other, which happens completely or not at
     * all. The save that it replaces is kept aside, under a name that the receipt tells. What was submitted to an {@link AutoSave}
     * is saved first, so that nothing is lost by going back. The backup is the save that was listed, as {@link #load(Backup)} says.
     *
     * @throws NoSuchFileException if it is not kept any more
     * @throws IllegalArgumentException if it is no backup of this save, or if nothing in it can be used, or only a newer program can
     * @throws NewerVersionException if a newer program wrote the save that would be replaced
     * @throws SaveException if a value could not be made durable
     * @throws IOException if the disk refuses to give the backup back
     * @throws IllegalStateException if the store is closed
     */
    public SaveReceipt restore(Backup backup) throws IOException {
        return restore(backup.copy(), load(backup));
    }

    /**
     * Goes back to what was kept aside, or to whatever a name of a copy stands for now, as {@link #restore(Backup)} does to a
     * backup.
     *
     * @throws IllegalArgumentException if it is no copy of this save, or if nothing in it can be used, or only a newer program can
     * @throws NewerVersionException if a newer program wrote the save that would be replaced
     * @throws SaveException if a value could not be made durable
     * @throws IOException if the disk refuses to give the copy back
     * @throws IllegalStateException if the store is closed
     */
    public SaveReceipt restore(Copy copy) throws IOException {
        return restore(copy, load(copy));
    }

    private SaveReceipt restore(Copy copy, LoadResult<T> found) throws IOException {
        if (found.outcome() == Outcome.RESET || found.outcome() == Outcome.NEWER) {
            throw new IllegalArgumentException(copy + " cannot be restored: " + found);
        }
        Optional<Saver<T, Encoded<T>>> running = session.running();
        if (running.isPresent() && running.get().flush() instanceof Flushed.Failed failed) {
            if (failed.reason() instanceof IOException) {
                throw Retold.io(failed.reason());
            }
            // A value that can never be saved is no reason to stay: status() has said so, and the value before it is
            // saved.
        }
        return session.restore(found.value());
    }

    /**
     * Allows the next save to replace a file that a newer program wrote. That save first keeps the newer file aside, under a name
     * that its receipt tells. Without effect if the file is not newer.
     *
     * @throws IOException if nothing was loaded yet and the disk refuses to give the file back
     */
    public void overwriteNewer() throws IOException {
        session.overwriteNewer();
    }

    /**
     * Begins to save automatically, with half a second of quiet and at most five seconds between a change and its save.
     *
     * @throws IllegalStateException if no {@link #load} has succeeded: a program that went on with the defaults after a load that
     *     failed would have its file replaced by them. Also if the store has an autosave that is not closed, or is closed itself
     */
    public AutoSave<T> autosave() {
        return autosave(AutoSaveOptions.defaults());
    }

    /**
     * As {@link #autosave()}, with options.
     *
     * @throws IllegalStateException as {@link #autosave()}
     */
    public AutoSave<T> autosave(AutoSaveOptions options) {
        return autosave(
                options,
                new WorkerThread("SaveSchema autosave of " + storage.copy().name()),
                () -> StoreTarget.usableSpace(storage.copy()));
    }

    /** @param usableSpace the bytes that are free on the disk; empty if nobody can tell */
    AutoSave<T> autosave(AutoSaveOptions options, Worker worker, Supplier<OptionalLong> usableSpace) {
        StoreTarget<T> target = new StoreTarget<>(session, usableSpace, events);
        return session.begin(known -> {
            if (closed) {
                throw new IllegalStateException(storage.copy() + " is closed");
            }
            Saver<T, Encoded<T>> saver =
                    new Saver<>(target, worker, options.debounce(), options.maxDelay(), known.value(), known.durable());
            return new AutoSave<>(storage.copy(), saver, options.exitTimeout(), session::endAutosave);
        });
    }

    /** The save itself: the file as it was given to {@link #open}, or what the storage calls it. */
    public Copy copy() {
        return storage.copy();
    }

    /** What survives once {@link #save} has returned. */
    public Durability durability() {
        return storage.durability();
    }

    /**
     * Lets go of the save. Saves nothing but what an {@link AutoSave} has not saved yet. Closing twice does no harm.
     *
     * @throws IOException if the lock cannot be released, or an autosave cannot save; the store is closed all the same
     * @throws NullPointerException as {@link AutoSave#close}
     * @throws IllegalArgumentException as {@link AutoSave#close}
     */
    @Override
    public void close() throws IOException {
        closed = true;
        try (storage) {
            session.close();
        } finally {
            events.close();
        }
    }

    /** Which save it is, and what survives, as in {@code progress.json, ONE_DISK: a save that has returned survives a power cut}. */
    @Override
    public String toString() {
        return storage.copy() + ", " + storage.durability();
    }
}
