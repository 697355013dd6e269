package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/help.txt");

    private static final List<List<String>> COMMANDS = List.of(
            List.of(),
            List.of("inspect"),
            List.of("validate"),
            List.of("diff"),
            List.of("backups"),
            List.of("restore"),
            List.of("kept"),
            List.of("prune"),
            List.of("migrate"),
            List.of("history"),
            List.of("history", "check"),
            List.of("report"),
            List.of("explain"));

    /** Its diff is read in review; {@code -Dgolden.update=true} writes it anew. */
    @Test
    void helpIsAsItWasLookedAt() throws Exception {
        StringBuilder all = new StringBuilder();
        for (List<String> command : COMMANDS) {
            Cli help = Cli.run(java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of("--help"))
                    .toArray(String[]::new));
            assertThat(help.exitCode()).isZero();
            assertThat(help.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
            all.append("$ saveschema ")
                    .append(String.join(" ", command))
                    .append(command.isEmpty() ? "--help\n" : " --help\n")
                    .append(help.out())
                    .append('\n');
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, all);
        }
        assertThat(all.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    /** The list shows the first line of each, which is cut off where it does not end a sentence. */
    @Test
    void listOfCommandsDescribesEachInWholeSentences() {
        String help = Cli.run("--help").out();
        String commands = help.substring(help.indexOf("Commands:\n"), help.indexOf("\nNothing is changed"));
        assertThat(commands.split("\n  (?=\\S)"))
                .hasSizeGreaterThan(10)
                .allSatisfy(command -> assertThat(command.strip()).matches("(?s)Commands:|.*\\."));
    }

    @Test
    void completionScriptKnowsTheCommands() {
        assertThat(Cli.run("generate-completion").out()).contains("inspect", "--program", "complete -F");
    }

    @Test
    void colourIsOnATerminalOnly() {
        assertThat(Cli.run("explain", "MISSING").out()).doesNotContain("\u001b");
        assertThat(Cli.coloured("explain", "MISSING").out()).contains("\u001b[1mMISSING\u001b[0m");
        assertThat(Cli.coloured("explain", "MISSING", "--json").out()).doesNotContain("\u001b");
    }

    @Test
    void mistakeInTheCommandLineSaysWhatWasMeant() {
        Cli mistaken = Cli.run("validat");
        assertThat(mistaken.exitCode()).isEqualTo(2);
        assertThat(mistaken.err())
                .startsWith("saveschema: Unmatched argument at index 0: 'validat'\nDid you mean: saveschema validate");
        assertThat(Cli.run("inspect", "--prog", "x", "y").err()).startsWith("saveschema: Unknown option");
    }
}
