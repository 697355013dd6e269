package dev.saveschema.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures everything and prints the tables of {@code README.md}. Takes about ten minutes. */
public final class Report {

    private static final int LARGE = 50_000;
    private static final int SMALL = 1_000;

    /** The number of times that new forks are made: the compiled form of the same code differs from one JVM to the next. */
    private static final int FORKS = 5;

    private static final int WARMUPS = 30;
    private static final int ROUNDS = 30;

    /** The number of slots that are listed in all, so that the code for short lists is compiled as well as that for long ones. */
    private static final int LISTED = 50_000;

    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("saveSchema", "**SaveSchema**");
        TITLES.put("saveSchemaWithSeal", "SaveSchema, with the seal");
        TITLES.put("saveSchemaPretty", "SaveSchema, laid out for people");
        TITLES.put("databind", "Jackson Databind 3");
        TITLES.put("byHand", "jackson-core by hand, no checks");
        TITLES.put("tree", "Jackson's tree, checks by hand");
    }

    private Report() {}

    /**
     * @param arguments the parts to measure, {@code load}, {@code write}, {@code submit}, {@code list}; without arguments all of
     *     them
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted = arguments.length == 0 ? List.of("load", "write", "submit", "list") : List.of(arguments);
        print(
                "JDK %s, %d processors",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
        for (String part : wanted) {
            switch (part) {
                case "load" -> compare("Load", LoadBenchmark.class);
                case "write" -> compare("Write", WriteBenchmark.class);
                case "submit" -> submitCost();
                case "list" -> listCost();
                default -> throw new IllegalArgumentException(part);
            }
        }
    }

    private static void compare(String title, Class<?> benchmarks) throws IOException {
        for (int bytes : new int[] {LARGE, SMALL}) {
            Map<String, Score> scores =
                    new Contest(benchmarks, bytes, WARMUPS, ROUNDS).run(List.copyOf(TITLES.keySet()), FORKS);
            print("");
            print("| %s %s | times as fast as Databind | as by hand | µs | bytes allocated |", title, kilobytes(bytes));
            print("|---|--:|--:|--:|--:|");
            TITLES.forEach((method, name) -> {
                Score score = scores.get(method);
                print(
                        "| %s | %.2f | %.2f | %.1f | %,.0f |",
                        name,
                        score.timesAsFastAs(scores.get("databind")),
                        score.timesAsFastAs(scores.get("byHand")),
                        score.median(),
                        score.bytes());
            });
        }
    }

    private static void submitCost() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "submits");
        print("");
        print("| 10,000 submits a second | half of them | 99 %% | 99.9 %% | the longest |");
        print("|---|--:|--:|--:|--:|");
        for (int bytes : new int[] {LARGE, SMALL}) {
            SubmitCost cost = new SubmitCost(bytes, 200_000, 2_000);
            print("`autosave.submit`, disk stalled, " + kilobytes(bytes), cost.stalled());
            print(
                    "`autosave.submit`, disk at work, " + kilobytes(bytes),
                    cost.working(folder.resolve("auto-" + bytes)));
            print("`store.save`, " + kilobytes(bytes), cost.blocking(folder.resolve("save-" + bytes)));
        }
    }

    private static void print(String what, SubmitCost.Times times) {
        print(
                "| %s | %.1f µs | %.1f µs | %.1f µs | %.0f µs |",
                what, times.within(500), times.within(990), times.within(999), times.within(1_000));
    }

    private static void listCost() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "slots");
        print("");
        print("| Slots of 50 KB | `slots.list()` | each read and loaded | ratio |");
        print("|---|--:|--:|--:|");
        for (int slots : new int[] {10, 100, 1_000}) {
            ListCost.Result result =
                    new ListCost(LARGE, slots, Math.max(100, LISTED / slots)).measure(folder.resolve("of-" + slots));
            print(
                    "| %,d | %.2f ms | %.1f ms | %.3f |",
                    slots,
                    result.listMicros() / 1_000,
                    result.loadMicros() / 1_000,
                    result.listMicros() / result.loadMicros());
        }
    }

    private static String kilobytes(int bytes) {
        return bytes / 1_000 + " KB";
    }

    private static void print(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
