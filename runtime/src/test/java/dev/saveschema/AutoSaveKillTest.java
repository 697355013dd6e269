package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.contract.Numbers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that submits ten thousand values a second is killed at a random moment, again and again. See CONTRIBUTING.md for the
 * form in which it lives for up to a minute each time.
 */
class AutoSaveKillTest {

    private static final int KILLS = Integer.getInteger("autosave.kills", 100);
    private static final int LONGEST_LIFE =
            Integer.getInteger("autosave.life", 300); // milliseconds, of which the first save takes some 100
    private static final Random RANDOM = new Random(Long.getLong("random.seed", 1));

    @TempDir
    Path folder;

    /** Submits one number after another, and prints those that a flush acknowledged. */
    static final class Submitting {

        private static final int NANOS_BETWEEN = 100_000;

        private Submitting() {}

        public static void main(String[] arguments) throws IOException {
            Random random = new Random(Long.parseLong(arguments[1]));
            try (SaveStore<Double> store = SaveStore.open(new Numbers(), Path.of(arguments[0]))) {
                double n = store.load().value();
                AutoSave<Double> autosave = store.autosave(AutoSaveOptions.defaults()
                        .debounce(Duration.ofMillis(5))
                        .maxDelay(Duration.ofMillis(10)));
                System.out.println((long) n);
                long next = System.nanoTime();
                while (!System.out.checkError()) { // until the reader of the output is gone
                    n++;
                    autosave.submit(n);
                    if (random.nextInt(200) == 0) {
                        autosave.flush();
                        System.out.println((long) n);
                    }
                    next += NANOS_BETWEEN;
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            }
        }
    }

    private Path file() {
        return folder.resolve("numbers.json");
    }

    @Test
    void whatAFlushAcknowledgedIsThereAfterAKillAndOrderNeverRunsBack() throws Exception {
        double loaded = 0;
        int acknowledgements = 0;
        int beyondWhatWasAcknowledged = 0;
        int kills = 0;
        // On a slow machine it takes more kills until one comes after a save.
        while (kills < KILLS || kills < 10 * KILLS && (acknowledgements == 0 || beyondWhatWasAcknowledged == 0)) {
            kills++;
            double before = loaded;
            long acknowledged = liveAndDie();
            loaded = load();
            assertThat(loaded).isGreaterThanOrEqualTo(acknowledged);
            assertThat(generations()).isSorted().endsWith(loaded);
            acknowledgements += acknowledged > before ? 1 : 0;
            beyondWhatWasAcknowledged += loaded > acknowledged ? 1 : 0;
        }
        System.out.printf(
                "Kills of an autosave: %d, of which %d after a flush, %d after a save that nobody waited for%n",
                kills, acknowledgements, beyondWhatWasAcknowledged);
        assertThat(acknowledgements).isPositive();
        assertThat(beyondWhatWasAcknowledged).isPositive();
    }

    /** The last number that it said was saved. */
    private long liveAndDie() throws IOException, InterruptedException {
        Process process =
                OtherJvm.running(Submitting.class, file(), RANDOM.nextInt()).start();
        long last;
        try (BufferedReader said = process.inputReader()) {
            last = Long.parseLong(said.readLine()); // the program has loaded, and begins to submit
            if (RANDOM.nextBoolean()) {
                last = Long.parseLong(said.readLine()); // on a slow machine its life may be over before its first save
            }
            Thread.sleep(RANDOM.nextInt(LONGEST_LIFE)); // to be killed at any moment
            process.toHandle().destroyForcibly(); // unlike the process's own, this leaves its output to be read
            process.waitFor();
            for (String line = said.readLine(); line != null && !line.isEmpty(); line = said.readLine()) {
                last = Long.parseLong(line);
            }
        }
        return last;
    }

    private double load() throws IOException {
        try (SaveStore<Double> store = SaveStore.open(new Numbers(), file())) {
            LoadResult<Double> loaded = store.load();
            assertThat(loaded.repairs()).isEmpty();
            store.save(loaded.value());
            return loaded.value();
        }
    }

    /** The numbers in the file and its backups, the oldest first. */
    private List<Double> generations() throws IOException {
        List<Double> numbers = new ArrayList<>();
        for (String suffix : List.of(".bak2", ".bak1", "")) {
            Path generation = folder.resolve("numbers.json" + suffix);
            if (Files.exists(generation)) {
                numbers.add(Numbers.numberIn(Files.readString(generation)));
            }
        }
        return numbers;
    }
}
