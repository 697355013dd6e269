package dev.saveschema.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.LoadResult;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.processor.ErrorsPage.Section;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.emit.SchemaEmitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/errors.md} has a section for each problem and each reason, and each shows what is printed. After a change of a
 * message, {@code -Dtest=ErrorsPageTest -Dgolden.update=true} writes the messages of the page anew; then read the diff.
 */
class ErrorsPageTest {

    private static final ErrorsPage PAGE = ErrorsPage.read();

    private static final Path PROBLEMS = Path.of("src/main/java/dev/saveschema/processor/problem");
    private static final Pattern CREATED =
            Pattern.compile("Problem\\s*\\.(?:error|warning|mandatoryWarning|note)\\(\\s*(?:\"(\\w+)\")?");

    /** The notes about a schema without a fault. */
    private static final Pattern FINE = Pattern.compile("Note: \\[SaveSchema/(?:Draft|Locked)\\].*", Pattern.DOTALL);

    private static final Pattern OPTION = Pattern.compile("`(-A[^`]*)`");
    private static final Pattern NESTING = Pattern.compile("nesting\\((\\d+)\\)");

    /** Brings about what a source does not say. */
    private interface Mishap {
        void happen(CommandLineJavac javac) throws IOException;
    }

    /** The mishaps of the sections that need one; without it their source is right. */
    private static final Map<String, Mishap> MISHAPS = Map.ofEntries(
            Map.entry("MissingClass", ErrorsPageTest::loseAClass),
            Map.entry("StaleRecord", ErrorsPageTest::putTheOutputOnTheClassPath),
            Map.entry("HistoryGap", javac -> Files.delete(javac.history().resolve("hero/2.schema.json"))),
            Map.entry("HistoryEdited", javac -> {
                Path locked = javac.history().resolve("hero/1.schema.json");
                Files.writeString(locked, Files.readString(locked).replace("\"name\"", "\"nick\""));
            }),
            Map.entry(
                    "NotAHistoryFile",
                    javac -> Files.writeString(
                            javac.history().resolve("hero/1.schema.json"),
                            "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n")),
            Map.entry(
                    "HistoryUnreadable",
                    javac -> Files.writeString(
                            Files.createDirectories(javac.history()).resolve("hero"), "no directory")),
            Map.entry(
                    "CannotLock",
                    javac -> Files.createDirectories(javac.history().resolve("hero/1.sample.json"))),
            Map.entry(
                    "CannotWrite",
                    javac -> Files.writeString(
                            Files.createDirectories(javac.nextGenerated()).resolve("example"), "no directory")),
            Map.entry("NoRuntime", CommandLineJavac::withoutRuntime),
            Map.entry("OtherRuntime", javac -> javac.with(new SaveSchemaProcessor(new SchemaEmitter()::emit, "0.2.0"))),
            Map.entry(
                    "Bug",
                    javac -> javac.with(new SaveSchemaProcessor((schema, steps, minReader, previous) -> {
                        throw new IllegalStateException("no shape for " + schema.id());
                    }))));

    @TempDir
    Path folder;

    static List<Section> problems() {
        return PAGE.problems();
    }

    static List<Section> reasons() {
        return PAGE.reasons();
    }

    @Test
    void everyProblemHasOneSectionAndEverySectionAProblem() throws IOException {
        List<String> created = new ArrayList<>();
        try (Stream<Path> files = Files.list(PROBLEMS)) {
            for (Path file : files.toList()) {
                Matcher creation = CREATED.matcher(Files.readString(file));
                while (creation.find()) {
                    assertThat(creation.group(1))
                            .as("an id that this test can read, in %s", file)
                            .isNotNull();
                    created.add(creation.group(1));
                }
            }
        }
        assertThat(problems().stream().map(Section::id))
                .containsExactlyInAnyOrderElementsOf(created.stream().distinct().toList());
    }

    @Test
    void everyReasonHasOneSectionInTheOrderOfTheReasons() {
        assertThat(reasons().stream().map(Section::id))
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::name).toList());
    }

    @Test
    void theIntroductionShowsAMessageOfThePage() {
        assertThat(problems().stream().map(Section::said)).contains(PAGE.example());
    }

    @Test
    void everyMishapIsThatOfASection() {
        assertThat(problems().stream().map(Section::id)).containsAll(MISHAPS.keySet());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theCompilerPrintsWhatTheSectionShows(Section section) throws IOException {
        Assumptions.assumeTrue(
                !section.id().equals("StaleRecord") || Runtime.version().feature() < 23,
                "a newer javac does not fail on it");
        CommandLineJavac javac = new CommandLineJavac(folder);
        lock(javac, section);
        if (MISHAPS.containsKey(section.id())) {
            MISHAPS.get(section.id()).happen(javac);
        }
        List<String> ours =
                ours(javac.compile(options(section, javac), section.before().code()));
        // one mistake may be told at two places, and nothing else is wrong
        assertThat(ours).isNotEmpty().allMatch(message -> message.contains("[SaveSchema/" + section.id() + "]"));
        if (Boolean.getBoolean("golden.update")) {
            ErrorsPage.rewrite(section, ours.get(0));
            return;
        }
        assertThat(ours.get(0)).isEqualTo(section.said());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void afterwardsItCompiles(Section section) throws IOException {
        CommandLineJavac javac = new CommandLineJavac(folder);
        lock(javac, section);
        List<String> messages;
        if (section.after().isPresent()) {
            messages = javac.compile(options(section, javac), section.after().get());
        } else {
            // the source is right, whatever else was wrong
            library(javac);
            messages = javac.compile(
                    List.of(section.locked().isEmpty() ? "-Asaveschema.history=none" : historyOf(javac)),
                    section.before().code());
        }
        assertThat(messages)
                .filteredOn(message -> !FINE.matcher(message).matches())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void aLoadReportsAndUsesWhatTheSectionShows(Section section) throws IOException {
        Matcher record = Pattern.compile("public record (\\w+)").matcher(section.schema());
        assertThat(record.find()).isTrue();
        Schema<Object> schema =
                Running.compile(record.group(1), section.schema()).schema(record.group(1));
        Path file = folder.resolve("save.json");
        Files.writeString(file, section.before().code().stripTrailing());
        try (SaveStore<Object> store = SaveStore.open(schema, file, loadOptions(section))) {
            LoadResult<Object> loaded = store.load();
            String said = loaded.repairs().stream().map(repair -> repair + "\n").collect(Collectors.joining());
            if (Boolean.getBoolean("golden.update")) {
                ErrorsPage.rewrite(section, said);
                return;
            }
            assertThat(said).isEqualTo(section.said());
            assertThat(loaded.repairs()).extracting(Repair::reason).contains(Reason.valueOf(section.id()));
            JsonMapper mapper = new JsonMapper();
            assertThat(mapper.readTree(Running.write(schema, loaded.value())))
                    .isEqualTo(mapper.readTree(section.after().orElseThrow()));
            assertThat(store.save(loaded.value()).preserved())
                    .as("what is kept aside")
                    .hasSize(section.id().equals("MISSING") ? 0 : 1);
        }
    }

    private static void lock(CommandLineJavac javac, Section section) throws IOException {
        for (String source : section.locked()) {
            assertThat(javac.compile(List.of(historyOf(javac), "-Asaveschema.lock=true"), source))
                    .allMatch(message -> FINE.matcher(message).matches())
                    .anyMatch(message -> message.contains("[SaveSchema/Locked]"));
        }
    }

    /** The options in the line above the code, and a history if that line mentions one. */
    private static List<String> options(Section section, CommandLineJavac javac) {
        String lead = section.before().lead();
        List<String> options = new ArrayList<>();
        Matcher option = OPTION.matcher(lead);
        while (option.find()) {
            options.add(option.group(1));
        }
        if (!lead.contains("without the option `saveschema.history`")) {
            boolean isKept = !section.locked().isEmpty()
                    || lead.contains("with an empty history")
                    || MISHAPS.containsKey(section.id());
            options.add(isKept ? historyOf(javac) : "-Asaveschema.history=none");
        }
        return options;
    }

    private static String historyOf(CommandLineJavac javac) {
        return "-Asaveschema.history=" + javac.history();
    }

    private static StoreOptions loadOptions(Section section) {
        Matcher nesting = NESTING.matcher(section.before().lead());
        return nesting.find()
                ? StoreOptions.defaults().limits(LoadLimits.defaults().nesting(Integer.parseInt(nesting.group(1))))
                : StoreOptions.defaults();
    }

    /** The messages of ours, but for a draft's unless that is what is asked for. */
    private static List<String> ours(List<String> messages) {
        List<String> ours = messages.stream()
                .filter(message -> message.contains("[SaveSchema/"))
                .toList();
        List<String> wrong = ours.stream()
                .filter(message -> !FINE.matcher(message).matches())
                .toList();
        return wrong.isEmpty() ? ours : wrong;
    }

    private static void loseAClass(CommandLineJavac javac) throws IOException {
        javac.withClassPath(library(javac).get(1));
    }

    /** The classes of a library's two records, of which one is part of the other. */
    private static List<Path> library(CommandLineJavac javac) throws IOException {
        Path gone = javac.nextClasses();
        javac.compile(List.of("-proc:none"), "package example.lib;\npublic record Gone() {}");
        javac.withClassPath(gone);
        Path settings = javac.nextClasses();
        javac.compile(List.of("-proc:none"), "package example.lib;\npublic record Settings(Gone gone) {}");
        javac.withClassPath(gone, settings);
        return List.of(gone, settings);
    }

    private static void putTheOutputOnTheClassPath(CommandLineJavac javac) throws IOException {
        Path classes = javac.nextClasses();
        javac.compile(List.of(historyOf(javac)), section("StaleRecord").before().code());
        javac.withClassPath(classes);
    }

    private static Section section(String id) {
        return problems().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
