package dev.saveschema;

import dev.saveschema.autosave.Flushed;
import dev.saveschema.autosave.Saver;
import dev.saveschema.autosave.Worker;
import dev.saveschema.autosave.WorkerThread;
import dev.saveschema.codec.Annotations;
import dev.saveschema.codec.Document;
import dev.saveschema.codec.DocumentWriter;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.file.FileRemoval;
import dev.saveschema.storage.file.FileStorage;
import dev.saveschema.storage.file.SaveBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
 * <p>The file is locked while the store is open: a second store on it, here or in another process, is refused. The program must
 * not open or copy the lock file itself, {@code .progress.json.lock}: on POSIX systems the lock is gone as soon as it closes that.
 * A store that nobody closed lets go of the file when nobody can reach the store any more.
 *
 * <p>Safe for use by several threads; calls take effect one after the other. Saves that arrive while the disk is busy share the next
 * commit: the newest of their values is written for all of them, so that however many threads save at once, none of them waits for
 * more than two.
 *
 * @param <T> the record
 */
public final class SaveStore<T> implements AutoCloseable {

    private final Schema<T> schema;
    private final Path file;
    private final SaveStorage storage;
    private final StoreOptions options;
    private final Events events;
    private final DocumentWriter<T> writer;

    /** Whose turn it is to use the storage, and what is known of it. Fair, so that nobody who saves without a pause keeps it. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final SharedCommits<Encoded<T>> commits = new SharedCommits<>(turn, this::commitForCaller);
    private @Nullable Loaded<T> loaded;

    /** Once there is one, everything is saved through it, so that there is one order of values. */
    private volatile @Nullable AutoSave<T> autosave;

    private volatile boolean closed;

    SaveStore(Schema<T> schema, Path file, SaveStorage storage, StoreOptions options) {
        this.schema = schema;
        this.file = file;
        this.storage = storage;
        this.options = options;
        this.events = new Events(file, options.listener());
        this.writer = new DocumentWriter<>(schema, options.isPretty(), options.limits());
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
        // made once for nothing: better here, in every run, than when somebody's file is lost
        Objects.requireNonNull(schema.defaultValue());
        try {
            return new SaveStore<>(
                    schema, file, FileStorage.open(file, storage(schema, options, Duration.ZERO)), options);
        } catch (InUseException e) {
            long begun = System.nanoTime();
            StorageOptions patient = storage(schema, options, options.lockTimeout());
            SaveStore<T> store = new SaveStore<>(schema, file, FileStorage.open(file, patient), options);
            store.events.waitedForLock(Duration.ofNanos(System.nanoTime() - begun));
            return store;
        }
    }

    private static StorageOptions storage(Schema<?> schema, StoreOptions options, Duration lockTimeout) {
        return new StorageOptions(
                options.limits().fileBytes(),
                lockTimeout,
                options.isOwnerOnly(),
                schema.envelope().isEmpty());
    }

    /**
     * Removes the save at a file for good, with all that is beside it: unfinished saves, backups, files of older versions, and what
     * was kept aside. The save itself goes last, when nothing is left that a load would take in its place. So whatever happens
     * meanwhile, there is the whole save or none, and an older one never comes back. If the file is a symbolic link, the file
     * that it leads to is removed, and not the link.
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
        Objects.requireNonNull(schema.defaultValue());
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
        turn.lock();
        try {
            SchemaContent<T> content = new SchemaContent<>(schema, options.limits());
            Retrieval<Document<T>> retrieval = storage.load(content);
            LoadResult<T> result = LoadResults.of(retrieval, schema);
            loaded = Loaded.of(result, retrieval);
            if (autosave != null) {
                autosave.saver().loaded(result.value());
            }
            events.loaded(result);
            return result;
        } finally {
            turn.unlock();
        }
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
        Encoded<T> encoded = encode(value);
        AutoSave<T> running = autosave;
        if (running != null) {
            Flushed outcome = running.saver().save(value, encoded);
            if (!(outcome instanceof Flushed.TooLate)) {
                return receipt(outcome);
            }
        }
        return commits.save(encoded);
    }

    /** Of a value that somebody waited for without a deadline. */
    private static SaveReceipt receipt(Flushed outcome) throws IOException {
        if (outcome instanceof Flushed.Failed failed) {
            throw Retold.io(failed.reason());
        }
        return ((Flushed.Durable) outcome).receipt().orElseThrow();
    }

    Encoded<T> encode(T value) {
        return encode(value, Annotations.NONE);
    }

    private Encoded<T> encode(T value, Annotations annotations) {
        Objects.requireNonNull(value, "value");
        OutgoingDocument document = OutgoingDocument.of(writer, schema, value, options.limits(), annotations);
        if (options.isStrict() && !document.violations().isEmpty()) {
            throw new InvalidValueException(document.violations());
        }
        return new Encoded<>(value, document);
    }

    private SaveReceipt commitForCaller(Encoded<T> newest) throws IOException {
        try {
            return commit(newest);
        } catch (IOException | RuntimeException e) {
            events.failed(e);
            throw e;
        }
    }

    /** For the autosave, which has shared and ordered what is to be saved by itself. */
    Optional<SaveReceipt> commitInTurn(Encoded<T> newest, BooleanSupplier isWanted) throws IOException {
        turn.lock();
        try {
            return isWanted.getAsBoolean() ? Optional.of(commit(newest)) : Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private SaveReceipt commit(Encoded<T> encoded) throws IOException {
        Loaded<T> before = loaded();
        if (before.isNewer() && !before.mayOverwriteNewer()) {
            throw new NewerVersionException(Copy.of(file), before.age(), schema.version());
        }
        // what a file says of itself is known only once it was loaded, and hardly any says anything
        Encoded<T> newest = before.annotations().isEmpty() ? encoded : encode(encoded.value(), before.annotations());
        SaveRequest.Layout layout = options.isPretty() ? SaveRequest.Layout.PRETTY : SaveRequest.Layout.COMPACT;
        long begun = System.nanoTime();
        try {
            SaveReceipt receipt = storage.save(new SaveRequest(newest.document().body(), layout, before.keep()))
                    .withViolations(newest.document().violations());
            loaded = before.saved(newest.value(), true);
            events.saved(receipt, Duration.ofNanos(System.nanoTime() - begun), before.keepsOnlyAnOlderVersion());
            return receipt;
        } catch (SaveException e) {
            if (e.aftermath() == SaveException.Aftermath.MAY_ROLL_BACK) {
                // It is what the file holds, though a power cut may have the last word.
                loaded = before.saved(newest.value(), false);
            }
            throw e;
        }
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
        AutoSave<T> running = autosave;
        if (running != null) {
            Saver.Saved<Encoded<T>> saved = running.saver().updateAndSave(change);
            if (saved.outcome() instanceof Flushed.TooLate) {
                commits.save(saved.encoded());
            } else {
                receipt(saved.outcome());
            }
            return saved.encoded().value();
        }
        turn.lock();
        try {
            T value = change.apply(loaded().value());
            commitForCaller(encode(value));
            return value;
        } finally {
            turn.unlock();
        }
    }

    /**
     * The saves that are kept behind the newest one, the newest of them first, each as it is now. One that the disk does not give
     * back, or that is larger than a load reads, is listed as {@code UNREADABLE}.
     *
     * @throws IOException if the disk refuses to list them
     * @throws IllegalStateException if the store is closed
     */
    public List<Backup> backups() throws IOException {
        List<Backup> backups = new ArrayList<>();
        for (Copy copy : storage.backups()) {
            backups.add(backup(copy));
        }
        return backups;
    }

    private Backup backup(Copy copy) {
        byte[] bytes;
        try {
            bytes = storage.read(copy);
        } catch (IOException refused) {
            // It must not keep anybody from the others; whoever loads it is told why.
            return new Backup(
                    copy, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(), 0, Finding.State.UNREADABLE);
        }
        LoadResult<T> loaded = loaded(copy, bytes);
        return new Backup(
                copy,
                loaded.generation(),
                loaded.time(),
                loaded.storedVersion(),
                bytes.length,
                loaded.findings().get(0).state());
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
     * Looks at a backup, or at what was kept aside, as a load would: repaired and migrated in memory. Changes nothing, neither on
     * the disk nor of what {@link #update} starts from.
     *
     * @throws IllegalArgumentException if it is no copy of this save
     * @throws IOException if the disk refuses to give it back
     * @throws IllegalStateException if the store is closed
     */
    public LoadResult<T> load(Copy copy) throws IOException {
        return loaded(copy, storage.read(copy));
    }

    private LoadResult<T> loaded(Copy copy, byte[] bytes) {
        LoadLimits limits = options.limits();
        SchemaContent<T> content = new SchemaContent<>(schema, limits);
        boolean sealed = schema.envelope().isEmpty();
        return LoadResults.ofAlone(SaveBytes.retrieve(copy, bytes, limits.fileBytes(), sealed, content), schema);
    }

    /**
     * Goes back to a backup, or to what was kept aside: makes its value the newest save. That is a save like any other, which
     * happens completely or not at all; the save that it replaces is kept aside, under a name that the receipt tells. What was
     * submitted to an {@link AutoSave} before is not saved any more.
     *
     * @throws IllegalArgumentException if it is no copy of this save, or if nothing in it can be used, or only a newer program can
     * @throws NewerVersionException if a newer program wrote the save that would be replaced
     * @throws SaveException if the value could not be made durable
     * @throws IOException if the disk refuses to give the copy back
     * @throws IllegalStateException if the store is closed
     */
    public SaveReceipt restore(Copy copy) throws IOException {
        turn.lock();
        try {
            LoadResult<T> found = load(copy);
            if (found.outcome() == Outcome.RESET || found.outcome() == Outcome.NEWER) {
                throw new IllegalArgumentException(copy + " cannot be restored: " + found);
            }
            Loaded<T> before = loaded();
            loaded = before.keepingWhatIsReplaced();
            try {
                SaveReceipt receipt = commit(encode(found.value()));
                if (autosave != null) {
                    autosave.saver().saved(found.value(), receipt);
                }
                return receipt;
            } finally {
                if (loaded.value() == before.value()) {
                    loaded = before; // it was not saved, so that nothing was replaced
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Allows the next save to replace a file that a newer program wrote. That save first keeps the newer file aside, under a name
     * that its receipt tells. Without effect if the file is not newer.
     *
     * @throws IOException if nothing was loaded yet and the disk refuses to give the file back
     */
    public void overwriteNewer() throws IOException {
        turn.lock();
        try {
            loaded = loaded().overwritingNewer();
            if (autosave != null) {
                autosave.saver().retry();
            }
        } finally {
            turn.unlock();
        }
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
                new WorkerThread("SaveSchema autosave of " + file.getFileName()),
                StoreTarget.usableSpace(file));
    }

    /** @param usableSpace the bytes that are free on the disk; empty if nobody can tell */
    AutoSave<T> autosave(AutoSaveOptions options, Worker worker, Supplier<OptionalLong> usableSpace) {
        turn.lock();
        try {
            if (closed) {
                throw new IllegalStateException(file + " is closed");
            }
            if (loaded == null) {
                throw new IllegalStateException(
                        file + " was not loaded: call load() first, since an automatic save must"
                                + " not replace what nobody could read");
            }
            if (autosave != null) {
                throw new IllegalStateException(file + " has an autosave already, which is still open");
            }
            Saver<T, Encoded<T>> saver = new Saver<>(
                    new StoreTarget<>(this, usableSpace, events),
                    worker,
                    options.debounce(),
                    options.maxDelay(),
                    loaded.value(),
                    loaded.durable());
            AutoSave<T> begun = new AutoSave<>(file, saver, options.exitTimeout(), () -> autosave = null);
            autosave = begun;
            return begun;
        } finally {
            turn.unlock();
        }
    }

    /** The file as it was given to {@link #open}. */
    public Path file() {
        return file;
    }

    /**
     * Lets go of the file. Saves nothing but what an {@link AutoSave} has not saved yet. Closing twice does no harm.
     *
     * @throws IOException if the lock cannot be released, or an autosave cannot save; the store is closed all the same
     * @throws NullPointerException as {@link AutoSave#close}
     * @throws IllegalArgumentException as {@link AutoSave#close}
     */
    @Override
    public void close() throws IOException {
        closed = true;
        try (storage) {
            AutoSave<T> running = autosave;
            if (running != null) {
                running.close();
            }
        } finally {
            events.close();
        }
    }

    private Loaded<T> loaded() throws IOException {
        if (loaded == null) {
            load();
        }
        return Objects.requireNonNull(loaded);
    }

    /**
     * What is known of the file since the last load or save.
     *
     * @param isDurable whether it was saved here, and cannot roll back
     * @param keep what the next save must keep aside before it replaces the file
     * @param annotations what the file says of itself to others, which is written back
     */
    private record Loaded<T>(
            T value,
            boolean isDurable,
            boolean isNewer,
            String age,
            boolean mayOverwriteNewer,
            List<Keep> keep,
            Annotations annotations) {

        static <T> Loaded<T> of(LoadResult<T> result, Retrieval<Document<T>> retrieval) {
            boolean isNewer = result.outcome() == Outcome.NEWER;
            return new Loaded<>(
                    result.value(),
                    false,
                    isNewer,
                    LoadResults.age(retrieval),
                    false,
                    LoadResults.keep(retrieval),
                    retrieval.content().map(Document::annotations).orElse(Annotations.NONE));
        }

        /** Whether all that the next save keeps aside is what every migration leaves. */
        boolean keepsOnlyAnOlderVersion() {
            return !keep.isEmpty() && keep.stream().allMatch(Keep.AsVersion.class::isInstance);
        }

        Optional<T> durable() {
            return isDurable ? Optional.of(value) : Optional.empty();
        }

        Loaded<T> overwritingNewer() {
            List<Keep> aside = isNewer ? List.of(new Keep.Aside(Keep.QuarantineReason.NEWER)) : keep;
            return new Loaded<>(value, isDurable, isNewer, age, true, aside, annotations);
        }

        Loaded<T> keepingWhatIsReplaced() {
            List<Keep> more = new ArrayList<>(keep);
            more.add(new Keep.Aside(Keep.QuarantineReason.REPLACED));
            return new Loaded<>(value, isDurable, isNewer, age, mayOverwriteNewer, more, annotations);
        }

        /** The newest generation is now our own, so that nothing of what was loaded is left to keep. */
        Loaded<T> saved(T newest, boolean isDurable) {
            return new Loaded<>(newest, isDurable, false, "", false, List.of(), annotations);
        }
    }
}
