package dev.saveschema.benchmark.broad;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures everything with the broad save, each contender in a JVM of its own beside the reference, and makes tables and a chart. */
public final class BroadReport {

    private static final int[] SIZES = {1_000, 50_000, 5_000_000};
    private static final String[] SIZE_NAMES = {"1 KB", "50 KB", "5 MB"};
    private static final int MIDDLE = 1;
    private static final String WARMUP_SECONDS = System.getProperty("warmup", "2");

    private static final Map<String, String> CONTENDERS = new LinkedHashMap<>();
    private static final Map<Variants, String> VARIANTS = new LinkedHashMap<>();

    static {
        CONTENDERS.put("saveschema", "**SaveSchema**");
        CONTENDERS.put("saveschema+seal", "SaveSchema, with the seal");
        CONTENDERS.put("fastjson2", "fastjson2");
        CONTENDERS.put("avaje", "avaje-jsonb");
        CONTENDERS.put("core", "jackson-core 3 by hand");
        CONTENDERS.put("databind3", "Jackson Databind 3");
        CONTENDERS.put("tree", "Jackson's tree, checks by hand");
        CONTENDERS.put("gson", "Gson");
        VARIANTS.put(Variants.PRETTY, "laid out for people");
        VARIANTS.put(Variants.SHUFFLED, "names shuffled");
        VARIANTS.put(Variants.VERSION_LAST, "`$version` last");
        VARIANTS.put(Variants.VERSION_ABSENT, "`$version` absent");
        VARIANTS.put(Variants.DAMAGED, "1 % of the values damaged");
        VARIANTS.put(Variants.ONE_VERSION_OLD, "one version old");
        VARIANTS.put(Variants.THREE_VERSIONS_OLD, "three versions old");
    }

    private final List<String> lines = new ArrayList<>();

    private BroadReport() {}

    /**
     * @param arguments the folder for {@code broad-17.md} and {@code broad-17.svg}, named for the version of Java; {@code ours} behind it
     *     leaves the others out
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        if (List.of(arguments).contains("ours")) {
            CONTENDERS.keySet().removeIf(name -> !name.startsWith("saveschema"));
        }
        String java = Integer.toString(Runtime.version().feature());
        BroadReport report = new BroadReport();
        Map<String, double[]> loads = report.compare("Load", "load");
        report.variants();
        report.compare("Write", "write");
        Files.write(folder.resolve("broad-" + java + ".md"), report.lines);
        BarChart.write(
                folder.resolve("broad-" + java + ".svg"),
                "Load, times as fast as Jackson Databind 2.22 (Java " + java + ")",
                SIZE_NAMES,
                loads);
    }

    private Map<String, double[]> compare(String title, String what) throws IOException, InterruptedException {
        Map<String, double[]> ratios = new LinkedHashMap<>();
        print(
                "| %s, times as fast as Databind 2.22 | 1 KB | 50 KB | 5 MB | 50 KB, µs | 50 KB, bytes allocated |",
                title);
        print("|---|--:|--:|--:|--:|--:|");
        for (Map.Entry<String, String> contender : CONTENDERS.entrySet()) {
            Slices.Found[] found = new Slices.Found[SIZES.length];
            for (int size = 0; size < SIZES.length; size++) {
                found[size] = measured(what, SIZES[size], contender.getKey(), Variants.COMPACT);
            }
            print(
                    "| %s | %.2f | %.2f | %.2f | %.0f | %,d |",
                    contender.getValue(),
                    found[0].ratio(),
                    found[MIDDLE].ratio(),
                    found[2].ratio(),
                    found[MIDDLE].micros(),
                    found[MIDDLE].bytes());
            ratios.put(
                    contender.getValue().replace("**", ""),
                    new double[] {found[0].ratio(), found[MIDDLE].ratio(), found[2].ratio()});
        }
        print("");
        return ratios;
    }

    private void variants() throws IOException, InterruptedException {
        print("| Load, 50 KB, times as fast as Databind 2.22 | SaveSchema | fastjson2 | µs | bytes allocated |");
        print("|---|--:|--:|--:|--:|");
        for (Map.Entry<Variants, String> variant : VARIANTS.entrySet()) {
            Slices.Found ours = measured("load", SIZES[MIDDLE], "saveschema", variant.getKey());
            String theirs = variant.getKey().isForAll() && CONTENDERS.containsKey("fastjson2")
                    ? String.format(
                            Locale.ROOT,
                            "%.2f",
                            measured("load", SIZES[MIDDLE], "fastjson2", variant.getKey())
                                    .ratio())
                    : "–";
            print(
                    "| %s | %.2f | %s | %.0f | %,d |",
                    variant.getValue(), ours.ratio(), theirs, ours.micros(), ours.bytes());
        }
        print("");
    }

    private static Slices.Found measured(String what, int bytes, String contender, Variants variant)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        // on a busy machine the compiler's own threads may not get to it while it warms up
                        "-Xbatch",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Slices.class.getName(),
                        what,
                        Integer.toString(bytes),
                        contender,
                        variant.name(),
                        WARMUP_SECONDS)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(contender + " failed");
        }
        return Slices.Found.parse(answer);
    }

    private void print(String line, Object... values) {
        String made = String.format(Locale.ROOT, line, values);
        lines.add(made);
        System.out.println(made);
    }
}
