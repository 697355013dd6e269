package dev.saveschema.processor;

import static dev.saveschema.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.codec.Document;
import dev.saveschema.processor.emit.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, runs, and prints what the README says it prints. */
class ReadmeTest {

    private static final String README = read("../README.md");
    private static final List<String> JAVA = blocks("java");
    private static final List<String> OUTPUT = blocks("");

    @TempDir
    Path folder;

    @Test
    void theRecordAndTheLinesThatLoadAndSaveItWork() throws ReflectiveOperationException, IOException {
        Path file = folder.resolve("progress.json");
        String lines = JAVA.get(1).replace("\"progress.json\"", "\"" + file + "\"");
        Running running = Running.compile(
                "Progress",
                "import dev.saveschema.*;\nimport java.nio.file.*;\n"
                        + JAVA.get(0)
                        + "class Use { public static void run() throws Exception {" + lines + "} }");
        Class<?> use = running.loadClass("example.Use");
        var run = use.getMethod("run");
        run.setAccessible(true);
        run.invoke(null);
        List<String> shown = blocks("json")
                .get(0)
                .lines()
                .filter(line -> !line.contains("$save"))
                .toList();
        assertThat(Files.readString(file).lines().filter(line -> !line.contains("$save")))
                .containsExactlyElementsOf(shown.stream()
                        .map(line -> line.replace("\"Ada\"", "\"Anonymous\""))
                        .toList());
    }

    @Test
    void theMigrationTakesTheStepsThatAreShown() {
        Document<Object> document = Running.read(
                Running.compile("Progress", JAVA.get(2)).schema("Progress"),
                "{\"current_step_id\": 4, \"completed_tasks\": [1, 2, 3], \"lives\": 3, \"nick\": \"Ada\", \"play_time\": 90}");
        assertThat(document.steps().stream().map(Object::toString))
                .containsExactlyElementsOf(OUTPUT.get(1).lines().toList());
        assertThat(document.repairs()).isEmpty();
    }

    @Test
    void theRepairsReadAsTheyAreShown() {
        Document<Object> document = Running.read(
                Running.compile("Progress", JAVA.get(2)).schema("Progress"),
                "{\"$version\": 4, \"current_step_id\": 4, \"settings\": {\"volume\": 400, \"muted\": true},"
                        + "\"completed_tasks\": [1, 2, \"x\"], \"xp_points\": 1, \"display_name\": \"\", \"play_time\": \"PT0S\"}");
        assertThat(Running.repairs(document))
                .containsExactlyElementsOf(OUTPUT.get(0).lines().skip(1).toList());
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
        String revision = first("<revision>(.*)</revision>", read("../pom.xml"));
        assertThat(all("<version>(.*-SNAPSHOT|0\\..*)</version>", README)).containsOnly(revision);
        assertThat(all("saveschema-(?:runtime|processor):([^\"]*)\"", README)).containsOnly(revision);
    }

    private static List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        String[] parts = README.split("(?m)^```");
        // outside and inside of a block take turns
        for (int inside = 1; inside < parts.length; inside += 2) {
            String[] block = parts[inside].split("\n", 2);
            if (block[0].equals(language)) {
                blocks.add(block[1]);
            }
        }
        return blocks;
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

    private static String first(String regex, String text) {
        return all(regex, text).get(0);
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
