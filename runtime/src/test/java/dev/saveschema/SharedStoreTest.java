package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.storage.contract.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs that have one file open. */
class SharedStoreTest {

    private static final int PROGRAMS = 4;
    private static final int THREADS = 4;

    /** Of each thread; the long form of this test has 2,000. */
    private static final int INCREMENTS = Integer.getInteger("shared.increments", 50);

    private static final StoreOptions SHARED = StoreOptions.defaults().shared().lockTimeout(Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("numbers.json");
    }

    private SaveStore<Double> shared() throws IOException {
        return SaveStore.open(new Numbers(), file(), SHARED);
    }

    /** Counts, with several threads, and ends. */
    static final class Counting {

        public static void main(String[] arguments) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try (SaveStore<Double> store = SaveStore.open(new Numbers(), Path.of(arguments[0]), SHARED)) {
                List<Future<?>> counting = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    counting.add(threads.submit(() -> count(store, Integer.parseInt(arguments[1]))));
                }
                for (Future<?> each : counting) {
                    each.get();
                }
            } finally {
                threads.shutdown();
            }
        }

        private static Void count(SaveStore<Double> store, int times) throws IOException {
            for (int i = 0; i < times; i++) {
                store.update(n -> n + 1);
            }
            return null;
        }
    }

    @Test
    void conflictHasBothValuesByWhateverPathTheFileWasOpened() throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(file());
        try (SaveStore<Double> ours = SaveStore.open(new Numbers(), relative, SHARED);
                SaveStore<Double> theirs = shared()) {
            ours.load();
            theirs.save(5.0);
            assertThatThrownBy(() -> ours.save(1.0)).isInstanceOfSatisfying(ConflictException.class, conflict -> {
                assertThat(conflict.refused(Double.class)).isEqualTo(1.0);
                assertThat(conflict.stored(Double.class)).isEqualTo(5.0);
            });
            assertThat(ours.bytes(ours.copy())).isEqualTo(Files.readAllBytes(file()));
        }
    }

    @Test
    void noIncrementOfAnyProgramIsLost() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < PROGRAMS; i++) {
            programs.add(OtherJvm.running(Counting.class, file(), INCREMENTS)
                    .inheritIO()
                    .start());
        }
        for (Process program : programs) {
            assertThat(program.waitFor()).isZero();
        }
        try (SaveStore<Double> store = shared()) {
            LoadResult<Double> loaded = store.load();
            assertThat(loaded.value()).isEqualTo((double) PROGRAMS * THREADS * INCREMENTS);
            assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(store.kept()).as("nobody was in conflict with himself").isEmpty();
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "numbers.json", "numbers.json.bak1", "numbers.json.bak2", ".numbers.json.lock");
        }
    }

    @Test
    void whoHasTheFileForItselfKeepsOthersOutUntilItCloses() throws IOException {
        StoreOptions impatient = StoreOptions.defaults().shared().lockTimeout(Duration.ZERO);
        try (SaveStore<Double> alone = SaveStore.open(new Numbers(), file())) {
            alone.save(1.0);
            assertThatThrownBy(() -> SaveStore.open(new Numbers(), file(), impatient))
                    .isInstanceOf(InUseException.class);
        }
        try (SaveStore<Double> store = SaveStore.open(new Numbers(), file(), impatient)) {
            assertThat(store.load().value()).isEqualTo(1.0);
            try (SaveStore<Double> alone = SaveStore.open(new Numbers(), file())) {
                alone.save(2.0);
                assertThatThrownBy(() -> store.save(3.0)).hasMessageContaining("it was locked by somebody else");
                assertThatThrownBy(store::load).isInstanceOf(InUseException.class);
            }
            assertThat(store.update(n -> n + 10)).isEqualTo(12.0);
        }
    }

    @Test
    void aSaveThatSomebodyDeletedIsAConflictToo() throws IOException {
        try (SaveStore<Double> store = shared()) {
            store.save(5.0);
            SaveStore.delete(file());
            assertThatThrownBy(() -> store.save(6.0)).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> store.save(6.0)).isInstanceOf(ConflictException.class);
            assertThat(store.update(n -> n + 1)).isEqualTo(1.0);
        }
    }

    @Test
    void anEditIsAConflictAndNotLost() throws IOException {
        try (SaveStore<Double> store = shared()) {
            store.save(5.0);
            Files.writeString(file(), "{\"$version\": 1, \"n\": 70.0}");
            assertThatThrownBy(() -> store.save(6.0))
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            conflict ->
                                    assertThat(conflict.stored(Double.class)).isEqualTo(70.0));
            assertThat(store.update(n -> n + 1)).isEqualTo(71.0);
        }
    }

    @Test
    void aLoadMakesNoFolderThatSomebodyDeleted() throws IOException {
        Path gone = folder.resolve("gone");
        try (SaveStore<Double> store = SaveStore.open(new Numbers(), gone.resolve("numbers.json"), SHARED)) {
            Files.delete(gone.resolve(".numbers.json.lock"));
            Files.delete(gone);
            assertThat(store.load().outcome()).isEqualTo(Outcome.FIRST_RUN);
            assertThat(gone).doesNotExist();
            store.save(1.0);
            assertThat(gone.resolve("numbers.json")).exists();
        }
    }

    @Test
    void itIsPrintedWhatAPowerCutMayTake() throws IOException {
        StoreOptions atomic = StoreOptions.defaults().durability(SyncMode.ATOMIC);
        try (SaveStore<Double> store = SaveStore.open(new Numbers(), file(), atomic)) {
            assertThat(store)
                    .hasToString(file()
                            + ", BEST_EFFORT: a power cut, or the end of what keeps them, may take the last saves");
        }
    }
}
