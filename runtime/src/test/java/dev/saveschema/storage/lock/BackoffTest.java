package dev.saveschema.storage.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a shared store leaves a save to others. */
class BackoffTest {

    private static final long MILLI = 1_000_000;

    /** The clock of a program starts anywhere, below zero as well. */
    @ParameterizedTest
    @ValueSource(longs = {-1_000 * MILLI, 0, 1_000 * MILLI, Long.MAX_VALUE - 45 * MILLI})
    void saveIsLeftAloneForAsLongAsItWasHeld(long start) {
        Backoff backoff = new Backoff();
        backoff.taken(start);
        backoff.released(start + 30 * MILLI);
        assertThat(backoff.remaining(start + 30 * MILLI)).isEqualTo(30 * MILLI);
        assertThat(backoff.remaining(start + 50 * MILLI)).isEqualTo(10 * MILLI);
        assertThat(backoff.remaining(start + 60 * MILLI)).isZero();
        assertThat(backoff.remaining(start + 500 * MILLI)).isNegative();
    }

    @Test
    void saveThatWasHeldForLongIsLeftAloneForATenthOfASecond() {
        Backoff backoff = new Backoff();
        backoff.taken(0);
        backoff.released(5_000 * MILLI);
        assertThat(backoff.remaining(5_000 * MILLI)).isEqualTo(100 * MILLI);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000 * MILLI, 0, 1_000 * MILLI})
    void saveThatWasNeverReleasedIsNotWaitedFor(long now) {
        Backoff backoff = new Backoff();
        assertThat(backoff.remaining(now)).isZero();
        backoff.taken(now);
        assertThat(backoff.remaining(now)).isZero();
    }
}
