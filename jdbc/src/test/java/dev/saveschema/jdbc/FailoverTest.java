package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.SaveStore;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.contract.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs go on saving while the primary is killed and its standby takes over. */
class FailoverTest {

    private static final Numbers NUMBERS = new Numbers();
    private static final int WRITERS = 4;
    private static final int FAILOVERS = 3;
    private static final int SAVES_BETWEEN = Integer.getInteger("failover.saves", 50);

    @TempDir
    Path directory;

    /** One for each save that was acknowledged. */
    private final Semaphore saved = new Semaphore(0);

    private volatile boolean stop;

    @BeforeEach
    void serversRunHere() {
        assumeTrue(PostgresPair.canRun(), "the binaries are for Linux on amd64");
    }

    /** Counts in a save of its own until it is told to stop, and says what it was told to have reached. */
    private final class Writer implements Callable<Double> {

        private final JdbcSaves saves;
        private final String name;
        private double acknowledged;
        private int failures;

        private Writer(JdbcSaves saves, String name) {
            this.saves = saves;
            this.name = name;
        }

        @Override
        public Double call() throws IOException {
            try (SaveStore<Double> store = saves.open(NUMBERS, name)) {
                while (!stop) {
                    try {
                        acknowledged = store.update(n -> n + 1);
                        saved.release();
                    } catch (IOException refused) {
                        failures++; // nobody is there to save to, for a moment
                    }
                }
            }
            return acknowledged;
        }
    }

    @Test
    void noAcknowledgedSaveIsLostThoughThePrimaryIsKilledThreeTimes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try (PostgresPair pair = PostgresPair.start(directory, true)) {
            pair.awaitPrimary();
            Tables.create(pair.database(), SqlDialect.POSTGRESQL);
            JdbcSaves saves = JdbcSaves.of(pair.database());
            List<Writer> writers = new ArrayList<>();
            List<Future<Double>> results = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Writer writer = new Writer(saves, "writer " + i);
                writers.add(writer);
                results.add(threads.submit(writer));
            }
            int primary = 0;
            for (int failover = 0; failover < FAILOVERS; failover++) {
                saved.acquire(SAVES_BETWEEN);
                pair.kill(primary);
                primary = 1 - primary;
                pair.promote(primary);
                saved.acquire(SAVES_BETWEEN);
                pair.rebuild(1 - primary, primary);
                pair.awaitPrimary();
            }
            saved.acquire(SAVES_BETWEEN);
            stop = true;
            double total = 0;
            for (int i = 0; i < WRITERS; i++) {
                double reached = results.get(i).get();
                total += reached;
                try (SaveStore<Double> store = saves.open(NUMBERS, "writer " + i)) {
                    assertThat(store.load().value()).as("writer %s", i).isEqualTo(reached);
                }
            }
            System.out.printf(
                    "Failover: %d times, %.0f saves acknowledged, 0 lost, %d attempts refused meanwhile%n",
                    FAILOVERS,
                    total,
                    writers.stream().mapToInt(writer -> writer.failures).sum());
        } finally {
            stop = true;
            threads.shutdown();
        }
    }

    @Test
    void primaryThatDoesNotWaitForItsStandbyLosesWhatItAcknowledged() throws Exception {
        try (PostgresPair pair = PostgresPair.start(directory, false)) {
            pair.awaitPrimary();
            Tables.create(pair.database(), SqlDialect.POSTGRESQL);
            JdbcSaves saves = JdbcSaves.of(pair.database());
            assertThat(saves.durability()).isEqualTo(Durability.ONE_DISK);
            try (SaveStore<Double> store = saves.open(NUMBERS, "ada")) {
                store.save(1.0);
                pair.awaitCopied();
                pair.kill(1);
                store.save(2.0);
                pair.kill(0);
                pair.restart(1);
                pair.promote(1);
            }
            try (SaveStore<Double> store = saves.open(NUMBERS, "ada")) {
                assertThat(store.load().value()).isEqualTo(1.0);
            }
        }
    }
}
