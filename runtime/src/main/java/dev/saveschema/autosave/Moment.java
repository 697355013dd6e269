package dev.saveschema.autosave;

import java.time.Duration;
import java.time.Instant;

/**
 * A point in time, as a measure that no clock change disturbs and as what a clock on the wall shows.
 *
 * @param nanos since some beginning, never less than zero
 */
public record Moment(long nanos, Instant wall) {

    /** A time that does not come. */
    static final long NEVER = Long.MAX_VALUE;

    /** The same moment some nanoseconds later. */
    Moment plus(long later) {
        return new Moment(nanos + later, wall.plusNanos(later));
    }

    /** The nanoseconds from here until a time; not negative. */
    long until(long time) {
        return time == NEVER ? NEVER : Math.max(0, time - nanos);
    }

    /** The time after a duration from here; {@link #NEVER} if that is beyond what can be counted. */
    long after(Duration duration) {
        return duration.compareTo(Duration.ofNanos(NEVER - nanos)) >= 0 ? NEVER : nanos + duration.toNanos();
    }
}
