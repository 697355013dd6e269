package dev.saveschema.storage.medium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a program that saves in a loop lets others go first. */
class CommitBackoffTest {

    /** The clock of a program starts anywhere, below zero as well. */
    @ParameterizedTest
    @ValueSource(longs = {-1_000, 0, 1_000, Long.MAX_VALUE - 45})
    void commitWaitsUpToTheTimeOfTheLastOneIfThatHasOnlyJustEnded(long start) {
        CommitBackoff backoff = new CommitBackoff();
        backoff.committed(start, start + 30);
        assertThat(backoff.longestWait(start + 30)).isEqualTo(30);
        assertThat(backoff.longestWait(start + 59)).isEqualTo(30);
        assertThat(backoff.longestWait(start + 60)).isZero();
        assertThat(backoff.longestWait(start + 500)).isZero();
    }

    @Test
    void firstCommitWaitsForNothing() {
        assertThat(new CommitBackoff().longestWait(-5)).isZero();
        assertThat(new CommitBackoff().longestWait(0)).isZero();
        assertThat(new CommitBackoff().longestWait(5)).isZero();
    }
}
