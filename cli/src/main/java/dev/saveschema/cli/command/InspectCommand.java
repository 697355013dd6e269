package dev.saveschema.cli.command;

import dev.saveschema.Copy;
import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import dev.saveschema.SaveView;
import dev.saveschema.Schema;
import dev.saveschema.cli.save.Checker;
import dev.saveschema.cli.save.PlainSchema;
import dev.saveschema.cli.save.SaveFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        Checker checker = schema.checker();
        Optional<Schema<?>> program = schema.schema();
        return inspect(file, checker, program.orElse(PlainSchema.ANY), all);
    }

    private static <T> Inspection inspect(Path file, Checker checker, Schema<T> schema, boolean all)
            throws IOException {
        SaveView<T> view = SaveStore.openReadOnly(schema, file);
        LoadResult<T> load = view.load();
        Copies copies = Copies.of(view);
        Optional<SaveFile> live = Files.exists(file) ? Optional.of(SaveFile.read(file)) : Optional.empty();
        if (live.isEmpty() && copies.isEmpty()) {
            throw new NoSuchFileException(file.toString());
        }
        // Without the program nobody can tell what a save would have to keep of the file.
        List<Copy> keptAside = schema == PlainSchema.ANY ? List.of() : load.preserved();
        // Of a file that is not used no member is repaired; only its damage is of interest.
        boolean isUsed =
                load.source().isEmpty() || load.source().get().name().equals(String.valueOf(file.getFileName()));
        Checker checkerOfLive = isUsed ? checker : Checker.PLAIN;
        return new Inspection(file, live, checker.by(), live.map(checkerOfLive::check), load, keptAside, copies, all);
    }
}
