package dev.saveschema;

import dev.saveschema.storage.StorageOptions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link SaveStore} reads and writes. Immutable; each method that sets something returns a changed copy.
 *
 * <pre>{@code
 * SaveStore.open(schema, file, StoreOptions.defaults().compact())
 * }</pre>
 */
public final class StoreOptions {

    private static final StoreOptions DEFAULTS =
            new StoreOptions(new Values(true, false, true, LoadLimits.defaults(), null), StorageOptions.DEFAULTS);

    private final Values values;
    private final StorageOptions storage;

    /** What concerns values and not bytes. */
    private record Values(
            boolean isPretty,
            boolean isStrict,
            boolean isLogged,
            LoadLimits limits,
            @Nullable SaveListener listener) {}

    private StoreOptions(Values values, StorageOptions storage) {
        this.values = values;
        this.storage = storage;
    }

    private StoreOptions with(StorageOptions changed) {
        return new StoreOptions(values, changed);
    }

    /** One member per line, {@link LoadLimits#defaults}, and two seconds for another process to let go of the file. */
    public static StoreOptions defaults() {
        return DEFAULTS;
    }

    /** Writes without white space. What is read is the same. */
    public StoreOptions compact() {
        return new StoreOptions(
                new Values(false, values.isStrict, values.isLogged, values.limits, values.listener), storage);
    }

    /** Reads, and so writes, no more than this. */
    public StoreOptions limits(LoadLimits most) {
        return new StoreOptions(
                new Values(values.isPretty, values.isStrict, values.isLogged, most, values.listener),
                storage.maxBytes(most.fileBytes()));
    }

    /**
     * How long opening waits for another process to let go of the file; zero to try once. Opening does not wait for another store
     * in this process. A {@link #shared} store waits as long in each load and save, and for stores in this process, too.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public StoreOptions lockTimeout(Duration longest) {
        if (longest.isNegative()) {
            throw new IllegalArgumentException("a timeout cannot be negative: " + longest);
        }
        return with(storage.lockTimeout(longest));
    }

    /**
     * Lets several programs have the save open at the same time, all of them shared: each locks it for the moment of a load or a
     * save only, and replaces exactly what it last loaded or saved. If another has saved since, {@link SaveStore#save} throws a
     * {@link ConflictException}, and {@link SaveStore#update} is applied again to what the other saved. A load or a save waits for
     * its turn for {@link #lockTimeout}.
     *
     * <p>For settings that two windows write, or a counter of several processes. A game whose players have one window is better off
     * without: there a second program is told at once that the save is in use.
     */
    public StoreOptions shared() {
        return with(storage.forSeveral());
    }

    /** Which saves stay behind the newest one: {@link Backups#keep Backups.keep(2)} by default. */
    public StoreOptions backups(Backups kept) {
        return with(storage.backups(kept));
    }

    /** How much of what is kept aside stays: {@link KeepAside#defaults} by default. */
    public StoreOptions keepAside(KeepAside kept) {
        return with(storage.keepAside(kept));
    }

    /**
     * What a save waits for: {@link SyncMode#FULL} by default. With {@link SyncMode#ATOMIC} it takes about half as long, and a
     * power cut may bring back the save before it.
     */
    public StoreOptions durability(SyncMode mode) {
        return with(storage.durability(mode));
    }

    /**
     * Refuses to save a value that the next load would repair, with an {@link InvalidValueException} that has all of them. For
     * tests and development: in the hands of a player it would lose a whole save for one number.
     */
    public StoreOptions strict() {
        return new StoreOptions(
                new Values(values.isPretty, true, values.isLogged, values.limits, values.listener), storage);
    }

    /**
     * Lets nobody but the owner read or write the save (mode 0600): from its first byte on, with its backups and all that is kept
     * aside. A save that others could read is narrowed by the next save, with the files that this one links or renames; a file that has a
     * second name (a hard link) stays under that as it is, and so do all other files beside the save. Without this option, a new file is as
     * the system makes it, and a later one like the one before.
     *
     * <p>Changes nothing where the file system has no such permissions, as on Windows, where a file takes those of its folder.
     */
    public StoreOptions ownerOnly() {
        return with(storage.forOwnerOnly());
    }

    /**
     * Is told what happens to the save: one listener, on a thread of its own.
     *
     * <p>With or without one, what a person should know goes to the {@link System.Logger} {@code dev.saveschema}, as one line at
     * {@code WARNING}: a load that is {@link Outcome#RECOVERED}, {@link Outcome#SALVAGED}, {@link Outcome#RESET} or
     * {@link Outcome#NEWER}, an automatic save that fails, and what a save keeps aside. A migration goes there at {@code INFO}.
     */
    public StoreOptions listener(SaveListener told) {
        return new StoreOptions(
                new Values(values.isPretty, values.isStrict, values.isLogged, values.limits, told), storage);
    }

    /** Writes nothing to the log: the results, and the {@link #listener}, tell. For whoever goes through many saves. */
    public StoreOptions withoutLog() {
        return new StoreOptions(
                new Values(values.isPretty, values.isStrict, false, values.limits, values.listener), storage);
    }

    /**
     * Those of them that concern a storage, for whoever makes one of his own.
     *
     * @param schema of what will be saved there
     */
    public StorageOptions storage(Schema<?> schema) {
        return storage.sealed(schema.envelope().isEmpty());
    }

    boolean isStrict() {
        return values.isStrict;
    }

    boolean isLogged() {
        return values.isLogged;
    }

    boolean isPretty() {
        return values.isPretty;
    }

    /** How much is read, and so written. */
    public LoadLimits limits() {
        return values.limits;
    }

    Optional<SaveListener> listener() {
        return Optional.ofNullable(values.listener);
    }
}
