package dev.saveschema.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/servers.md} shows compiles, and its server runs. */
class ServersPageTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path directory;

    private static List<String> java() throws Exception {
        return Pattern.compile("(?ms)^```java\n(.*?)^```")
                .matcher(Files.readString(Path.of("../docs/servers.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private void compile(String name, String source) throws Exception {
        Path file = Files.writeString(directory.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        boolean isCompiled = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of(
                                "-proc:full",
                                "-cp",
                                CLASS_PATH,
                                "-processorpath",
                                CLASS_PATH,
                                "-d",
                                directory.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(isCompiled).as(said.toString()).isTrue();
    }

    @Test
    void snippetsCompile() throws Exception {
        List<String> snippets = java().stream()
                .filter(snippet -> !snippet.contains("public class"))
                .toList();
        assertThat(snippets).hasSize(3);
        compile("Snippets", """
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
        compile("CourseServer", java().get(3));
        String database = "jdbc:sqlite:" + directory.resolve("course.db");
        try (Server server = new Server(database, "--create-tables")) {
            assertThat(server.said).endsWith("ONE_DISK: a save that has returned survives a power cut");
            assertThat(server.ask("POST", "ada")).isEqualTo("Progress[step=2, done=[1]]\n");
            assertThat(server.ask("POST", "ada")).isEqualTo("Progress[step=3, done=[1, 2]]\n");
            assertThat(server.ask("GET", "bob")).isEqualTo("Progress[step=1, done=[]]\n");
        }
        try (Server server = new Server(database)) {
            assertThat(server.ask("GET", "ada")).isEqualTo("Progress[step=3, done=[1, 2]]\n");
        }
    }

    /** The page's server, on a port that is free. */
    private final class Server implements AutoCloseable {

        private final Process process;
        private final String said;

        Server(String database, String... more) throws Exception {
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-cp",
                    directory + System.getProperty("path.separator") + CLASS_PATH,
                    "CourseServer",
                    database,
                    "0"));
            command.addAll(List.of(more));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said = new BufferedReader(process.inputReader(UTF_8)).readLine();
        }

        String ask(String method, String name) throws Exception {
            String port = said.replaceAll("listening on port (\\d+),.*", "$1");
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + name))
                    .method(method, BodyPublishers.noBody())
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
