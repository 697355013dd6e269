package dev.saveschema.cli.command;

import dev.saveschema.Schema;
import dev.saveschema.cli.save.Checker;
import dev.saveschema.cli.save.HistoryChecker;
import dev.saveschema.cli.save.Program;
import dev.saveschema.cli.save.ProgramChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that name the schema of a save. */
final class CheckerOptions {

    @Mixin
    private ProgramOptions program;

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "The folder with the schema's history, when there is no jar: src/main/saveschema.")
    private @Nullable Path history;

    /** The checker that these options ask for. */
    Checker checker() throws IOException {
        Optional<Program> found = program.program();
        if (found.isPresent()) {
            return new ProgramChecker(
                    found.get().schema(program.id()), found.get().name());
        }
        if (history != null) {
            HistoryChecker checker = HistoryChecker.of(schemaDirectory(history, program.id()));
            checker.requireReadable();
            return checker;
        }
        return Checker.PLAIN;
    }

    /** The program's schema, if there is a program. */
    Optional<Schema<?>> schema() throws IOException {
        return program.schema();
    }

    /** The folder with the schema's history, if it was given. */
    Optional<Path> history() {
        return Optional.ofNullable(history);
    }

    String id() {
        return program.id();
    }

    /** The folder of one schema in a history, or the history's own folder if it is that of one schema. */
    static Path schemaDirectory(Path history, String id) throws IOException {
        if (!id.isEmpty()) {
            return history.resolve(id);
        }
        List<Path> schemas;
        try (Stream<Path> entries = Files.list(history)) {
            schemas = entries.filter(Files::isDirectory).sorted().toList();
        }
        if (schemas.isEmpty()) {
            return history;
        }
        if (schemas.size() > 1) {
            throw new IOException("%s has several schemas; say which, with --schema: %s"
                    .formatted(
                            history,
                            String.join(
                                    ", ",
                                    schemas.stream()
                                            .map(schema -> schema.getFileName().toString())
                                            .toList())));
        }
        return schemas.get(0);
    }
}
