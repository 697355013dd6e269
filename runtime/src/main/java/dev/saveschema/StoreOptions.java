package dev.saveschema;

import java.time.Duration;

/**
 * How a {@link SaveStore} reads and writes. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * SaveStore.open(schema, file, StoreOptions.defaults().compact())
 * }</pre>
 */
public final class StoreOptions {

    private static final StoreOptions DEFAULTS =
            new StoreOptions(true, LoadLimits.defaults(), Duration.ofSeconds(2), false);

    private final boolean pretty;
    private final LoadLimits limits;
    private final Duration lockTimeout;
    private final boolean strict;

    private StoreOptions(boolean pretty, LoadLimits limits, Duration lockTimeout, boolean strict) {
        this.pretty = pretty;
        this.limits = limits;
        this.lockTimeout = lockTimeout;
        this.strict = strict;
    }

    /** One member per line, {@link LoadLimits#defaults}, and two seconds for another process to let go of the file. */
    public static StoreOptions defaults() {
        return DEFAULTS;
    }

    /** Writes without white space. What is read is the same. */
    public StoreOptions compact() {
        return new StoreOptions(false, limits, lockTimeout, strict);
    }

    /** Reads, and so writes, no more than this. */
    public StoreOptions limits(LoadLimits most) {
        return new StoreOptions(pretty, most, lockTimeout, strict);
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
        return new StoreOptions(pretty, limits, longest, strict);
    }

    /**
     * Refuses to save a value that the next load would repair, with an {@link InvalidValueException} that has all of them. For
     * tests and development: in the hands of a player it would lose a whole save for one number.
     */
    public StoreOptions strict() {
        return new StoreOptions(pretty, limits, lockTimeout, true);
    }

    boolean isStrict() {
        return strict;
    }

    boolean isPretty() {
        return pretty;
    }

    LoadLimits limits() {
        return limits;
    }

    Duration lockTimeout() {
        return lockTimeout;
    }
}
