package dev.saveschema.autosave;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes steps on the thread of the test, in a time that passes only when the test lets it. */
public final class ManualWorker implements Worker {

    public static final Instant BEGINNING = Instant.parse("2026-11-22T19:47:00Z");

    private Moment now = new Moment(0, BEGINNING);
    private @Nullable Step step;
    private boolean stopped;

    @Override
    public Moment now() {
        return now;
    }

    @Override
    public void start(Step first) {
        step = first;
    }

    @Override
    public void wake() {
        // The next step is taken when time passes, or when somebody waits.
    }

    /** Lets time pass, and has every step taken that is due by then. */
    public void pass(Duration duration) {
        long end = now.nanos() + duration.toNanos();
        while (step != null && !stopped) {
            long wait = step.take();
            if (wait > end - now.nanos()) {
                break;
            }
            now = now.plus(wait);
        }
        now = now.plus(Math.max(0, end - now.nanos())); // a step may have taken longer
    }

    public void passMillis(long millis) {
        pass(Duration.ofMillis(millis));
    }

    /** Has every step taken that is due now. */
    public void work() {
        pass(Duration.ZERO);
    }

    /** Lets time pass in the middle of a step, as a disk does. */
    public void take(Duration duration) {
        now = now.plus(duration.toNanos());
    }

    /** The time since the beginning. */
    public Duration time() {
        return Duration.ofNanos(now.nanos());
    }

    public boolean isStopped() {
        return stopped;
    }

    @Override
    public boolean await(BooleanSupplier isSo, long deadline) {
        while (!isSo.getAsBoolean()) {
            if (step == null || stopped) {
                return false;
            }
            long wait = step.take();
            if (wait == Moment.NEVER && deadline == Moment.NEVER) {
                throw new AssertionError("nothing is ever going to happen");
            }
            if (wait > now.until(deadline)) {
                now = now.plus(now.until(deadline));
                return isSo.getAsBoolean();
            }
            now = now.plus(wait);
        }
        return true;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
