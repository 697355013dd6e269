package dev.saveschema;

import java.time.Duration;

/**
 * Is told what happens to a save: for a status line, a statistic, a test. Each method does nothing unless it is overridden.
 *
 * <p>All of it is told in its order, one thing at a time, on a thread of the listener's own, and later than it happened; a slow
 * listener keeps nobody from saving. One that is a thousand events behind misses the oldest of them. What it throws is logged, and
 * has no other effect. A store that is closed waits up to a second for its listener to hear the last of it.
 *
 * <p>A program need not listen to learn what a person should know: that is logged, see {@link StoreOptions#listener}.
 */
public interface SaveListener {

    /**
     * A value is durable.
     *
     * @param took from the moment when it was its turn until it was durable
     */
    default void saved(SaveReceipt receipt, Duration took) {}

    /** A save failed, automatic or not; or a value was submitted that can never be saved. */
    default void failed(SaveStatus.Failure failure) {}

    /** What was loaded is not what was saved last: {@link Outcome#RECOVERED}, {@link Outcome#SALVAGED} or {@link Outcome#RESET}. */
    default void recovered(LoadResult<?> loaded) {}

    /** What was loaded is of an older version, and was migrated in memory. */
    default void migrated(LoadResult<?> loaded) {}

    /** A save kept something aside that would otherwise be gone. */
    default void keptAside(SaveReceipt receipt) {}

    /** Opening the store had to wait for another process to let go of the file. */
    default void waitedForLock(Duration waited) {}
}
