package dev.saveschema;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link SaveStore} reads and writes. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * SaveStore.open(schema, file, StoreOptions.defaults().compact())
 * }</pre>
 */
public final class StoreOptions {

    private static final StoreOptions DEFAULTS =
            new StoreOptions(true, LoadLimits.defaults(), Duration.ofSeconds(2), false, false, null);

    private final boolean pretty;
    private final LoadLimits limits;
    private final Duration lockTimeout;
    private final boolean strict;
    private final boolean ownerOnly;
    private final @Nullable SaveListener listener;

    private StoreOptions(
            boolean pretty,
            LoadLimits limits,
            Duration lockTimeout,
            boolean strict,
            boolean ownerOnly,
            @Nullable SaveListener listener) {
        this.pretty = pretty;
        this.limits = limits;
        this.lockTimeout = lockTimeout;
        this.strict = strict;
        this.ownerOnly = ownerOnly;
        this.listener = listener;
    }

    /** One member per line, {@link LoadLimits#defaults}, and two seconds for another process to let go of the file. */
    public static StoreOptions defaults() {
        return DEFAULTS;
    }

    /** Writes without white space. What is read is the same. */
    public StoreOptions compact() {
        return new StoreOptions(false, limits, lockTimeout, strict, ownerOnly, listener);
    }

    /** Reads, and so writes, no more than this. */
    public StoreOptions limits(LoadLimits most) {
        return new StoreOptions(pretty, most, lockTimeout, strict, ownerOnly, listener);
    }

    /**
     * How long opening waits for another process to let go of the file; zero to try once. Opening does not wait for another store
     * in this process.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public StoreOptions lockTimeout(Duration longest) {
        if (longest.isNegative()) {
            throw new IllegalArgumentException("a timeout cannot be negative: " + longest);
        }
        return new StoreOptions(pretty, limits, longest, strict, ownerOnly, listener);
    }

    /**
     * Refuses to save a value that the next load would repair, with an {@link InvalidValueException} that has all of them. For
     * tests and development: in the hands of a player it would lose a whole save for one number.
     */
    public StoreOptions strict() {
        return new StoreOptions(pretty, limits, lockTimeout, true, ownerOnly, listener);
    }

    /**
     * Lets nobody but the owner read or write the save (mode 0600): from its first byte on, with its backups and all that is kept
     * aside. A save that others could read is narrowed by the next save, with what that one links or renames; what lies beside
     * it otherwise stays as it is. Without it, a new file is as the system makes it, and a later one like the one before.
     *
     * <p>Changes nothing where the file system has no such permissions, as on Windows, where a file takes those of its folder.
     */
    public StoreOptions ownerOnly() {
        return new StoreOptions(pretty, limits, lockTimeout, strict, true, listener);
    }

    /**
     * Is told what happens to the save: one listener, on a thread of its own.
     *
     * <p>With or without one, what a person should know goes to the {@link System.Logger} {@code dev.saveschema}, as one line at
     * {@code WARNING}: a load that is {@link Outcome#RECOVERED}, {@link Outcome#SALVAGED}, {@link Outcome#RESET} or
     * {@link Outcome#NEWER}, an automatic save that fails, and what a save keeps aside. A migration goes there at {@code INFO}.
     */
    public StoreOptions listener(SaveListener told) {
        return new StoreOptions(pretty, limits, lockTimeout, strict, ownerOnly, told);
    }

    /** Whether nobody but the owner may read or write the save. */
    public boolean isOwnerOnly() {
        return ownerOnly;
    }

    boolean isStrict() {
        return strict;
    }

    boolean isPretty() {
        return pretty;
    }

    /** How much is read, and so written. */
    public LoadLimits limits() {
        return limits;
    }

    /** How long opening waits for another process to let go of the file. */
    public Duration lockTimeout() {
        return lockTimeout;
    }

    Optional<SaveListener> listener() {
        return Optional.ofNullable(listener);
    }
}
