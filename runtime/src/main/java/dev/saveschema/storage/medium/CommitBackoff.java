package dev.saveschema.storage.medium;

/**
 * How long to wait before a commit that follows another of this program at once. Programs that lost to that commit must load before they
 * try again, and would always lose to a program that need not. The wait takes at most as long as that commit took, half of that on
 * average; a program that pauses between its saves does not wait.
 */
final class CommitBackoff {

    private long ended;
    private long took;

    /**
     * The longest time to wait before a commit that is about to begin, in nanoseconds; 0 if the last commit ended at least its own duration
     * ago.
     */
    long longestWait(long now) {
        return now - ended < took ? took : 0;
    }

    /** Notes a commit that is over. */
    void committed(long begun, long now) {
        ended = now;
        took = now - begun;
    }
}
