package dev.saveschema.cli.command;

import dev.saveschema.Schema;
import dev.saveschema.cli.save.Program;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the program of a save. */
final class ProgramOptions {

    @Option(
            names = {"-p", "--program"},
            paramLabel = "JAR",
            description = {
                "The program's jar, or folder of classes; several as for java -cp.",
                "What a load would do is then known exactly."
            })
    private @Nullable String classPath;

    @Option(
            names = {"-s", "--schema"},
            paramLabel = "ID",
            defaultValue = "",
            description = "Which schema, where there are several.")
    private String id;

    /** The program; null until it is asked for, since its jars are searched and its classes loaded only once. */
    private @Nullable Program program;

    String id() {
        return id;
    }

    Optional<Program> program() throws IOException {
        if (program == null && classPath != null) {
            program = Program.of(classPath);
        }
        return Optional.ofNullable(program);
    }

    /** The program's schema, if there is a program. */
    Optional<Schema<?>> schema() throws IOException {
        Optional<Program> found = program();
        return found.isPresent() ? Optional.of(found.get().schema(id)) : Optional.empty();
    }
}
