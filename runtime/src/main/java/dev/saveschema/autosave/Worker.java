package dev.saveschema.autosave;

import java.util.function.BooleanSupplier;

/** A thread that takes steps when they are due, and the clock that it uses. */
public interface Worker {

    /** The work of the thread, one step at a time. */
    interface Step {

        /**
         * Does what is due.
         *
         * @return the nanoseconds until the next step; 0 to take it at once, {@link Long#MAX_VALUE} to wait until woken
         */
        long take();
    }

    Moment now();

    /** Begins to take steps. Called once. */
    void start(Step step);

    /** Has the next step taken now. Returns at once. */
    void wake();

    /**
     * Waits for a condition that only a step can bring about. Interrupting the caller does not end the wait; the interrupt flag is
     * set again afterwards.
     *
     * @param deadline the end of the wait, in the nanoseconds of {@link #now}; {@link Long#MAX_VALUE} for none
     * @return false if the time was up, or no more steps are taken
     */
    boolean await(BooleanSupplier isSo, long deadline);

    /** Takes no more steps. Returns when the one under way has ended and the thread is gone. */
    void stop();
}
