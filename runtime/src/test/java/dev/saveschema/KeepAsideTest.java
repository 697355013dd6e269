package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.KeptCopy.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The copies kept aside that need not stay. */
class KeepAsideTest {

    private static final Instant NOW = Instant.parse("2026-11-22T19:00:00Z");

    /** Of one kind, a day apart, ten bytes each, the newest first and called 0. */
    private static List<KeptCopy> kept(Why why, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new KeptCopy(Copy.named(String.valueOf(i)), why, NOW.minus(Duration.ofDays(i)), 10))
                .toList();
    }

    private static List<String> beyond(KeepAside bound, List<KeptCopy> kept) {
        return bound.beyond(kept, NOW).stream().map(copy -> copy.copy().name()).toList();
    }

    @Test
    void byDefaultOnlyRepairedCopiesAreBounded() {
        assertThat(beyond(KeepAside.defaults(), kept(Why.REPAIRED, 8))).isEmpty();
        assertThat(beyond(KeepAside.defaults(), kept(Why.REPAIRED, 10))).containsExactly("7", "8");
        for (Why why : Why.values()) {
            if (why != Why.REPAIRED) {
                assertThat(beyond(KeepAside.defaults(), kept(why, 100))).isEmpty();
            }
        }
    }

    @Test
    void everyBoundLeavesTheNewestAndTheFilesOfOlderVersions() {
        List<KeepAside> bounds =
                List.of(KeepAside.newest(1), KeepAside.atMost(0), KeepAside.youngerThan(Duration.ZERO));
        for (KeepAside bound : bounds) {
            assertThat(beyond(bound, kept(Why.CORRUPT, 3))).containsExactly("1", "2");
            assertThat(beyond(bound, kept(Why.VERSION, 3))).isEmpty();
        }
        assertThat(beyond(KeepAside.forever(), kept(Why.REPAIRED, 100))).isEmpty();
    }

    @Test
    void boundsCanBeJoined() {
        List<KeptCopy> kept = kept(Why.CONFLICT, 9);
        assertThat(beyond(KeepAside.atMost(60), kept)).containsExactly("6", "7", "8");
        assertThat(beyond(KeepAside.youngerThan(Duration.ofDays(4)), kept)).containsExactly("5", "6", "7", "8");
        assertThat(beyond(KeepAside.atMost(60).and(KeepAside.youngerThan(Duration.ofDays(4))), kept))
                .containsExactly("5", "6", "7", "8");
        assertThat(beyond(KeepAside.youngerThan(Duration.ofDays(4)).and(KeepAside.newest(7)), kept))
                .containsExactly("5", "6", "7", "8");
        assertThat(beyond(KeepAside.newest(2).and(KeepAside.defaults()), kept(Why.REPAIRED, 3)))
                .containsExactly("2");
    }

    @Test
    void boundsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> KeepAside.newest(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeepAside.atMost(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeepAside.youngerThan(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Backups.keep(1)).hasMessage("at least 2 backups are kept, not 1");
        assertThatThrownBy(() -> Backups.keep(2).hourly(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
