package dev.saveschema.storage.lock;

/**
 * How long a shared store leaves a save alone that it has just had: as long as it had it, and a tenth of a second at the most. Other
 * stores that wait for the save look only from time to time, and would hardly ever find it free beside one that takes it again at
 * once.
 *
 * <p>All times are those of a clock that only goes on, in nanoseconds.
 */
final class Backoff {

    private static final long LONGEST_NANOS = 100_000_000;

    private long takenAt;
    private long releasedAt;
    private long heldFor;

    void taken(long now) {
        takenAt = now;
    }

    void released(long now) {
        releasedAt = now;
        heldFor = now - takenAt;
    }

    /** The time that is left; 0 or less if the save may be taken, as it may before it was released for the first time. */
    long remaining(long now) {
        return heldFor == 0 ? 0 : Math.min(heldFor, LONGEST_NANOS) - (now - releasedAt);
    }
}
