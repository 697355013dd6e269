package dev.saveschema.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.cli.command.Console;
import dev.saveschema.cli.command.SaveSchemaCommand;
import dev.saveschema.example.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as a terminal does, and keeps what they print. */
public record Cli(int exitCode, String out, String err) {

    /** The classes of the example: four versions of {@code progress}, and two other schemas. */
    public static final String PROGRAM = program();

    public static final Path HISTORY = Path.of("../example/src/main/saveschema");

    public static Cli run(String... arguments) {
        return run(false, arguments);
    }

    static Cli coloured(String... arguments) {
        return run(true, arguments);
    }

    private static Cli run(boolean coloured, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = SaveSchemaCommand.run(
                new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), UTF_8, coloured),
                arguments);
        return new Cli(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program() {
        try {
            return Path.of(Progress.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
