package dev.saveschema.cli.command;

import dev.saveschema.cli.history.AppendOnly;
import dev.saveschema.cli.history.AppendOnly.Breach;
import dev.saveschema.cli.history.Revision;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema history check}. */
@CommandLine.Command(
        name = "check",
        description = {
            "Checks that a history has only grown: what was locked has not changed and is not gone.",
            "For a build, against the main branch or the last release."
        },
        footer = {
            "",
            "Exit codes: 0 it has only grown; 1 it has not; 3 one of them is not there.",
            "",
            "Example:",
            "  saveschema history check --against origin/main"
        })
final class HistoryCheckCommand extends Command {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "src/main/saveschema",
            description = "The folder of the histories, or of one schema's; ${DEFAULT-VALUE} if not given.")
    private Path directory;

    @Option(
            names = "--against",
            paramLabel = "DIR|REVISION",
            required = true,
            description = "An older history: a folder, or a revision of git.")
    private String against;

    @Override
    Answer answer() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        Path older = Path.of(against);
        Revision old = Files.isDirectory(older) ? Revision.ofDirectory(older) : Revision.ofGit(directory, against);
        return new Checked(old.name(), old.files().size(), AppendOnly.breaches(old, Revision.ofDirectory(directory)));
    }

    private record Checked(String against, int files, List<Breach> breaches) implements Answer {

        @Override
        public void print(Page page) {
            for (Breach breach : breaches) {
                page.print(Line.of(Ink.NAME, breach.file()).add(Ink.BAD, " " + breach.problem()));
            }
            if (breaches.isEmpty()) {
                page.print(Line.of(Ink.GOOD, "only grown")
                        .add(" since " + against + ", which had " + Words.count(files, "file")));
            } else {
                page.print(
                        "%s since %s. Saves of what was locked are on people's disks: bring it back, and make a new version."
                                .formatted(Words.count(breaches.size(), "breach", "breaches"), against));
            }
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = Json.object().put("against", against);
            ArrayNode all = json.putArray("breaches");
            breaches.forEach(
                    breach -> all.addObject().put("file", breach.file()).put("problem", breach.problem()));
            return json;
        }

        @Override
        public int exitCode() {
            return breaches.isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
        }
    }
}
