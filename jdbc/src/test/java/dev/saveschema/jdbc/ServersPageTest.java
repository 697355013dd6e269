package dev.saveschema.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/servers.md} compiles, and its server runs. */
class ServersPageTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path directory;

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^ *```" + language + "\n(.*?)^ *```")
                .matcher(Files.readString(Path.of("../docs/servers.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** The one of them that has this in it. */
    private static String block(String language, String part) throws IOException {
        return blocks(language).stream()
                .filter(block -> block.contains(part))
                .findFirst()
                .orElseThrow();
    }

    /** Compiles a class into this directory, locks its schemas beside it, and returns what the compiler said. */
    private String compile(Path into, String name, String source) throws IOException {
        Path file = Files.writeString(Files.createDirectories(into).resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-proc:full",
                "-Asaveschema.history=" + into.resolve("../history"),
                "-Asaveschema.lock=true",
                "-cp",
                CLASS_PATH,
                "-processorpath",
                CLASS_PATH,
                "-d",
                into.toString());
        boolean isCompiled = compiler.getTask(
                        said,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(isCompiled).as(said.toString()).isTrue();
        return said.toString();
    }

    private static String serverOfVersion3() throws IOException {
        return block("java", "public class CourseServer");
    }

    /** The same server with another record, and another step. */
    private static String serverOfVersion4(String differences) throws IOException {
        String[] recordAndStep = differences.split("(?m)^$", 2);
        return serverOfVersion3()
                .replaceFirst("(?m)^ *@SaveSchema\\(version = 3\\)\n.*\n", quoteReplacement(recordAndStep[0]))
                .replaceFirst(
                        "(?ms)^    private static Progress oneStepFurther.*?^    }\n",
                        quoteReplacement(recordAndStep[1]));
    }

    @Test
    void snippetsCompile() throws Exception {
        List<String> snippets = blocks("java").stream()
                .filter(snippet -> !snippet.contains("@SaveSchema"))
                .toList();
        assertThat(snippets).hasSize(3);
        compile(directory.resolve("snippets"), "Snippets", """
                import dev.saveschema.*;
                import dev.saveschema.annotation.*;
                import dev.saveschema.bulk.*;
                import dev.saveschema.jdbc.*;
                import java.nio.file.Path;
                import java.time.Duration;
                import java.util.List;
                import javax.sql.DataSource;

                @SaveSchema(version = 1)
                record Progress(@Default("1") int step) {}

                class Snippets {
                    void run(DataSource dataSource) throws Exception {
                """ + String.join("\n", snippets) + "}}");
    }

    @Test
    void serverCountsStepsAndKeepsThem() throws Exception {
        Path three = directory.resolve("3");
        compile(three, "CourseServer", serverOfVersion3());
        String database = sqlite();
        try (Server server = new Server(three, database, "--create-tables")) {
            assertThat(server.said).endsWith("ONE_DISK: a save that has returned survives a power cut");
            assertThat(server.ask("POST", "ada")).isEqualTo("Progress[step=2, done=[1]]");
            assertThat(server.ask("POST", "ada")).isEqualTo("Progress[step=3, done=[1, 2]]");
            assertThat(server.ask("GET", "bob")).isEqualTo("Progress[step=1, done=[]]");
            assertThat(server.ask("GET", "")).isEqualTo("400");
        }
        try (Server server = new Server(three, database)) {
            assertThat(server.ask("GET", "ada")).isEqualTo("Progress[step=3, done=[1, 2]]");
        }
    }

    private String sqlite() {
        return "jdbc:sqlite:" + directory.resolve("course.db");
    }

    @Test
    void anOldServerDoesNotReplaceWhatItCannotWriteBack() throws Exception {
        Path three = directory.resolve("3");
        Path four = directory.resolve("4");
        compile(three, "CourseServer", serverOfVersion3());
        String renamed = serverOfVersion4("""
                    @SaveSchema(version = 4)
                    record Progress(
                        @dev.saveschema.annotation.RenamedFrom(value = "step", since = 4) @Default("1") @Range(min = 1) int level,
                        List<Integer> done) {}

                    private static Progress oneStepFurther(Progress now) {
                        return new Progress(now.level() + 1, now.done());
                    }
                """);
        assertThat(compile(four, "CourseServer", renamed)).contains("4: read by 4 and newer");
        try (Server next = new Server(four, sqlite(), "--create-tables");
                Server old = new Server(three, sqlite())) {
            assertThat(next.ask("POST", "ada")).isEqualTo("Progress[level=2, done=[]]");
            assertThat(old.ask("POST", "ada")).isEqualTo("503");
            assertThat(next.ask("GET", "ada")).isEqualTo("Progress[level=2, done=[]]");
        }
    }

    @Test
    void oldAndNewServersServeTheSamePeopleOnAPairOfWhichOneIsKilled() throws Exception {
        assumeTrue(PostgresPair.canRun(), "the binaries are for Linux on amd64");
        Path three = directory.resolve("3");
        Path four = directory.resolve("4");
        compile(three, "CourseServer", serverOfVersion3());
        String said = compile(four, "CourseServer", serverOfVersion4(block("java", "@SaveSchema(version = 4)")));
        assertThat(Files.readString(Path.of("../docs/servers.md")))
                .contains(said.lines()
                        .filter(line -> line.contains("4: read by"))
                        .findFirst()
                        .orElseThrow()
                        .strip());
        try (PostgresPair pair = PostgresPair.start(directory, true)) {
            pair.awaitPrimary();
            try (Server old = new Server(three, pair.url(), "--create-tables");
                    Server next = new Server(four, pair.url())) {
                assertThat(old.said).endsWith("REPLICATED: a save that has returned survives the loss of a machine");
                assertThat(old.ask("POST", "bob")).isEqualTo("Progress[step=2, done=[1]]");
                for (String line : block("text", "to version 4").strip().split("\n *")) {
                    Matcher shown = Pattern.compile("(\\w+) +/(\\w+) +\\w+ version (\\d) +(.*)")
                            .matcher(line);
                    assertThat(shown.matches()).as(line).isTrue();
                    Server server = shown.group(3).equals("3") ? old : next;
                    assertThat(server.ask(shown.group(1), shown.group(2)))
                            .as(line)
                            .isEqualTo(shown.group(4));
                }
                assertThat(migrate(four, pair.url())).isEqualTo("migrated 1 of 1 older saves; 0 were saved meanwhile");
                pair.kill(0);
                pair.promote(1);
                assertThat(next.ask("POST", "bob")).isEqualTo("Progress[step=3, done=[1, 2], stars=1]");
                assertThat(next.ask("GET", "ada")).isEqualTo("Progress[step=4, done=[1, 2, 3], stars=1]");
            }
        }
    }

    private static ProcessBuilder program(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                program + System.getProperty("path.separator") + CLASS_PATH,
                "CourseServer"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static String migrate(Path program, String database) throws Exception {
        Process process = program(program, database, "migrate").start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).isZero();
        return said;
    }

    /** The page's server, on a port that is free. */
    private static final class Server implements AutoCloseable {

        private final Process process;
        private final String said;

        Server(Path program, String database, String... more) throws Exception {
            List<String> arguments = new ArrayList<>(List.of(database, "0"));
            arguments.addAll(List.of(more));
            process = program(program, arguments.toArray(String[]::new)).start();
            said = new BufferedReader(process.inputReader(UTF_8)).readLine();
        }

        /** The line that it answers, or the status if that is none of success. */
        String ask(String method, String name) throws Exception {
            String port = said.replaceAll("listening on port (\\d+),.*", "$1");
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + name))
                    .method(method, BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body().strip() : String.valueOf(answer.statusCode());
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
