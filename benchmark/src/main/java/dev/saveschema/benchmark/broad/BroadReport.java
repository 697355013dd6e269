package dev.saveschema.benchmark.broad;

import dev.saveschema.benchmark.Medians;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Measures everything with the broad save, each contender in a JVM of its own beside the reference, and makes tables and a chart. */
public final class BroadReport {

    private static final String[] SIZE_NAMES = {"1 KB", "50 KB", "5 MB"};
    private static final String OURS = "saveschema";
    private static final List<String> ALL = List.of("load", "variants", "write", "save", "start", "memory");

    private final Map<String, String> contenders = new LinkedHashMap<>();
    private final Map<Variants, String> variants = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private BroadReport() {
        contenders.put(OURS, "**SaveSchema**");
        contenders.put("saveschema+seal", "SaveSchema, with the seal");
        contenders.put("fastjson2", "fastjson2");
        contenders.put("core", "jackson-core 3 by hand");
        contenders.put("databind3", "Jackson Databind 3");
        contenders.put("tree", "Jackson's tree, checks by hand");
        contenders.put("gson", "Gson");
        variants.put(Variants.PRETTY, "laid out for people");
        variants.put(Variants.SHUFFLED, "names shuffled");
        variants.put(Variants.VERSION_LAST, "`$version` last");
        variants.put(Variants.VERSION_ABSENT, "`$version` absent");
        variants.put(Variants.DAMAGED, "1 % of the values damaged");
        variants.put(Variants.ONE_VERSION_OLD, "one version old");
        variants.put(Variants.THREE_VERSIONS_OLD, "three versions old");
    }

    /**
     * @param arguments the folder for {@code broad-17.md} and {@code broad-17.svg}, named for the version of Java; behind it what to
     *     measure, everything by default, and {@code ours} to leave the others out. The files are written only if nothing is left out
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted = Stream.of(arguments).skip(1).toList();
        List<String> parts = ALL.stream().filter(wanted::contains).toList();
        BroadReport report = new BroadReport();
        if (wanted.contains("ours")) {
            report.contenders.keySet().removeIf(name -> !name.startsWith(OURS));
        }
        report.measure(parts.isEmpty() ? ALL : parts, wanted.isEmpty() ? Path.of(arguments[0]) : null);
    }

    private void measure(List<String> parts, @Nullable Path folder) throws IOException, InterruptedException {
        String java = Integer.toString(Runtime.version().feature());
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "broad");
        print("Java %s, %d processors", Runtime.version(), Runtime.getRuntime().availableProcessors());
        Map<String, double[]> loads = new LinkedHashMap<>();
        for (String part : parts) {
            print("");
            switch (part) {
                case "load" -> loads = compare("Load", Case.Work.LOAD);
                case "variants" -> variants();
                case "write" -> compare("Write", Case.Work.WRITE);
                case "save" -> saves(work);
                case "start" -> starts(work);
                default -> memory(work);
            }
        }
        Folders.delete(work);
        if (folder != null) {
            Files.write(folder.resolve("broad-" + java + ".md"), lines);
            BarChart.write(
                    folder.resolve("broad-" + java + ".svg"),
                    "Load, times as fast as Jackson Databind 2.22 (Java " + java + ")",
                    SIZE_NAMES,
                    loads);
        }
    }

    private Map<String, double[]> compare(String title, Case.Work work) throws IOException, InterruptedException {
        Map<String, double[]> ratios = new LinkedHashMap<>();
        print(
                "| %s, times as fast as Databind 2.22 | 1 KB | 50 KB | 5 MB | 1 KB, µs | 50 KB, µs | 50 KB, bytes allocated |",
                title);
        print("|---|--:|--:|--:|--:|--:|--:|");
        for (Map.Entry<String, String> contender : contenders.entrySet()) {
            List<Slices.Found> found = measured(contender.getKey(), Case.sizes(work));
            double[] of = found.stream().mapToDouble(Slices.Found::ratio).toArray();
            print(
                    "| %s | %.2f | %.2f | %.2f | %.1f | %.0f | %,d |",
                    contender.getValue(),
                    of[0],
                    of[1],
                    of[2],
                    found.get(0).micros(),
                    found.get(1).micros(),
                    found.get(1).bytes());
            ratios.put(contender.getValue().replace("**", ""), of);
        }
        return ratios;
    }

    private void variants() throws IOException, InterruptedException {
        print("| Load, 50 KB, times as fast as Databind 2.22 | SaveSchema | fastjson2 | µs | bytes allocated |");
        print("|---|--:|--:|--:|--:|");
        List<Case> ofOurs = Case.variants(true);
        List<Slices.Found> ours = measured(OURS, ofOurs);
        List<Slices.Found> theirs =
                contenders.containsKey("fastjson2") ? measured("fastjson2", Case.variants(false)) : List.of();
        for (int each = 0; each < ofOurs.size(); each++) {
            Slices.Found found = ours.get(each);
            print(
                    "| %s | %.2f | %s | %.0f | %,d |",
                    variants.get(ofOurs.get(each).variant()),
                    found.ratio(),
                    each < theirs.size()
                            ? String.format(
                                    Locale.ROOT, "%.2f", theirs.get(each).ratio())
                            : "–",
                    found.micros(),
                    found.bytes());
        }
    }

    private static List<Slices.Found> measured(String contender, List<Case> cases)
            throws IOException, InterruptedException {
        List<String> options =
                new ArrayList<>(List.of("-Xms1g", "-Xmx1g", "-Xmn600m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch"));
        // on a busy machine the compiler's own threads may not come to it during the warm-up
        options.add("-Xbatch");
        FreshJvm.passedOn("first", "warmup", "measured").forEach(options::add);
        List<String> arguments = new ArrayList<>(List.of(contender));
        cases.forEach(each -> arguments.add(each.toString()));
        return new FreshJvm(options)
                        .run(Slices.class, arguments)
                        .orElseThrow(() -> new IllegalStateException(contender + " failed"))
                        .stream()
                        .map(Slices.Found::parse)
                        .toList();
    }

    private void saves(Path work) throws IOException {
        print("| Save, %s | `store.save`, µs | the same calls by hand, bytes ready, µs | ratio |", fileSystem(work));
        print("|---|--:|--:|--:|");
        for (int size = 0; size < 2; size++) {
            SaveCost.Result result = new SaveCost(Case.SIZES.get(size), 1_500, 300).measure(work);
            print(
                    "| %s | %.0f | %.0f | %.2f |",
                    SIZE_NAMES[size],
                    Medians.of(result.storeMicros()),
                    Medians.of(result.handMicros()),
                    result.ratio());
        }
    }

    private static String fileSystem(Path folder) throws IOException {
        return Files.getFileStore(folder).type();
    }

    private void starts(Path work) throws IOException, InterruptedException {
        Path save = work.resolve("broad.json");
        Files.write(save, Contender.of("saveschema+seal").write(BroadSamples.ofSize(Case.MIDDLE)));
        Map<String, String> titles = new LinkedHashMap<>(contenders);
        titles.remove("saveschema+seal");
        titles.remove("tree");
        titles.put("store", "SaveSchema, `open` and `load` with lock and seal");
        titles.put("databind2", "Jackson Databind 2.22");
        Map<String, double[]> times = new ColdStart(save, 11).measure(List.copyOf(titles.keySet()));
        print(
                "| Set-up and first load of the 50 KB save, fresh JVM | times as fast as Databind 2.22 | ms of processors |");
        print("|---|--:|--:|");
        times.forEach((contestant, millis) -> print(
                "| %s | %.2f | %.0f |",
                titles.get(contestant), Medians.ofRatios(times.get("databind2"), millis), Medians.of(millis)));
    }

    private void memory(Path work) throws IOException, InterruptedException {
        print("A save of 64 MB is loaded in a heap of %.1f times its bytes.", SmallestHeap.measure(work));
    }

    private void print(String line, Object... values) {
        String made = String.format(Locale.ROOT, line, values);
        lines.add(made);
        System.out.println(made);
    }
}
