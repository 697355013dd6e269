package dev.saveschema.cli.command;

import dev.saveschema.Backup;
import dev.saveschema.SaveStore;
import dev.saveschema.cli.save.PlainSchema;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema backups}. */
@CommandLine.Command(
        name = "backups",
        description = {
            "Lists the saves behind the newest one, the newest of them first. Changes nothing.",
            "'saveschema restore' goes back to one of them."
        },
        footer = {"", "Exit codes: 0 here they are; 1 there are none."})
final class BackupsCommand extends Command {

    @Parameters(paramLabel = "FILE", description = "The save, which need not be there any more.")
    private Path file;

    @Override
    Answer answer() throws IOException {
        return new Listed(file, SaveStore.openReadOnly(PlainSchema.ANY, file).backups());
    }

    private record Listed(Path file, List<Backup> backups) implements Answer {

        @Override
        public void print(Page page) {
            if (backups.isEmpty()) {
                page.print("There are no backups of " + file);
                return;
            }
            new Copies(backups, List.of()).print(page);
            page.print(Line.of(
                    Ink.LABEL,
                    "  To go back: saveschema restore " + file + " "
                            + backups.get(0).copy().name()));
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = Json.object().put("file", file.toString());
            new Copies(backups, List.of()).addBackupsTo(json);
            return json;
        }

        @Override
        public int exitCode() {
            return backups.isEmpty() ? ExitCode.FOUND : ExitCode.FINE;
        }
    }
}
