package dev.saveschema.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saveschema inspect}. */
@CommandLine.Command(
        name = "inspect",
        description = {
            "Shows a save: its version and seal, its members, what a load would repair, and what is kept beside it.",
            "Changes nothing, and may be used while the program has the save open."
        },
        footer = {"", "Exit codes: 0 a load uses it as it is; 1 a load repairs something; 3 there is no such save."})
final class InspectCommand extends Command {

    @Parameters(paramLabel = "FILE", description = "The save.")
    private Path file;

    @Mixin
    private CheckerOptions schema;

    @Option(names = "--all", description = "Show every element, and texts in full.")
    private boolean all;

    @Override
    Answer answer() throws IOException {
        return Inspection.of(file, schema, all);
    }
}
