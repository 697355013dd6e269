package dev.saveschema;

import java.time.Instant;
import java.util.Optional;

/**
 * How an {@link AutoSave} stands, for a person to see: a tick, a spinner, or a warning. Prints as one line.
 *
 * <pre>{@code
 * SAVED
 * PENDING since 2026-11-22T19:47:03Z
 * FAILED since 2026-11-22T19:47:03Z: /ada/hero.json: … (no space left on device); the file is unchanged; 3 attempts, the next at 2026-11-22T19:47:10Z
 * }</pre>
 *
 * @param unsavedSince when the first change came that is not durable; empty if all are
 * @param failure present exactly if the state is {@link State#FAILED}
 */
public record SaveStatus(State state, Optional<Instant> unsavedSince, Optional<Failure> failure) {

    /** Whether the newest value is durable. */
    public enum State {
        /** It is. */
        SAVED,
        /** It is not yet, and nothing stands in the way. */
        PENDING,
        /** The last attempt failed, or the last value that was submitted is one that can never be saved. */
        FAILED
    }

    /**
     * What stands in the way.
     *
     * @param reason what the attempt threw: mostly a {@link SaveException}. An {@link IllegalArgumentException} or a
     *     {@link NullPointerException}, whose message has the place, if it is the value that can never be saved
     * @param attempts how many failed since the last that did not
     * @param nextTry when the next is, if nobody saves or flushes before; empty if trying again would be of no use: it is the
     *     value that can never be saved, or the program has to decide something first, to {@link SaveStore#overwriteNewer} or to
     *     {@link SaveStore#load} what somebody else has saved and submit what it makes of both
     */
    public record Failure(Throwable reason, int attempts, Optional<Instant> nextTry) {

        @Override
        public String toString() {
            String why = reason.getMessage() == null ? reason.toString() : reason.getMessage();
            return nextTry.map(next ->
                            "%s; %d attempt%s, the next at %s".formatted(why, attempts, attempts == 1 ? "" : "s", next))
                    .orElse(why);
        }
    }

    @Override
    public String toString() {
        return state
                + unsavedSince.map(since -> " since " + since).orElse("")
                + failure.map(why -> ": " + why).orElse("");
    }
}
