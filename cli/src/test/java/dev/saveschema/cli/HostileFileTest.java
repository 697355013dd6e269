package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No character that a terminal acts on reaches the terminal, whatever is in a save. */
class HostileFileTest {

    /** Escape sequences, of one byte and of two characters; a title; what turns writing round; ends of lines that are none of ours. */
    private static final List<String> ATTACKS = List.of(
            "\u001b[2J",
            "\u009b31m",
            "\u001b]0;owned\u0007",
            "\u202e",
            "\u2028",
            "\u0085",
            "\r",
            "\b",
            "\u007f",
            "\u200f");

    @TempDir
    private Path folder;

    @Test
    void noCommandPrintsAControlCharacterOfAFile() throws Exception {
        for (Path file : hostile()) {
            for (List<String> command : commands(file)) {
                Cli run = Cli.run(command.toArray(String[]::new));
                assertHarmless(run.out(), command);
                assertHarmless(run.err(), command);
            }
        }
    }

    private static void assertHarmless(String printed, List<String> command) {
        assertThat(printed.codePoints().filter(HostileFileTest::isActedOn).mapToObj(Integer::toHexString))
                .as("of %s", command)
                .isEmpty();
    }

    private static boolean isActedOn(int codePoint) {
        return codePoint != '\n'
                && (Character.isISOControl(codePoint)
                        || codePoint == 0x2028
                        || codePoint == 0x2029
                        || Character.getType(codePoint) == Character.FORMAT);
    }

    private List<List<String>> commands(Path file) {
        String name = file.toString();
        return List.of(
                List.of("inspect", name),
                List.of("inspect", name, "--all", "--json"),
                List.of("inspect", name, "-p", Cli.PROGRAM, "-s", "progress", "--all"),
                List.of("inspect", name, "--history", Cli.HISTORY.toString()),
                List.of("validate", name, "-p", Cli.PROGRAM, "-s", "progress"),
                List.of("validate", name, "--history", Cli.HISTORY.toString(), "--json"),
                List.of("diff", name, name + ".other"),
                List.of("backups", name),
                List.of("kept", name, "--json"),
                List.of("restore", name, name),
                List.of("explain", name),
                List.of(name, name));
    }

    private List<Path> hostile() throws Exception {
        List<Path> files = new ArrayList<>();
        String all = escaped(String.join("", ATTACKS));
        List<String> texts = new ArrayList<>(List.of(
                "{\"$version\": 4, \"display_name\": \"" + all + "\", \"" + all + "\": \"" + all + "\"}",
                "{\"$version\": \"" + all + "\", \"difficulty\": \"" + all + "\", \"settings\": {\"" + all + "\": [\""
                        + all + "\"]}}"));
        for (String attack : ATTACKS) {
            texts.add("{\"$version\": 4, \"display_name\": " + attack + "}");
            texts.add("{\"$version\": 4, \"user_codes\": {\"" + attack + "\": 1}, \"display_name\": \"" + attack);
        }
        for (String text : texts) {
            files.add(Files.write(
                    folder.resolve("save" + files.size() + ".json"), text.getBytes(StandardCharsets.UTF_8)));
        }
        for (Path file : List.copyOf(files)) {
            Files.copy(file, folder.resolve(file.getFileName() + ".bak1"));
            Files.writeString(folder.resolve(file.getFileName() + ".other"), "{\"a\": 1}");
        }
        files.add(Files.writeString(folder.resolve("name\u001b[31m\u202e.json"), "{\"$version\": 4}"));
        files.add(folder.resolve("missing\u001b[31m.json"));
        files.add(Files.write(folder.resolve("bytes.json"), new byte[] {'{', '"', (byte) 0x9b, '"', 27, '[', 'J'}));
        return files;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.toString();
    }
}
