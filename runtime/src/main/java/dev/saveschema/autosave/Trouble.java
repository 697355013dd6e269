package dev.saveschema.autosave;

import dev.saveschema.SaveStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * A series of attempts that failed.
 *
 * @param reason the reason why the last one failed
 * @param attempts the number of failed attempts
 * @param nextTry the time of the next one; empty if only a decision of the program can help
 * @param room the number of bytes that must be free; 0 if the attempts do not fail for a lack of room
 */
record Trouble(Throwable reason, int attempts, Optional<Moment> nextTry, long room) {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int LONGEST_WAIT = 60;
    private static final int DOUBLINGS = 6; // beyond the longest wait

    /** @param attempts the number of failed attempts, with this one */
    static Trouble after(int attempts, Throwable reason, Moment now, long room) {
        long seconds = Math.min(LONGEST_WAIT, 1L << Math.min(attempts - 1, DOUBLINGS));
        return new Trouble(reason, attempts, Optional.of(now.plus(seconds * SECOND)), room);
    }

    /** A series in which the same attempt would fail for ever. */
    static Trouble untilDecided(int attempts, Throwable reason) {
        return new Trouble(reason, attempts, Optional.empty(), 0);
    }

    /** The time of the next look at whether there is room. */
    static long nextLook(Moment now) {
        return now.nanos() + SECOND;
    }

    Trouble tryingAt(Moment now) {
        return new Trouble(reason, attempts, Optional.of(now), 0);
    }

    boolean isWantOfRoom() {
        return room > 0;
    }

    SaveStatus.Failure failure() {
        return new SaveStatus.Failure(reason, attempts, nextTry.map(Moment::wall));
    }
}
