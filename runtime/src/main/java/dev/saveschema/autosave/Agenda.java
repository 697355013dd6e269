package dev.saveschema.autosave;

import dev.saveschema.SaveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the saver does next, and when. A change is written when no other change has come for a while, and in any case a
 * while after the first unsaved one: changes without end must not put off writing for ever.
 *
 * <p>Not thread-safe.
 */
final class Agenda {

    /** The share of the worker's time that checks of values may take, as a divisor: a tenth. */
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

    /** The number of the value that a caller waits for; 0 for none. */
    private long asked;

    private @Nullable Trouble trouble;

    /** Whether the next change counts as the program's decision about a trouble that only such a decision can end. */
    private boolean isDecidedByChange;

    /** The things that the saver can do. */
    enum Task {
        WRITE,
        CHECK,
        LOOK_FOR_ROOM,
        WAIT
    }

    /** @param at the time to do it, in the nanoseconds of a {@link Moment} */
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

    /**
     * Notes that the program has loaded the stored save. If trying again is of no use, the program's next change is its decision.
     */
    void loaded() {
        isDecidedByChange = trouble != null && trouble.nextTry().isEmpty();
    }

    /** Notes that a caller waits for a value. Neither a pause nor the wait after a failure puts off its writing. */
    void ask(long number) {
        asked = number;
    }

    void checked(Moment begun, Moment ended) {
        nextCheck = ended.nanos() + (ended.nanos() - begun.nanos()) * (SHARE_OF_CHECKS - 1);
    }

    /** Puts off checks until the next attempt: the trouble has nothing to do with the value. */
    void putOffChecks() {
        nextCheck = Moment.NEVER;
    }

    /** Notes that an attempt begins, with the newest value. */
    void begun() {
        firstSinceBegun = null;
        asked = 0;
    }

    /** Notes that the attempt succeeded. */
    void saved() {
        firstUnsaved = firstSinceBegun;
        trouble = null;
    }

    /** Notes that the attempt failed, and will be made again. */
    SaveStatus.Failure failed(Throwable reason, Moment now, long missingRoom) {
        nextLook = Trouble.nextLook(now);
        return failed(Trouble.after(failures() + 1, reason, now, missingRoom));
    }

    /** Notes that the attempt failed, and would fail again until the program decides something. */
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

    /** Plans a new attempt for now: the cause of the last failure may be gone. */
    void retry(Moment now) {
        trouble = trouble == null ? null : trouble.tryingAt(now);
        isDecidedByChange = false;
    }

    void lookedForRoom(Moment now) {
        nextLook = Trouble.nextLook(now);
    }

    /** Notes that every value is saved. */
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
     * The next thing to do while there are unsaved values.
     *
     * @param isUnchecked whether the newest value was not checked yet for being one that can be saved
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
