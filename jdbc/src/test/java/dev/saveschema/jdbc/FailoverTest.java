package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.jdbc.CountingPrograms.Count;
import dev.saveschema.jdbc.MutatedConnections.Mutation;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.contract.Numbers;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs go on saving while the primary is killed and its standby takes over. */
class FailoverTest {

    private static final Numbers NUMBERS = new Numbers();
    private static final int PROGRAMS = 4;
    private static final int FAILOVERS = 3;
    private static final int SAVES_BETWEEN = Integer.getInteger("failover.saves", 50);

    @TempDir
    Path directory;

    @BeforeEach
    void serversRunHere() {
        assumeTrue(PostgresPair.canRun(), "the binaries are for Linux on amd64");
    }

    private PostgresPair start(boolean synchronous) throws Exception {
        PostgresPair pair = PostgresPair.start(directory, synchronous);
        try {
            pair.awaitPrimary();
            Tables.create(pair.database(), SqlDialect.POSTGRESQL);
            return pair;
        } catch (Exception e) {
            pair.close();
            throw e;
        }
    }

    @Test
    void noAcknowledgedSaveIsLostThoughThePrimaryIsKilledThreeTimes() throws Exception {
        try (PostgresPair pair = start(true);
                CountingPrograms programs = new CountingPrograms(JdbcSaves.of(pair.database()), PROGRAMS)) {
            int primary = 0;
            for (int failover = 0; failover < FAILOVERS; failover++) {
                programs.awaitSaved(SAVES_BETWEEN);
                pair.kill(primary);
                primary = 1 - primary;
                pair.promote(primary);
                programs.awaitSaved(SAVES_BETWEEN);
                pair.rebuild(1 - primary, primary);
                pair.awaitPrimary();
            }
            programs.awaitSaved(SAVES_BETWEEN);
            standbyIsAway(pair, 1 - primary);
            pair.awaitWaiting(PROGRAMS);
            primaryIsLost(pair, primary);
            programs.awaitSaved(SAVES_BETWEEN);
            Count count = programs.stop();
            assertThat(count).matches(Count::isExact, "is exact");
            System.out.printf("Failover, synchronous: %d times, %s%n", FAILOVERS + 1, count);
        }
    }

    @Test
    void primaryThatDoesNotWaitForItsStandbyLosesWhatItAcknowledged() throws Exception {
        try (PostgresPair pair = start(false)) {
            JdbcSaves saves = JdbcSaves.of(pair.database());
            assertThat(saves.durability()).isEqualTo(Durability.ONE_DISK);
            try (CountingPrograms programs = new CountingPrograms(saves, PROGRAMS)) {
                programs.awaitSaved(SAVES_BETWEEN);
                standbyIsAway(pair, 1);
                programs.awaitSaved(SAVES_BETWEEN);
                primaryIsLost(pair, 0);
                programs.awaitSaved(SAVES_BETWEEN);
                Count count = programs.stop();
                assertThat(count.stored()).isLessThan(count.acknowledged());
                System.out.printf("Failover, asynchronous: once, %s%n", count);
            }
        }
    }

    @Test
    void aCommitThatIsCancelledWhileItWaitsForTheStandbyIsNoAcknowledgement() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (PostgresPair pair = start(true);
                SaveStore<Double> store = JdbcSaves.of(pair.database()).open(NUMBERS, "ada");
                SaveStore<Double> mutant = JdbcSaves.of(new MutatedConnections(pair.database(), Mutation.NO_WARNINGS))
                        .open(NUMBERS, "bob")) {
            store.save(1.0);
            mutant.save(1.0);
            standbyIsAway(pair, 1);
            Future<SaveReceipt> cancelled = threads.submit(() -> store.save(2.0));
            Future<SaveReceipt> unnoticed = threads.submit(() -> mutant.save(2.0));
            pair.awaitWaiting(2);
            pair.cancelWaiting();
            assertThatThrownBy(cancelled::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            SaveException.class,
                            failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.MAY_ROLL_BACK));
            assertThat(unnoticed.get().written())
                    .as("who does not ask for warnings takes it for saved")
                    .isTrue();
            primaryIsLost(pair, 0);
            assertThat(store.load().value()).isEqualTo(1.0);
            assertThat(mutant.load().value()).isEqualTo(1.0);
        } finally {
            threads.shutdown();
        }
    }

    private static void standbyIsAway(PostgresPair pair, int standby) throws Exception {
        pair.kill(standby);
    }

    /** The standby comes back, and has to take over at once. */
    private static void primaryIsLost(PostgresPair pair, int primary) throws Exception {
        pair.kill(primary);
        pair.restart(1 - primary);
        pair.promote(1 - primary);
    }
}
