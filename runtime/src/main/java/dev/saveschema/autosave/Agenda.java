package dev.saveschema.autosave;

import dev.saveschema.SaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to do next, and when. A change is written when no other has come for a while, and in any case a while after the first that is
 * not saved: changes without end must not keep anything from being written.
 *
 * <p>Not thread-safe.
 */
final class Agenda {

    /** Looking at values takes no more of the worker's time than one part in this. */
    private static final int SHARE_OF_CHECKS = 10;

    private final Duration debounce;
    private final Duration maxDelay;

    private @Nullable Moment firstUnsaved;

    /** The first change that the attempt under way does not save. */
    private @Nullable Moment firstSinceBegun;

    private Moment lastChange;
    private long nextCheck;
    private long nextLook;
    private int pauses;

    /** The number of the value that somebody waits for; 0 for none. */
    private long asked;

    private @Nullable Trouble trouble;

    /** Whether the next change is the program's decision about a trouble that nothing else ends. */
    private boolean isDecidedByChange;

    /** What to do. */
    enum Task {
        WRITE,
        CHECK,
        LOOK_FOR_ROOM,
        WAIT
    }

    /** @param at when, in the nanoseconds of a {@link Moment} */
    record Plan(Task task, long at) {

        private Plan earlier(Plan other) {
            return other.at < at ? other : this;
        }
    }

    Agenda(Duration debounce, Duration maxDelay, Moment now) {
        this.debounce = debounce;
        this.maxDelay = maxDelay;
        this.lastChange = now;
    }

    void changed(Moment now) {
        lastChange = now;
        firstUnsaved = firstUnsaved == null ? now : firstUnsaved;
        firstSinceBegun = firstSinceBegun == null ? now : firstSinceBegun;
        if (isDecidedByChange) {
            retry(now);
        }
    }

    /** The program has seen what is stored. What it makes of that, if trying again is of no use, is the next change. */
    void loaded() {
        isDecidedByChange = trouble != null && trouble.nextTry().isEmpty();
    }

    /** Somebody waits for a value. Neither a pause nor the wait after a failure keeps it from being written. */
    void ask(long number) {
        asked = number;
    }

    void checked(Moment begun, Moment ended) {
        nextCheck = ended.nanos() + (ended.nanos() - begun.nanos()) * (SHARE_OF_CHECKS - 1);
    }

    /** Something is wrong that has nothing to do with the value. The next look at it is that of the next attempt. */
    void putOffChecks() {
        nextCheck = Moment.NEVER;
    }

    /** An attempt begins, with the newest value there is. */
    void begun() {
        firstSinceBegun = null;
        asked = 0;
    }

    /** It succeeded. */
    void saved() {
        firstUnsaved = firstSinceBegun;
        trouble = null;
    }

    /** It failed, and will be tried again. */
    SaveStatus.Failure failed(Throwable reason, Moment now, long missingRoom) {
        nextLook = Trouble.nextLook(now);
        return failed(Trouble.after(failures() + 1, reason, now, missingRoom));
    }

    /** It failed, and would fail again until the program decides something. */
    SaveStatus.Failure failedUntilDecided(Throwable reason) {
        return failed(Trouble.untilDecided(failures() + 1, reason));
    }

    private int failures() {
        return trouble == null ? 0 : trouble.attempts();
    }

    private SaveStatus.Failure failed(Trouble series) {
        trouble = series;
        return series.failure();
    }

    /** Whatever kept the last attempt from succeeding may be gone. */
    void retry(Moment now) {
        trouble = trouble == null ? null : trouble.tryingAt(now);
        isDecidedByChange = false;
    }

    void lookedForRoom(Moment now) {
        nextLook = Trouble.nextLook(now);
    }

    /** There is nothing left that is not saved. */
    void clear() {
        firstUnsaved = null;
        asked = 0;
        trouble = null;
    }

    void pause() {
        pauses++;
    }

    void resume() {
        pauses--;
    }

    /**
     * What to do next, of what is not saved.
     *
     * @param isUnchecked whether nobody has looked yet whether the newest value can be saved
     */
    Plan next(boolean isUnchecked) {
        Plan plan = new Plan(Task.WRITE, writeAt());
        if (isUnchecked) {
            plan = plan.earlier(new Plan(Task.CHECK, nextCheck));
        }
        if (trouble != null && trouble.isWantOfRoom() && pauses == 0) {
            plan = plan.earlier(new Plan(Task.LOOK_FOR_ROOM, nextLook));
        }
        return plan;
    }

    private long writeAt() {
        if (asked > 0) {
            return 0;
        }
        if (pauses > 0) {
            return Moment.NEVER;
        }
        if (trouble != null) {
            return trouble.nextTry().map(Moment::nanos).orElse(Moment.NEVER);
        }
        Moment first = firstUnsaved == null ? lastChange : firstUnsaved;
        return Math.min(lastChange.after(debounce), first.after(maxDelay));
    }

    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    Optional<Instant> unsavedSince() {
        return Optional.ofNullable(firstUnsaved).map(Moment::wall);
    }
}
