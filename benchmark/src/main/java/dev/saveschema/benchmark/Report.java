package dev.saveschema.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures everything and prints the tables of {@code README.md}. Takes some minutes. */
public final class Report {

    private static final int WARMUPS = 40;
    private static final int ROUNDS = 60;

    private Report() {}

    /** @param arguments what to measure: {@code load}, {@code write}, {@code save}, {@code start}; nothing for all of it */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted = arguments.length == 0 ? List.of("load", "write", "save", "start") : List.of(arguments);
        if (wanted.contains("load")) {
            compare("Load", LoadBenchmark.class);
        }
        if (wanted.contains("write")) {
            compare("Write", WriteBenchmark.class);
        }
    }

    private static void compare(String title, Class<?> benchmarks) throws IOException {
        List<String> methods =
                List.of("databind", "byHand", "tree", "saveSchema", "saveSchemaWithSeal", "saveSchemaPretty");
        for (int bytes : new int[] {50_000, 1_000}) {
            Map<String, Contest.Score> scores = new Contest(benchmarks, bytes, WARMUPS, ROUNDS).run(methods);
            print("| %s %,d bytes | times Databind | times by hand | µs | bytes allocated |", title, bytes);
            print("|---|---|---|---|---|");
            for (String method : methods) {
                Contest.Score score = scores.get(method);
                print(
                        "| %s | %.2f | %.2f | %.1f | %,.0f |",
                        method,
                        score.timesAsFastAs(scores.get("databind")),
                        score.timesAsFastAs(scores.get("byHand")),
                        score.median(),
                        score.bytes());
            }
            print("");
        }
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
