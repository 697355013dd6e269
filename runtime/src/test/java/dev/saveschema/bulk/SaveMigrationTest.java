package dev.saveschema.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.bulk.MigrationSummary.Left;
import java.io.IOException;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The paging through many saves, wherever they are kept. */
class SaveMigrationTest {

    /** Saves that are numbers; the migration of one is to be told of it. */
    private static class Counted implements MigrationSource<Integer> {

        final List<Integer> migrated = new ArrayList<>();
        final List<Integer> pages = new ArrayList<>();
        private final int number;

        Counted(int number) {
            this.number = number;
        }

        @Override
        public long count() {
            return number;
        }

        @Override
        public Pages<Integer> older(int most) {
            AtomicInteger next = new AtomicInteger();
            return () -> {
                int from = next.get();
                int to = next.updateAndGet(n -> Math.min(n + most, number));
                return IntStream.range(from, to).boxed().toList();
            };
        }

        @Override
        public synchronized MigrationSummary migrate(List<Integer> page, boolean isDryRun) throws IOException {
            migrated.addAll(page);
            pages.add(page.size());
            return MigrationSummary.of(isDryRun, page.size(), 0, List.of());
        }
    }

    @Test
    void eachSaveIsGoneThroughOnceHoweverManyThreadsThereAre() throws Exception {
        Counted saves = new Counted(3_210);
        MigrationSummary summary = SaveMigration.of(saves).threads(4).run();
        assertThat(summary.migrated()).isEqualTo(3_210);
        assertThat(saves.migrated).doesNotHaveDuplicates().hasSize(3_210);
        assertThat(saves.pages).hasSize(7).contains(500, 210);
    }

    @Test
    void thereAreNotMoreInASecondThanThat() throws Exception {
        Counted saves = new Counted(25);
        long begun = System.nanoTime();
        SaveMigration.of(saves).atMostPerSecond(20).threads(2).run();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(saves.pages).containsExactly(20, 5);
    }

    @Test
    void whoeverWaitsForItCanStopIt() throws Exception {
        Counted saves = new Counted(25);
        CountDownLatch first = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread waiting = new Thread(() -> {
            try {
                SaveMigration.of(saves)
                        .atMostPerSecond(0.001)
                        .listener(soFar -> first.countDown())
                        .run();
            } catch (IOException | InterruptedException e) {
                thrown.add(e);
            }
        });
        waiting.start();
        first.await();
        waiting.interrupt();
        waiting.join();
        assertThat(thrown).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(saves.migrated).containsExactly(0);
    }

    @Test
    void whatOneThreadFailsOnEndsTheOthersAfterTheirPages() {
        CompletableFuture<Thread> failing = new CompletableFuture<>();
        Counted saves = new Counted(5_000) {
            @Override
            public MigrationSummary migrate(List<Integer> page, boolean isDryRun) throws IOException {
                if (page.contains(700)) {
                    failing.complete(Thread.currentThread());
                    throw new IOException("the database is away");
                }
                Thread other = failing.join();
                // it has failed, and waits for more to do, or is gone
                while (!Set.of(State.WAITING, State.TERMINATED).contains(other.getState())) {
                    Thread.onSpinWait();
                }
                return super.migrate(page, isDryRun);
            }
        };
        assertThatThrownBy(() -> SaveMigration.of(saves).threads(2).run())
                .isInstanceOf(IOException.class)
                .hasMessage("the database is away");
        assertThat(saves.pages).containsExactly(500);
    }

    @Test
    void numbersThatMeanNothingAreRefused() {
        SaveMigration migration = SaveMigration.of(new Counted(1));
        assertThatThrownBy(() -> migration.threads(0)).isInstanceOf(IllegalArgumentException.class);
        for (double none : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> migration.atMostPerSecond(none)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsLeftIsListedUpToALimitAndCountedBeyond() {
        List<Left> half = IntStream.range(0, 6_000)
                .mapToObj(i -> new Left("save " + i, i % 2 == 0 ? "IN_USE" : "SALVAGED", ""))
                .collect(Collectors.toList());
        MigrationSummary page = MigrationSummary.of(false, 1, 1, half);
        MigrationSummary both = MigrationSummary.none(false).and(page).and(page);
        assertThat(both.left()).hasSize(MigrationSummary.MOST_LISTED);
        assertThat(both.byReason()).isEqualTo(Map.of("IN_USE", 6_000L, "SALVAGED", 6_000L));
        assertThat(both.seen()).isEqualTo(12_004);
        assertThat(both).hasToString("""
                migrated 2 of 12004 older saves; 2 were saved meanwhile
                  left 6000: IN_USE
                  left 6000: SALVAGED""");
    }
}
