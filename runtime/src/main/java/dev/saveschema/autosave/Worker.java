package dev.saveschema.autosave;

import java.util.function.BooleanSupplier;

/** A thread that takes steps when they are due, and the clock that it goes by. */
public interface Worker {

    /** One thing at a time. */
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
     * Waits until something is so that only a step can bring about. Interrupting the caller does not end the wait; its flag is set
     * again afterwards.
     *
     * @param deadline in the nanoseconds of {@link #now}; {@link Long#MAX_VALUE} for none
     * @return false if the time was up, or no more steps are taken
     */
    boolean await(BooleanSupplier isSo, long deadline);

    /** Takes no more steps. Returns when the one under way has ended and the thread is gone. */
    void stop();
}
