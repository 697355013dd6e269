package dev.saveschema;

import java.time.Duration;

/**
 * When an {@link AutoSave} writes. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * store.autosave(AutoSaveOptions.defaults().debounce(Duration.ofSeconds(2)).maxDelay(Duration.ofSeconds(30)))
 * }</pre>
 */
public final class AutoSaveOptions {

    private static final AutoSaveOptions DEFAULTS =
            new AutoSaveOptions(Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final Duration debounce;
    private final Duration maxDelay;
    private final Duration exitTimeout;

    private AutoSaveOptions(Duration debounce, Duration maxDelay, Duration exitTimeout) {
        this.debounce = notNegative(debounce);
        this.maxDelay = notNegative(maxDelay);
        this.exitTimeout = notNegative(exitTimeout);
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a duration cannot be negative: " + duration);
        }
        return duration;
    }

    /** Half a second of quiet, five seconds at most, and five seconds when the program ends. */
    public static AutoSaveOptions defaults() {
        return DEFAULTS;
    }

    /**
     * How long no new value must have come before the newest is written. A value that comes meanwhile begins the wait anew, but only
     * up to {@link #maxDelay}. Zero to write at once.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public AutoSaveOptions debounce(Duration quiet) {
        return new AutoSaveOptions(quiet, maxDelay, exitTimeout);
    }

    /**
     * How long after the first change that is not saved the newest value is written at the latest, however many come.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public AutoSaveOptions maxDelay(Duration longest) {
        return new AutoSaveOptions(debounce, longest, exitTimeout);
    }

    /**
     * How long the end of the program may be held up, by {@code System.exit}, the end of the last thread, or a signal such as
     * Ctrl+C, until the newest value is saved. Zero to save nothing then.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public AutoSaveOptions exitTimeout(Duration longest) {
        return new AutoSaveOptions(debounce, maxDelay, longest);
    }

    Duration debounce() {
        return debounce;
    }

    Duration maxDelay() {
        return maxDelay;
    }

    Duration exitTimeout() {
        return exitTimeout;
    }
}
