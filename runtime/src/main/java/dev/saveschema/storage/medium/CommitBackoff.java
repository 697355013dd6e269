package dev.saveschema.storage.medium;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets others go first whom a commit that has only just ended kept waiting. They are stale by it and must load before they try
 * again; whoever saves in a loop, and knows already what is stored, would else come before them every time. It costs a program
 * that saves without a pause at most the time of one commit for each, half of that on average, and others nothing.
 */
final class CommitBackoff {

    private long ended = System.nanoTime();
    private long took;

    /** Waits, if the last commit ended less than its own time ago. */
    void beforeCommit() {
        if (System.nanoTime() - ended < took) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(took));
        }
    }

    /** @param begun when the commit began, which ends now */
    void committed(long begun) {
        ended = System.nanoTime();
        took = ended - begun;
    }
}
