package dev.saveschema.cli.command;

import dev.saveschema.Schema;
import dev.saveschema.bulk.MigrationSummary;
import dev.saveschema.bulk.SaveMigration;
import dev.saveschema.cli.save.SaveFiles;
import dev.saveschema.slots.SaveSlots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saveschema migrate}. */
@CommandLine.Command(
        name = "migrate",
        description = {
            "Brings all saves of a folder to the program's version: only shows what would become of them, unless --yes is given.",
            "Each is migrated completely or not at all, and its older version stays beside it. What a load would repair, and what a"
                    + " program has open, is left as it is. May be stopped at any time; run again, it goes on."
        },
        footer = {
            "",
            "Exit codes: 0 all are of the newest version; 1 some are not, or would not be, or --yes was not given; 3 the folder is not there.",
            "",
            "Examples:",
            "  saveschema migrate saves --program game.jar",
            "  saveschema migrate saves --program game.jar --files '*.json' --threads 4 --yes"
        })
final class MigrateCommand extends Command {

    @Parameters(paramLabel = "DIR", description = "The folder, with a slot for each save as SaveSlots makes them.")
    private Path directory;

    @Mixin
    private ProgramOptions program;

    @Option(
            names = "--files",
            paramLabel = "GLOB",
            description = "The saves are no slots, but the files in the folder that match this: '*.json'.")
    private @Nullable String files;

    @Option(names = "--threads", paramLabel = "COUNT", defaultValue = "1", description = "How many at a time; 1.")
    private int threads;

    @Option(
            names = "--per-second",
            paramLabel = "COUNT",
            description = "Not more than so many a second, so that there is time for others.")
    private @Nullable Double perSecond;

    @Option(names = "--all", description = "List every save that is left as it is.")
    private boolean all;

    @Option(names = "--yes", description = "Migrate them.")
    private boolean yes;

    @Override
    Answer answer() throws IOException {
        Schema<?> schema = program.schema()
                .orElseThrow(() -> misused("only the program knows how to migrate its saves: --program JAR"));
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory + " is no folder");
        }
        SaveMigration migration = migration(schema).threads(threads);
        if (perSecond != null) {
            migration = migration.atMostPerSecond(perSecond);
        }
        return new Migrated(schema.version(), run(yes ? migration : migration.dryRun()), all);
    }

    private SaveMigration migration(Schema<?> schema) throws IOException {
        return files == null
                ? SaveSlots.in(schema, directory).migration()
                : SaveMigration.of(SaveFiles.in(schema, directory, files));
    }

    private MigrationSummary run(SaveMigration migration) throws IOException {
        ProgressBar bar = new ProgressBar(page(), console().coloured() ? migration.count() : 0);
        try {
            return migration.listener(soFar -> bar.show(soFar.seen())).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; what is migrated stays so, and running it again goes on", e);
        } finally {
            bar.end();
        }
    }
}
