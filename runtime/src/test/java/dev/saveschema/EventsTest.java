package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.autosave.ManualWorker;
import dev.saveschema.storage.contract.Numbers;
import dev.saveschema.storage.lock.LockHolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The events that a listener gets, and the log for programs without a listener. */
@Timeout(60)
class EventsTest {

    private static final Logger LOG = Logger.getLogger("dev.saveschema");

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line.getLevel() + " " + line.getMessage().replace(folder.toString(), "…"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final SaveListener listener = new SaveListener() {
        @Override
        public void saved(SaveReceipt receipt, Duration took) {
            assertThat(took).isPositive();
            told.add("saved " + receipt.generation());
        }

        @Override
        public void failed(SaveStatus.Failure failure) {
            told.add("failed " + failure.attempts() + " "
                    + failure.reason().getClass().getSimpleName());
        }

        @Override
        public void recovered(LoadResult<?> loaded) {
            told.add("recovered " + loaded.outcome());
        }

        @Override
        public void migrated(LoadResult<?> loaded) {
            told.add("migrated");
        }

        @Override
        public void keptAside(SaveReceipt receipt) {
            told.add("kept aside " + receipt.preserved().size());
        }

        @Override
        public void waitedForLock(Duration waited) {
            told.add("waited");
        }
    };

    @TempDir
    Path folder;

    @BeforeEach
    void listenToTheLog() {
        LOG.setLevel(Level.ALL);
        LOG.setUseParentHandlers(false);
        LOG.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(handler);
        LOG.setLevel(Level.OFF);
    }

    private Path file() {
        return folder.resolve("numbers.json");
    }

    private SaveStore<Double> open(SaveListener to) throws IOException {
        return SaveStore.open(new Numbers(), file(), StoreOptions.defaults().listener(to));
    }

    private static SaveStore<Double> on(MemoryStorage disk, SaveListener to) {
        return SaveStore.open(new Numbers(), disk, StoreOptions.defaults().listener(to));
    }

    @Test
    void nothingIsLoggedOfASaveThatIsInOrder() throws IOException {
        try (SaveStore<Double> store = open(listener)) {
            store.load();
            store.save(1.0);
            store.update(n -> n + 1);
            store.load();
        }
        assertThat(told).containsExactly("saved 1", "saved 2");
        assertThat(log).isEmpty();
    }

    @Test
    void damageIsToldAndLoggedOnOneLineAndSoIsWhatASaveKeepsOfIt() throws IOException {
        try (SaveStore<Double> store = open(listener)) {
            store.save(1.0);
            store.save(2.0);
        }
        Files.writeString(file(), "{\"n\": ");
        told.clear();
        try (SaveStore<Double> store = open(listener)) {
            store.load();
            store.save(3.0);
        }
        assertThat(told).containsExactly("recovered RECOVERED", "saved 2", "kept aside 1");
        assertThat(log).hasSize(2);
        assertThat(log.get(0))
                .startsWith("WARNING RECOVERED from …/numbers.json.bak1, to be kept aside: …/numbers.json");
        assertThat(log.get(1))
                .startsWith("WARNING …/numbers.json: kept aside before it was replaced: …/numbers.json.corrupt-");
        assertThat(log).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @Test
    void aMigrationAndTheFileThatItLeavesAreNoWarning() throws IOException {
        try (SaveStore<Double> store = open(listener)) {
            store.save(1.0);
        }
        told.clear();
        try (SaveStore<Double> store =
                SaveStore.open(new Numbers(2), file(), StoreOptions.defaults().listener(listener))) {
            store.save(store.load().value());
        }
        assertThat(told).containsExactly("migrated", "saved 2", "kept aside 1");
        assertThat(log)
                .containsExactly(
                        "INFO LOADED from …/numbers.json, migrated from version 1, to be kept aside: …/numbers.json",
                        "INFO …/numbers.json: kept aside before it was replaced: …/numbers.json.v1.bak");
    }

    @Test
    void whatARestoreReplacesIsToldAndNotLogged() throws IOException {
        try (SaveStore<Double> store = open(listener)) {
            store.save(1.0);
            store.save(2.0);
            store.restore(store.backups().get(0).copy());
        }
        assertThat(told).containsExactly("saved 1", "saved 2", "saved 3", "kept aside 1");
        assertThat(log).isEmpty();
    }

    @Test
    void whatAnotherProgramWroteMeanwhileIsAWarningAlsoBesideWhatARestoreReplaces() throws IOException {
        try (SaveStore<Double> store = open(listener)) {
            store.save(1.0);
            store.save(2.0);
            Files.writeString(file(), "{\"$version\": 1, \"n\": 7.0}");
            store.restore(store.backups().get(0).copy());
        }
        assertThat(log).singleElement().asString().startsWith("WARNING …/numbers.json: kept aside");
    }

    @Test
    void automaticSaveThatFailsIsLoggedAndThatItIsOverToo() throws IOException {
        MemoryStorage disk = new MemoryStorage();
        SaveStore<Double> store = on(disk, listener);
        store.load();
        ManualWorker worker = new ManualWorker();
        AutoSave<Double> autosave =
                store.autosave(AutoSaveOptions.defaults().exitTimeout(Duration.ZERO), worker, OptionalLong::empty);
        disk.failing(new IOException("No space left on device"));
        autosave.submit(1.0);
        worker.passMillis(500);
        disk.working();
        worker.passMillis(1_000);
        autosave.submit(Double.NaN);
        worker.work();
        assertThatThrownBy(store::close).isInstanceOf(IllegalArgumentException.class);
        assertThat(told).containsExactly("failed 1 SaveException", "saved 1", "failed 1 IllegalArgumentException");
        assertThat(log)
                .containsExactly(
                        "WARNING numbers.json: No space left on device; the file is unchanged; 1 attempt, the next at"
                                + " 2026-11-22T19:47:01.500Z",
                        "INFO numbers.json is saved again",
                        "WARNING numbers.json: n: NaN cannot be saved; JSON has only finite numbers");
    }

    @Test
    void saveThatFailsBeforeItsCallerIsToldToTheListenerOnly() throws IOException {
        MemoryStorage disk = new MemoryStorage();
        SaveStore<Double> store = on(disk, listener);
        disk.failing(new IOException("no"));
        assertThatThrownBy(() -> store.save(1.0)).isInstanceOf(SaveException.class);
        assertThatThrownBy(() -> store.update(n -> n)).isInstanceOf(SaveException.class);
        store.close();
        assertThat(told).containsExactly("failed 1 SaveException", "failed 1 SaveException");
        assertThat(log).isEmpty();
    }

    @Test
    void whatAListenerThrowsIsLoggedAndHasNoOtherEffect() throws IOException {
        try (SaveStore<Double> store = open(new SaveListener() {
            @Override
            public void saved(SaveReceipt receipt, Duration took) {
                told.add("saved " + receipt.generation());
                throw new IllegalStateException("a bug");
            }
        })) {
            store.save(1.0);
            store.save(2.0);
        }
        assertThat(told).containsExactly("saved 1", "saved 2");
        assertThat(log)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .isEqualTo(
                                "WARNING …/numbers.json: its listener threw java.lang.IllegalStateException: a bug"));
    }

    @Test
    void slowListenerKeepsNobodyFromSavingAndMissesTheOldestOfThousands() throws IOException {
        CountDownLatch goOn = new CountDownLatch(1);
        SaveStore<Double> store = on(new MemoryStorage(), new SaveListener() {
            @Override
            public void saved(SaveReceipt receipt, Duration took) {
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                told.add("saved " + receipt.generation());
            }
        });
        for (int count = 0; count < 3_000; count++) {
            store.save((double) count);
        }
        assertThat(told).isEmpty();
        goOn.countDown();
        store.close();
        assertThat(told).hasSize(1_001).startsWith("saved 1", "saved 2001").endsWith("saved 3000");
    }

    @Test
    void listenerMayCloseTheStoreAndNoThreadOfItIsLeft() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        List<SaveStore<Double>> opened = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        SaveStore<Double> store = open(new SaveListener() {
            @Override
            public void saved(SaveReceipt receipt, Duration took) {
                threads.add(Thread.currentThread());
                try {
                    opened.get(0).close();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                closed.countDown();
            }
        });
        opened.add(store);
        store.save(1.0);
        closed.await();
        threads.get(0).join();
        assertThat(threads.get(0).isAlive()).isFalse();
    }

    @Test
    void waitForAnotherProcessIsTold() throws Exception {
        Process other = LockHolder.start(file());
        try (BufferedReader itsOutput = other.inputReader()) {
            assertThat(itsOutput.readLine()).isEqualTo("open");
            FutureTask<SaveStore<Double>> opening = new FutureTask<>(() -> SaveStore.open(
                    new Numbers(),
                    file(),
                    StoreOptions.defaults().listener(listener).lockTimeout(Duration.ofMinutes(1))));
            new Thread(opening).start();
            while (!isWaiting()) {
                Thread.onSpinWait();
            }
            other.destroyForcibly().waitFor();
            opening.get().close();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(told).containsExactly("waited");
    }

    /** Whether a store is between two looks at the lock. */
    private static boolean isWaiting() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("SaveSchema numbers.json")
                        && thread.getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    void storeOfThisProcessIsNotWaitedFor() throws IOException {
        try (SaveStore<Double> store = open(listener)) {
            assertThatThrownBy(() -> open(listener)).isInstanceOf(InUseException.class);
            store.save(1.0);
        }
        assertThat(told).containsExactly("saved 1");
    }
}
