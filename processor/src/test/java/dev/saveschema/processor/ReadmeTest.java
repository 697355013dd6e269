package dev.saveschema.processor;

import static dev.saveschema.processor.Compiled.compile;
import static dev.saveschema.processor.Compiled.compileWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.slots.SaveSlots;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's programs compile and run, and print the output that the README shows. */
class ReadmeTest {

    private static final Page README = Page.read("README.md");
    private static final List<String> JAVA = README.java();
    private static final List<String> OUTPUT = README.output();
    private static final String FILE = README.json().get(0);

    @TempDir
    Path folder;

    @Test
    void theFirstProgramIsWholeAndLeavesTheFileThatIsShown() throws IOException, InterruptedException {
        Javac javac = new Javac(folder).source("Progress.java", JAVA.get(0)).source("Game.java", JAVA.get(1));
        javac.compile();
        assertThat(run(javac, "Game"))
                .isEqualTo("Progress[currentStepId=1, completedTasks=[], displayName=Anonymous]\n");
        List<String> shown =
                FILE.lines().filter(line -> !line.contains("$save")).toList();
        assertThat(Files.readString(folder.resolve("progress.json")).lines().filter(line -> !line.contains("$save")))
                .containsExactlyElementsOf(shown.stream()
                        .map(line -> line.replace("\"Ada\"", "\"Anonymous\""))
                        .toList());
        Files.writeString(
                folder.resolve("progress.json"),
                "{\"$version\": 1, \"current_step_id\": -3, \"completed_tasks\": [1, 2, \"x\"], \"display_name\": \"Ada\"}");
        assertThat(run(javac, "Game")).startsWith(OUTPUT.get(0));
    }

    /** The output of a program that was compiled so, and is run in the folder of this test. */
    private String run(Javac compiled, String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        compiled.out() + File.pathSeparator + Javac.classPath(),
                        program)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void theLinesThatSaveAutomaticallyWork() throws ReflectiveOperationException, IOException {
        Path file = folder.resolve("progress.json");
        Running running = Running.compile(
                "Progress",
                "import dev.saveschema.*;\nimport java.nio.file.*;\n"
                        + JAVA.get(0)
                        + "class Use { public static void run(SaveStore<Progress> store, Progress progress) throws Exception {"
                        + JAVA.get(2) + "} }");
        var run = running.loadClass("example.Use").getMethods()[0];
        run.setAccessible(true);
        try (SaveStore<Object> store = SaveStore.open(running.schema("Progress"), file)) {
            run.invoke(null, store, Running.with(store.load().value(), "displayName", "Ada"));
        }
        assertThat(file).content().contains("\"display_name\": \"Ada\"");
    }

    @Test
    void theLinesThatKeepSeveralSavesWork() throws ReflectiveOperationException, IOException {
        Running running = Running.compile(
                "Progress",
                "import dev.saveschema.*;\nimport dev.saveschema.slots.*;\nimport java.nio.file.*;\n"
                        + JAVA.get(0)
                        + "class Use { public static void run() throws Exception {"
                        + JAVA.get(3).replace("\"saves\"", "\"" + folder + "\"") + "} }");
        var run = running.loadClass("example.Use").getMethod("run");
        run.setAccessible(true);
        run.invoke(null);
        SaveSlots<Object> slots = SaveSlots.in(running.schema("Progress"), folder);
        assertThat(slots.peek("Ada").value())
                .hasToString("Progress[currentStepId=8, completedTasks=[], displayName=Anonymous]");
        try (SaveStore<Object> store = slots.open("Ada")) {
            assertThat(store.kept()).hasSize(1);
        }
    }

    /** A developer who copies the first example gets no warning, with or without a history. */
    @Test
    void theFirstRecordCompilesWithoutAWarning() {
        assertThat(compileWith(List.of(), JAVA.get(0)).succeeds().warnings()).isEmpty();
    }

    @Test
    void theFileThatIsShownIsWholeAndUnedited() throws IOException {
        Path file = Files.writeString(folder.resolve("progress.json"), FILE);
        var schema = Running.compile("Progress", JAVA.get(0)).schema("Progress");
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(loaded.isClean()).isTrue();
            assertThat(loaded.value())
                    .hasToString("Progress[currentStepId=7, completedTasks=[1, 2, 3], displayName=Ada]");
        }
    }

    @Test
    void theRepairsReadAsTheyAreShown() {
        Document<Object> document = Running.read(
                Running.compile("Progress", JAVA.get(0)).schema("Progress"),
                "{\"$version\": 1, \"current_step_id\": -3, \"completed_tasks\": [1, 2, \"x\"], \"display_name\": \"Ada\"}");
        assertThat(Running.repairs(document))
                .containsExactlyElementsOf(OUTPUT.get(0).lines().toList());
    }

    @Test
    void theMigrationTakesTheStepsThatAreShown() {
        Document<Object> document = Running.read(
                Running.compile("Progress", JAVA.get(4)).schema("Progress"),
                all("`(\\{\"current_step_id\": 4.*})`", README.text()).get(0));
        assertThat(document.steps().stream().map(Object::toString))
                .containsExactlyElementsOf(OUTPUT.get(1).lines().toList());
        assertThat(document.repairs()).isEmpty();
    }

    @Test
    void aChangeOfALockedVersionFailsAsItIsShown() {
        List<String> shown = OUTPUT.get(2).lines().map(String::strip).toList();
        String history = "-Asaveschema.history=" + folder;
        compileWith(List.of(history, "-Asaveschema.lock=true"), JAVA.get(4)).succeeds();
        compileWith(
                        List.of(history),
                        JAVA.get(4).replace("@Since(4) Settings", "List<String> badges, @Since(4) Settings"))
                .failsOnly(shown.get(0).replaceFirst(".*error: ", ""))
                .atLineContaining(shown.get(1))
                .withFact(shown.get(3))
                .withFact(shown.get(4).replace("src/main/saveschema", folder.toString()))
                .withFixes(shown.get(5).replaceFirst("Fix: ", ""));
    }

    @Test
    void theCompileErrorReadsAsItIsShown() {
        List<String> shown = OUTPUT.get(3).lines().toList();
        String source = "@SaveSchema(version = 1) public record Progress(\n"
                + shown.get(1).replace(",", "") + ") { enum Difficulty { EASY, NORMAL, HARD } }";
        compile(source)
                .fails(shown.get(0).replaceFirst(".*error: ", ""))
                .withFact(shown.get(3).strip())
                .withFixes(shown.get(4).strip().replaceFirst("Fix: ", ""))
                .atLineContaining("NORMEL");
    }

    @Test
    void theVersionIsThisVersion() {
        String revision =
                all("<revision>(.*)</revision>", Page.read("pom.xml").text()).get(0);
        assertThat(all("<version>(.*-SNAPSHOT|0\\..*)</version>", README.text()))
                .containsOnly(revision);
        assertThat(all("saveschema-(?:runtime|processor):([^\"]*)\"", README.text()))
                .containsOnly(revision);
    }

    @Test
    void everyLinkWithinTheRepositoryLeadsSomewhere() throws IOException {
        List<String> pages = new ArrayList<>(
                List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "benchmark/README.md", "samples/README.md"));
        try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
            docs.forEach(page -> pages.add("docs/" + page.getFileName()));
        }
        for (String page : pages) {
            for (String link : all("\\]\\(((?!https:)[^)]+)\\)", Page.read(page).text())) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty() ? Path.of(page) : Path.of(page).resolveSibling(parts[0]);
                assertThat(Path.of("..").resolve(target))
                        .as("%s in %s", link, page)
                        .exists();
                if (parts.length > 1) {
                    assertThat(anchors(target)).as("%s in %s", link, page).contains(parts[1]);
                }
            }
        }
    }

    @Test
    void everyPageIsOneClickAway() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
            assertThat(docs.map(page -> "(docs/" + page.getFileName() + ")")).allMatch(README.text()::contains);
        }
    }

    /** The headings of a page, as links spell them. */
    private static List<String> anchors(Path page) {
        return all("(?m)^#+ (.*)$", Page.read(page.normalize().toString()).text()).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<String> all(String regex, String text) {
        List<String> found = new ArrayList<>();
        Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(found::add);
        return found;
    }
}
