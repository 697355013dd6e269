package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands that {@code docs/cli.md} shows, in their order and in one folder, and holds the page to what they print.
 * {@code -Dgolden.update=true} writes it into the page.
 */
class CliPageTest {

    private static final Path PAGE = Path.of("../docs/cli.md");

    @TempDir
    private Path folder;

    @Test
    void commandsOfThePagePrintWhatItShows() throws Exception {
        copy(Path.of(Cli.PROGRAM), folder.resolve("game.jar"));
        copy(Cli.HISTORY, folder.resolve("src/main/saveschema"));
        try (SaveStore<Progress> store = ProgressSchema.open(folder.resolve("ada.json"))) {
            Progress progress = store.load().value();
            for (int step = 1; step <= 4; step++) {
                store.save(ProgressSchema.with(progress).currentStepId(step).done());
            }
        }
        for (int i = 1; i <= 1200; i++) {
            Files.writeString(
                    Files.createDirectories(folder.resolve("saves")).resolve("player" + i + ".json"),
                    "{\"$version\": 1, \"current_step_id\": %d, \"completed_tasks\": [], \"user_codes\": {}, \"study_time\": 9, \"nick\": \"P\"}"
                            .formatted(i - 3));
        }
        String page = Files.readString(PAGE);
        String run = run(page);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, run);
        }
        assertThat(run).isEqualTo(Files.readString(PAGE));
    }

    /** The page with what the commands really print. */
    private String run(String page) throws IOException {
        List<String> lines = new ArrayList<>();
        String fence = "";
        String file = "";
        StringBuilder content = new StringBuilder();
        for (String line : page.lines().toList()) {
            if (line.startsWith("```")) {
                if (fence.equals("json") && !file.isEmpty()) {
                    Files.writeString(folder.resolve(file), content);
                }
                fence = fence.isEmpty() ? line.substring(3) + (line.length() == 3 ? "text" : "") : "";
                content.setLength(0);
                lines.add(line);
            } else if (fence.equals("console")) {
                if (line.startsWith("$ ")) {
                    lines.add(line);
                    lines.addAll(printed(line.substring("$ saveschema ".length())));
                }
            } else {
                content.append(line).append('\n');
                lines.add(line);
                file = fence.isEmpty() ? fileIn(line, file) : file;
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** A paragraph that ends with a file's name and a colon says what the block below it is. */
    private static String fileIn(String line, String before) {
        if (line.isEmpty()) {
            return before;
        }
        return line.matches(".*`[a-z.0-9-]+`:") ? line.replaceAll(".*`([a-z.0-9-]+)`:", "$1") : "";
    }

    private List<String> printed(String command) {
        String[] arguments = Stream.of(command.replace("'", "").split(" +"))
                .map(argument -> (Files.exists(folder.resolve(argument)) || argument.endsWith(".html"))
                                && !argument.startsWith("-")
                        ? folder.resolve(argument).toString()
                        : argument)
                .toArray(String[]::new);
        Cli run = Cli.run(arguments);
        return (run.out() + run.err())
                .replace(folder + "/", "")
                .replaceAll("(?<=id |after )[0-9a-f]{16}", "6f1c0a9b5e3d7712")
                .replaceAll("\\d{8}T\\d{6}Z-[0-9a-f]{8}", "20261122T194703Z-4ea1af90")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "2026-11-22 19:47:03 UTC")
                .lines()
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
