package dev.saveschema.benchmark;

import dev.saveschema.SaveStore;
import dev.saveschema.benchmark.broad.Broad;
import dev.saveschema.benchmark.broad.BroadSchema;
import dev.saveschema.benchmark.broad.Contender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a player feels: set-up and first load in a fresh JVM, from the start of {@code main} to the record. */
final class ColdStart {

    private final Path save;
    private final int rounds;

    ColdStart(Path save, int rounds) {
        this.save = save;
        this.rounds = rounds;
    }

    /** Milliseconds in each round; the contestants take turns. */
    Map<String, double[]> measure(List<String> contestants) throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String contestant : contestants) {
                times.computeIfAbsent(contestant, absent -> new ArrayList<>()).add(inAFreshJvm(contestant));
            }
        }
        Map<String, double[]> result = new LinkedHashMap<>();
        times.forEach((contestant, each) -> result.put(contestant, Medians.array(each)));
        return result;
    }

    private double inAFreshJvm(String contestant) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        contestant,
                        save.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(contestant + " failed");
        }
        return Long.parseLong(answer) / 1e6;
    }

    /** @param arguments who, and the file */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Broad loaded = load(arguments[0], Path.of(arguments[1]));
        long time = System.nanoTime() - start;
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
}
