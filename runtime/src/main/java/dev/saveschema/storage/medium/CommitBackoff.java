package dev.saveschema.storage.medium;

/**
 * Lets others go first whom a commit that has only just ended kept waiting. They are stale by it and must load before they try
 * again; whoever saves in a loop, and knows already what is stored, would else come before them every time. It costs a program
 * that saves without a pause at most the time of one commit for each, half of that on average, and others nothing.
 */
final class CommitBackoff {

    private long ended;
    private long took;

    /**
     * The longest time to wait before a commit that is about to begin, in nanoseconds; 0 if none began for as long as the last one
     * took.
     */
    long longestWait(long now) {
        return now - ended < took ? took : 0;
    }

    /** A commit is over. */
    void committed(long begun, long now) {
        ended = now;
        took = now - begun;
    }
}
