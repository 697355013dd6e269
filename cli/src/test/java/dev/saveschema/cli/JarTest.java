package dev.saveschema.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as people run it. */
class JarTest {

    @TempDir
    private Path folder;

    private static Cli java(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("java.home") + "/bin/java", "-jar", System.getProperty("cli.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("TERM", "xterm");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Cli(process.waitFor(), out, err);
    }

    @Test
    void oneJarHasAllThatItNeeds() throws Exception {
        assertThat(java("--version").out()).matches("saveschema \\d+\\.\\d+\\.\\d+.*\n");
        Path file = Cli.write(
                folder.resolve("ä.json"), "{\"$version\": 4, \"current_step_id\": 0, \"display_name\": \"Ä\"}");
        Cli byProgram = java("inspect", file.toString(), "-p", Cli.PROGRAM, "-s", "progress");
        assertThat(byProgram.err()).isEmpty();
        assertThat(byProgram.exitCode()).isEqualTo(1);
        assertThat(byProgram.out())
                .contains("ä.json", "✗ 0 is less than 1; used 1")
                .doesNotContain("\u001b");
        Cli byHistory = java("validate", file.toString(), "--history", Cli.HISTORY.toString());
        assertThat(byHistory.err()).isEmpty();
        assertThat(byHistory.out()).contains("current_step_id: ", "[OUT_OF_RANGE]");
        assertThat(java("history", Cli.HISTORY.toString()).out()).contains("renamed from nick");
        assertThat(java("explain", "MISSING").exitCode()).isZero();
    }
}
