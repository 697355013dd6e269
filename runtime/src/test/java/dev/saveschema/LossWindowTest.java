package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.autosave.ManualWorker;
import dev.saveschema.storage.contract.Numbers;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How much a killed program can lose, at ten thousand values a second for a minute, on a disk that takes now a moment and now two
 * seconds. The time is simulated, so that the bound can be checked to the millisecond.
 */
class LossWindowTest {

    private static final long SEED = Long.getLong("random.seed", 1);
    private static final Duration MAX_DELAY = Duration.ofSeconds(5);
    private static final int A_SECOND = 10_000;
    private static final int SECONDS = 60;

    private final ManualWorker worker = new ManualWorker();
    private final MemoryStorage disk = new MemoryStorage();
    private final Random random = new Random(SEED);
    private final long[] submittedAt = new long[A_SECOND * (SECONDS + 30)];
    private int submitted;
    private int durable;
    private Duration longestSave = Duration.ZERO;

    private AutoSave<Double> autosave;

    @Test
    void lossIsNeverLargerThanTheLongestDelayAndTwoSavesAndOrderNeverRunsBack() throws IOException {
        SaveStore<Double> store = SaveStore.open(new Numbers(), disk, StoreOptions.defaults());
        store.load();
        autosave = store.autosave(AutoSaveOptions.defaults().exitTimeout(Duration.ZERO), worker, OptionalLong::empty);
        disk.during(() -> {
            Duration took = Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(2_000) : random.nextInt(20));
            long before = worker.time().toNanos();
            int taken = submitted;
            while (worker.time().toNanos() - before < took.toNanos()) {
                worker.take(Duration.ofSeconds(1).dividedBy(A_SECOND));
                submit();
            }
            longestSave = took.compareTo(longestSave) > 0 ? took : longestSave;
            assertThat(taken).isGreaterThanOrEqualTo(durable);
            durable = taken;
        });
        while (worker.time().compareTo(Duration.ofSeconds(SECONDS)) < 0) {
            submit();
            worker.pass(Duration.ofSeconds(1).dividedBy(A_SECOND));
            if (random.nextInt(100) == 0) {
                killed();
            }
        }
        int last = submitted; // more come while this is saved
        autosave.flush();
        assertThat(disk.numbers()).isSorted().hasSizeGreaterThan(10).endsWith((double) last);
    }

    private void submit() {
        submittedAt[submitted] = worker.time().toNanos();
        submitted++;
        autosave.submit((double) submitted);
    }

    /** Checks the loss if the program were killed now: its next start would find the value that is durable. */
    private void killed() {
        if (durable < submitted) {
            Duration lost = worker.time().minusNanos(submittedAt[durable]);
            assertThat(lost).isLessThanOrEqualTo(MAX_DELAY.plus(longestSave.multipliedBy(2)));
        }
    }
}
