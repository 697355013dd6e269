package dev.saveschema.cli.command;

import dev.saveschema.cli.history.Lives;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.HistoryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        List<String> ids = new HistoryDirectory(directory).ids();
        List<HistoryTable> tables = new ArrayList<>();
        if (ids.isEmpty()) {
            Path schema = directory.toAbsolutePath().normalize();
            tables.add(table(
                    new HistoryDirectory(schema.getParent()),
                    schema.getFileName().toString()));
        } else {
            for (String id : ids) {
                tables.add(table(new HistoryDirectory(directory), id));
            }
        }
        if (tables.stream().allMatch(HistoryTable::isEmpty)) {
            throw new NoSuchFileException(directory + " has no version's file, such as progress/1.schema.json");
        }
        return new Histories(tables);
    }

    private static HistoryTable table(HistoryDirectory directory, String id) throws IOException {
        History history = directory.read(id);
        return new HistoryTable(Lives.of(id, history), history.unusable());
    }
}
