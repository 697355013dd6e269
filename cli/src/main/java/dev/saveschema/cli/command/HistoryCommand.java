package dev.saveschema.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code saveschema history}. */
@CommandLine.Command(
        name = "history",
        description = "Shows the life of each schema: its members as rows, its versions as columns.",
        subcommands = HistoryCheckCommand.class,
        footer = {"", "Exit codes: 0 fine; 1 a file of the history is not as it was locked; 3 there is no history."})
final class HistoryCommand extends Command {

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "src/main/saveschema",
            description = "The folder of the histories, or of one schema's; ${DEFAULT-VALUE} if not given.")
    private Path directory;

    @Override
    Answer answer() throws IOException {
        return new Histories(HistoryTable.in(directory));
    }
}
