package dev.saveschema;

import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.autosave.Saver;
import dev.saveschema.document.Annotations;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentWriter;
import dev.saveschema.document.NewerDocument;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveStorage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A storage while a store has it open: what is known of the save in it, and the one way to change that.
 *
 * <p>Safe for use by several threads; calls take effect one after the other.
 */
final class SaveSession<T> {

    /** How often an update is applied again because somebody else has saved meanwhile. */
    private static final int MOST_ATTEMPTS = 100;

    private static final int MOST_DOUBLINGS = 6; // of a quarter of a millisecond

    private final Schema<T> schema;
    private final SaveStorage storage;
    private final StoreOptions options;
    private final Events events;
    private final StoreCopies<T> copies;
    private final DocumentWriter<T> writer;

    /** Whose turn it is to use the storage, and what is known of it. Fair, so that nobody who saves without a pause keeps it. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final SharedCommits<Encoded<T>> commits = new SharedCommits<>(turn, this::commitForCaller);
    private @Nullable Loaded<T> loaded;

    /** Once there is one, everything is saved through it, so that there is one order of values. */
    private volatile @Nullable AutoSave<T> autosave;

    SaveSession(Schema<T> schema, SaveStorage storage, StoreOptions options, Events events) {
        this.schema = schema;
        this.storage = storage;
        this.options = options;
        this.events = events;
        this.copies = new StoreCopies<>(schema, options.limits(), storage.copy(), storage::backups, storage::read);
        this.writer = new DocumentWriter<>(schema, options.isPretty(), options.limits());
    }

    StoreCopies<T> copies() {
        return copies;
    }

    private interface Action<R> {

        R run() throws IOException;
    }

    private <R> R inTurn(Action<R> action) throws IOException {
        turn.lock();
        try {
            return action.run();
        } finally {
            turn.unlock();
        }
    }

    LoadResult<T> load() throws IOException {
        return inTurn(() -> {
            SchemaContent<T> content = new SchemaContent<>(schema, options.limits());
            Retrieval<Document<T>> retrieval = storage.load(content);
            LoadResult<T> result = LoadResults.of(retrieval, schema);
            loaded = Loaded.of(result, retrieval);
            running().ifPresent(saver -> saver.loaded(result.value()));
            events.loaded(result);
            return result;
        });
    }

    private Loaded<T> known() throws IOException {
        if (loaded == null) {
            load();
        }
        return Objects.requireNonNull(loaded);
    }

    Encoded<T> encode(T value) {
        return encode(value, Annotations.NONE, Optional.empty());
    }

    private Encoded<T> encode(T value, Annotations annotations, Optional<NewerDocument> newer) {
        Objects.requireNonNull(value, "null cannot be saved");
        OutgoingDocument document = OutgoingDocument.of(writer, schema, value, options.limits(), annotations);
        if (newer.isPresent()) {
            document = document.within(newer.get(), writer, value, options.limits());
        }
        if (options.isStrict() && !document.violations().isEmpty()) {
            throw new InvalidValueException(document.violations());
        }
        return new Encoded<>(value, document);
    }

    /** Shares its commit with other threads. */
    SaveReceipt save(Encoded<T> encoded) throws IOException {
        return commits.save(encoded);
    }

    T update(UnaryOperator<T> change) throws IOException {
        return inTurn(() -> {
            try {
                return updateInTurn(change);
            } catch (SaveException e) {
                events.failed(e);
                throw e;
            }
        });
    }

    private T updateInTurn(UnaryOperator<T> change) throws IOException {
        for (int attempt = 1; ; attempt++) {
            if (!known().isCertain()) {
                load();
            }
            Encoded<T> encoded =
                    encode(Objects.requireNonNull(change.apply(known().value()), "the change returned null"));
            try {
                commit(encoded);
                return encoded.value();
            } catch (ConflictException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw withValues(e, encoded);
                }
            }
            giveWay(attempt);
            load();
        }
    }

    // Where many save at once, those who have just lost come at different times.
    private static void giveWay(int attempt) {
        long longest = TimeUnit.MICROSECONDS.toNanos(250) << Math.min(attempt, MOST_DOUBLINGS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    private SaveReceipt commitForCaller(Encoded<T> newest) throws IOException {
        try {
            return commit(newest);
        } catch (ConflictException e) {
            ConflictException conflict = withValues(e, newest);
            events.failed(conflict);
            throw conflict;
        } catch (IOException | RuntimeException e) {
            events.failed(e);
            throw e;
        }
    }

    /** For the autosave, which has shared and ordered what is to be saved by itself. */
    Optional<SaveReceipt> commitInTurn(Encoded<T> newest, BooleanSupplier isWanted) throws IOException {
        return inTurn(() -> {
            try {
                return isWanted.getAsBoolean() ? Optional.of(commit(newest)) : Optional.empty();
            } catch (ConflictException e) {
                throw withValues(e, newest);
            }
        });
    }

    private ConflictException withValues(ConflictException conflict, Encoded<T> mine) {
        try {
            return conflict.between(mine.value(), copies.load(storage.copy()));
        } catch (IOException e) {
            ConflictException without = conflict.between(mine.value(), null);
            without.addSuppressed(e);
            return without;
        }
    }

    private SaveReceipt commit(Encoded<T> encoded) throws IOException {
        Loaded<T> before = known();
        if (before.isNewer() && !before.mayOverwriteNewer()) {
            throw new NewerVersionException(storage.copy(), before.age(), schema.version());
        }
        // what a save says of itself is known only once it was loaded, and hardly any says anything
        Encoded<T> newest = before.annotations().isEmpty() && before.newer().isEmpty()
                ? encoded
                : encode(encoded.value(), before.annotations(), before.newer());
        SaveRequest.Layout layout = options.isPretty() ? SaveRequest.Layout.PRETTY : SaveRequest.Layout.COMPACT;
        long begun = System.nanoTime();
        try {
            SaveReceipt receipt = storage.save(new SaveRequest(
                            newest.document().body(),
                            layout,
                            OutgoingDocument.versions(schema, before.newer()),
                            before.keep()))
                    .withViolations(newest.document().violations());
            writer.leaveRoom(newest.document().body().wantedRoom());
            loaded = before.saved(newest.value(), true);
            events.saved(receipt, Duration.ofNanos(System.nanoTime() - begun), () -> reasons(receipt.preserved()));
            return receipt;
        } catch (SaveException e) {
            if (e.aftermath() == Aftermath.MAY_ROLL_BACK) {
                // It is what is stored, though a power cut may have the last word.
                loaded = before.saved(newest.value(), false);
            } else if (e.aftermath() == Aftermath.UNKNOWN) {
                loaded = before.uncertain();
            }
            throw e;
        }
    }

    private Set<KeptCopy.Why> reasons(List<Copy> preserved) {
        try {
            return storage.kept().stream()
                    .filter(kept -> preserved.contains(kept.copy()))
                    .map(KeptCopy::why)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of(KeptCopy.Why.values()); // it is saved all the same, and a warning too many does no harm
        }
    }

    /** Makes a value of a copy the newest save, and keeps what that replaces. */
    SaveReceipt restore(T value) throws IOException {
        return inTurn(() -> restoreInTurn(value));
    }

    private SaveReceipt restoreInTurn(T value) throws IOException {
        Loaded<T> before = known();
        loaded = before.keepingWhatIsReplaced();
        Encoded<T> encoded = encode(value);
        try {
            SaveReceipt receipt = commit(encoded);
            running().ifPresent(saver -> saver.saved(value, receipt));
            return receipt;
        } catch (ConflictException e) {
            throw withValues(e, encoded);
        } finally {
            if (loaded.value() == before.value()) {
                loaded = before; // it was not saved, so that nothing was replaced
            }
        }
    }

    void overwriteNewer() throws IOException {
        inTurn(() -> {
            loaded = known().overwritingNewer();
            running().ifPresent(Saver::retry);
            return loaded;
        });
    }

    /** Through which everything is saved that comes from now on; empty if there is no autosave. */
    Optional<Saver<T, Encoded<T>>> running() {
        return Optional.ofNullable(autosave).map(AutoSave::saver);
    }

    /**
     * Begins an autosave with what is known.
     *
     * @throws IllegalStateException if nothing was loaded, or there is one already
     */
    AutoSave<T> begin(Function<Loaded<T>, AutoSave<T>> beginning) {
        turn.lock();
        try {
            if (loaded == null) {
                throw new IllegalStateException(
                        storage.copy() + " was not loaded: call load() first, since an automatic save must"
                                + " not replace what nobody could read");
            }
            if (autosave != null) {
                throw new IllegalStateException(storage.copy() + " has an autosave already, which is still open");
            }
            AutoSave<T> begun = beginning.apply(loaded);
            autosave = begun;
            return begun;
        } finally {
            turn.unlock();
        }
    }

    /** Nothing can be saved by the autosave any more. */
    void endAutosave() {
        autosave = null;
    }

    /** Saves what an autosave has not saved yet. */
    void close() throws IOException {
        AutoSave<T> last = autosave;
        if (last != null) {
            last.close();
        }
    }
}
