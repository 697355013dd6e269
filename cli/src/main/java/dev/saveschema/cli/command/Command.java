package dev.saveschema.cli.command;

import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A command, which answers as text or as JSON. */
abstract class Command implements Callable<Integer> {

    /** The mapper for answers in JSON. It writes ASCII only, so that no character can act on a terminal. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    /** Does the work of the command. */
    abstract Answer answer() throws IOException;

    /** The page to print on. Before the command answers, it prints only its progress there. */
    final Page page() {
        Console console = console();
        return new Page(console.out(), console.coloured() && !json, console.charset());
    }

    final Console console() {
        return ((SaveSchemaCommand) spec.root().userObject()).console();
    }

    /** The exception for options that cannot be combined. */
    final CommandLine.ParameterException misused(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    @Override
    public final Integer call() throws IOException {
        Answer answer = answer();
        if (json) {
            // DEL is ASCII, too; in JSON it can only be in a text
            console().out().println(JSON.writeValueAsString(answer.json()).replace("\u007f", "\\u007f"));
        } else {
            answer.print(page());
        }
        return answer.exitCode();
    }
}
