package dev.saveschema.benchmark.broad;

import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wait of a player: set-up and first load in a fresh JVM, from the start of {@code main} to the record. The measured time is
 * the processor time of its threads, so that other programs do not count; where the system does not tell it, the elapsed time.
 */
final class ColdStart {

    private static final Path THREADS = Path.of("/proc/self/task");

    private final Path save;
    private final int rounds;

    ColdStart(Path save, int rounds) {
        this.save = save;
        this.rounds = rounds;
    }

    /** Milliseconds in each round; the contestants take turns. */
    Map<String, double[]> measure(List<String> contestants) throws IOException, InterruptedException {
        Map<String, double[]> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String contestant : contestants) {
                String line = FreshJvm.with()
                        .run(ColdStart.class, List.of(contestant, save.toString()))
                        .orElseThrow()
                        .get(0);
                times.computeIfAbsent(contestant, absent -> new double[rounds])[round] = Long.parseLong(line) / 1e6;
            }
        }
        return times;
    }

    /** @param arguments the contestant, and the file */
    public static void main(String[] arguments) throws IOException {
        long start = nanos();
        Broad loaded = load(arguments[0], Path.of(arguments[1]));
        long time = nanos() - start;
        if (loaded.items().isEmpty()) {
            throw new AssertionError("nothing was loaded");
        }
        System.out.println(time);
    }

    private static Broad load(String contestant, Path save) throws IOException {
        if (!contestant.equals("store")) {
            return Contender.of(contestant).read(Files.readAllBytes(save));
        }
        try (SaveStore<Broad> store = BroadSchema.open(save)) {
            return store.load().value();
        }
    }

    private static long nanos() throws IOException {
        if (!Files.isDirectory(THREADS)) {
            return System.nanoTime();
        }
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                sum += nanos(thread);
            }
        }
        return sum;
    }

    private static long nanos(Path thread) throws IOException {
        try {
            String times = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(times.substring(0, times.indexOf(' ')));
        } catch (NoSuchFileException e) {
            return 0; // the thread has just ended
        }
    }
}
