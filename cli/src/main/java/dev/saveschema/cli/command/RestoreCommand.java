package dev.saveschema.cli.command;

import dev.saveschema.Backup;
import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Repair;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.cli.save.PlainSchema;
import dev.saveschema.cli.save.SaveFile;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema restore}. */
@CommandLine.Command(
        name = "restore",
        description = {
            "Goes back to a backup, or to what was kept aside: makes it the newest save, completely or not at all.",
            "The save that it replaces is kept aside. Without --program the copy comes back as it is; with it, repaired and"
                    + " migrated as the program would."
        },
        footer = {
            "",
            "Exit codes: 0 it is the newest save now; 3 it cannot be restored, or the save is in use; nothing was changed."
        })
final class RestoreCommand extends Command {

    @Parameters(index = "0", paramLabel = "FILE", description = "The save.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "COPY",
            description = "The name of the copy, as 'backups' and 'kept' list it: progress.json.bak1.")
    private String name;

    @Mixin
    private ProgramOptions program;

    @Override
    Answer answer() throws IOException {
        Optional<Schema<?>> schema = program.schema();
        return schema.isPresent() ? restored(schema.get()) : restoredAsItIs();
    }

    private <T> Restored restored(Schema<T> schema) throws IOException {
        try (SaveStore<T> store = SaveStore.open(schema, file, SaveFile.KEEPING_ALL)) {
            Copy copy = copy(store);
            List<Repair> repairs = store.load(copy).repairs();
            return new Restored(file, copy, repairs, store.restore(copy));
        }
    }

    /** Restores a copy without its program, as it is and in its own version. */
    private Restored restoredAsItIs() throws IOException {
        PlainSchema schema = PlainSchema.of(SaveFile.read(pathOfCopy()));
        try (SaveStore<?> store = SaveStore.open(schema, file, SaveFile.KEEPING_ALL)) {
            Copy copy = copy(store);
            LoadResult<?> newest = store.load();
            if (newest.outcome() == Outcome.NEWER) {
                // going back to an older version is the purpose here, and the newer save is kept aside
                store.overwriteNewer();
            }
            return new Restored(file, copy, List.of(), store.restore(copy));
        }
    }

    private Path pathOfCopy() throws IOException {
        Copies beside = Copies.of(SaveStore.openReadOnly(PlainSchema.ANY, file));
        return find(beside).path().orElseThrow();
    }

    private Copy copy(SaveStore<?> store) throws IOException {
        return find(new Copies(store.backups(), store.kept()));
    }

    private Copy find(Copies beside) throws IOException {
        String wanted = String.valueOf(Path.of(name).getFileName());
        return Stream.concat(
                        beside.backups().stream().map(Backup::copy),
                        beside.kept().stream().map(KeptCopy::copy))
                .filter(copy -> copy.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        name + " is no copy of " + file + "; 'saveschema backups' and 'saveschema kept' list them"
                                + (Files.exists(file) ? "" : ", and there is no such save")));
    }

    private record Restored(Path file, Copy copy, List<Repair> repairs, SaveReceipt receipt) implements Answer {

        @Override
        public void print(Page page) {
            page.print(Line.of(Ink.GOOD, "restored ")
                    .add(Ink.NAME, copy.name())
                    .add(
                            receipt.written()
                                    ? " as generation " + receipt.generation() + " of " + file
                                    : ", which " + file + " holds already"));
            for (Copy kept : receipt.preserved()) {
                page.print(Line.of("  kept aside: ").add(Ink.NAME, kept.name()));
            }
            for (Repair repair : repairs) {
                page.print(Line.of("  repaired: ").add(Ink.CHANGED, repair.toString()));
            }
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = Json.object()
                    .put("file", file.toString())
                    .put("restored", copy.name())
                    .put("generation", receipt.generation())
                    .put("written", receipt.written());
            ArrayNode kept = json.putArray("keptAside");
            receipt.preserved().forEach(each -> kept.add(each.name()));
            json.set("repairs", Json.repairs(repairs));
            return json;
        }

        @Override
        public int exitCode() {
            return ExitCode.FINE;
        }
    }
}
