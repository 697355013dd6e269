package dev.saveschema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.contract.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that ends without closing its autosave. */
class AutoSaveAtExitTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    /** Submits 5 to be saved in an hour, and ends. */
    static final class Ending {

        private Ending() {}

        public static void main(String[] arguments) throws IOException {
            SaveStore<Double> store = open(arguments[0], Path.of(arguments[1]));
            store.load();
            AutoSave<Double> autosave = store.autosave(AutoSaveOptions.defaults()
                    .debounce(AN_HOUR)
                    .maxDelay(AN_HOUR)
                    .exitTimeout(Duration.ofMillis(arguments[0].equals("stalled") ? 20 : 120_000)));
            autosave.submit(5.0);
            if (arguments[0].equals("closed")) {
                autosave.close();
                store.save(6.0);
            }
            if (!arguments[0].equals("ends")) {
                System.exit(0);
            }
        }

        private static SaveStore<Double> open(String how, Path file) throws IOException {
            MemoryStorage disk = new MemoryStorage();
            switch (how) {
                case "stalled" -> disk.during(() -> uninterrupted(new CountDownLatch(1)));
                case "full" -> disk.failing(new IOException("No space left on device"));
                default -> {
                    return SaveStore.open(new Numbers(), file);
                }
            }
            return SaveStore.open(new Numbers(), disk, StoreOptions.defaults());
        }

        private static void uninterrupted(CountDownLatch never) {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private Path file() {
        return folder.resolve("numbers.json");
    }

    /** The output of the program on its standard error stream. */
    private String run(String how) throws Exception {
        Process process = OtherJvm.running(Ending.class, how, file())
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return errors;
    }

    private double saved() throws IOException {
        try (SaveStore<Double> store = SaveStore.open(new Numbers(), file())) {
            return store.load().value();
        }
    }

    @Test
    void newestValueIsSavedWhenTheProgramExits() throws Exception {
        assertThat(run("exits")).isEmpty();
        assertThat(saved()).isEqualTo(5.0);
    }

    @Test
    void newestValueIsSavedWhenTheLastThreadEnds() throws Exception {
        assertThat(run("ends")).isEmpty();
        assertThat(saved()).isEqualTo(5.0);
    }

    @Test
    void oneThatWasClosedSavesNothingMore() throws Exception {
        assertThat(run("closed")).isEmpty();
        assertThat(saved()).isEqualTo(6.0);
    }

    @Test
    void stalledDiskHoldsTheEndUpForNoLongerThanItMayAndThePersonIsTold() throws Exception {
        assertThat(run("stalled"))
                .startsWith("SaveSchema: what changed since 20")
                .contains("Z could not be saved before the program ended: numbers.json: not saved within 20 ms");
    }

    @Test
    void fullDiskIsToldToo() throws Exception {
        assertThat(run("full"))
                .contains("SaveSchema: what changed since 20")
                .contains("could not be saved before the program ended: numbers.json: No space left on device");
    }
}
