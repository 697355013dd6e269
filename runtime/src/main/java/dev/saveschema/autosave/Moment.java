package dev.saveschema.autosave;

import java.time.Duration;
import java.time.Instant;

/**
 * A point in time, twice: on a clock that is never changed, for measuring, and on the wall clock, for people.
 *
 * @param nanos the nanoseconds since some beginning; never negative
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

    /** The time when a duration from here has passed; {@link #NEVER} if that is beyond what can be counted. */
    long after(Duration duration) {
        return duration.compareTo(Duration.ofNanos(NEVER - nanos)) >= 0 ? NEVER : nanos + duration.toNanos();
    }
}
