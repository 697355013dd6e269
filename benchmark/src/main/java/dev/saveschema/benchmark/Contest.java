package dev.saveschema.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Several benchmarks of a class, each in a fork of JMH of its own. All forks are alive at once and are measured in turn. Iteration
 * n of one is compared with iteration n of another, which ran less than a second before or after it.
 *
 * @param warmups the iterations of each before it is measured
 * @param rounds the measured iterations of each
 */
record Contest(Class<?> benchmarks, int bytes, int warmups, int rounds) {

    private static final TimeValue WARMUP = TimeValue.milliseconds(100);
    private static final TimeValue MEASURED = TimeValue.milliseconds(50);

    /**
     * Measures all benchmarks.
     *
     * @param forks the number of times that they are measured, each time in new forks
     */
    Map<String, Score> run(List<String> methods, int forks) throws IOException {
        Map<String, Score> scores = new LinkedHashMap<>();
        for (int fork = 0; fork < forks; fork++) {
            run(methods).forEach((method, score) -> scores.merge(method, score, Score::and));
        }
        return scores;
    }

    private Map<String, Score> run(List<String> methods) throws IOException {
        System.setProperty("jmh.ignoreLock", "true"); // there are several runners, on purpose
        ExecutorService runners = Executors.newFixedThreadPool(methods.size());
        try (Turns turns = new Turns(methods.size())) {
            Map<String, CompletableFuture<Score>> running = new LinkedHashMap<>();
            for (String method : methods) {
                running.put(method, CompletableFuture.supplyAsync(() -> score(options(method, turns.port())), runners));
            }
            Map<String, Score> scores = new LinkedHashMap<>();
            running.forEach((method, score) -> scores.put(method, score.join()));
            return scores;
        } finally {
            runners.shutdownNow();
        }
    }

    private Options options(String method, int port) {
        return new OptionsBuilder()
                .include("\\Q" + benchmarks.getName() + "." + method + "\\E$")
                .param("bytes", Integer.toString(bytes))
                .forks(1)
                .jvmArgs("-Xms256m", "-Xmx256m")
                .warmupIterations(warmups)
                .warmupTime(WARMUP)
                .measurementIterations(rounds)
                .measurementTime(MEASURED)
                .addProfiler(TurnTaking.class, Integer.toString(port))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static Score score(Options options) {
        try {
            BenchmarkResult result = new Runner(options)
                    .runSingle()
                    .getBenchmarkResults()
                    .iterator()
                    .next();
            List<Double> micros = new ArrayList<>();
            List<Double> bytes = new ArrayList<>();
            for (IterationResult iteration : result.getIterationResults()) {
                micros.add(iteration.getPrimaryResult().getScore());
                bytes.add(iteration
                        .getSecondaryResults()
                        .get("gc.alloc.rate.norm")
                        .getScore());
            }
            return new Score(Medians.array(micros), Medians.of(Medians.array(bytes)));
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
