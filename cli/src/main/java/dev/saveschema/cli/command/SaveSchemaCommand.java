package dev.saveschema.cli.command;

import dev.saveschema.cli.terminal.Harmless;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code saveschema} itself. */
@CommandLine.Command(
        name = "saveschema",
        description = "Looks at saves that a program wrote with SaveSchema, compares, restores and migrates them.",
        versionProvider = SaveSchemaCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = {
            InspectCommand.class,
            ValidateCommand.class,
            DiffCommand.class,
            BackupsCommand.class,
            RestoreCommand.class,
            KeptCommand.class,
            PruneCommand.class,
            MigrateCommand.class,
            HistoryCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            GenerateCompletion.class
        },
        footer = {
            "",
            "Nothing is changed unless a command says so: see 'saveschema COMMAND --help'.",
            "",
            "Exit codes: 0 fine; 1 something was found; 2 wrong command line; 3 it could not be done.",
            "",
            "Examples:",
            "  saveschema inspect progress.json --program game.jar",
            "  saveschema history src/main/saveschema",
            "  saveschema explain OUT_OF_RANGE"
        })
public final class SaveSchemaCommand implements Runnable {

    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version.")
    private boolean version;

    private SaveSchemaCommand(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    /**
     * Runs the command of a command line.
     *
     * @return the exit code
     */
    public static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new SaveSchemaCommand(console));
        line.setOut(new PrintWriter(console.out(), true, console.charset()));
        line.setErr(new PrintWriter(console.err(), true, console.charset()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(console.coloured() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler((mistake, given) -> misused(mistake));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> failed(failure, console));
        return line.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int misused(ParameterException mistake) {
        PrintWriter err = mistake.getCommandLine().getErr();
        err.println("saveschema: " + Harmless.of(String.valueOf(mistake.getMessage())));
        if (!UnmatchedArgumentException.printSuggestions(mistake, err)) {
            err.println("See '" + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, Console console) throws Exception {
        if (failure instanceof IOException || failure instanceof IllegalArgumentException) {
            console.err().println("saveschema: " + Harmless.of(reason(failure)));
            return ExitCode.FAILED;
        }
        throw failure;
    }

    private static String reason(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException missing && missing.getReason() == null && !message.contains(" ")) {
            return message + " is not there";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return message + " is there already";
        }
        return failure instanceof AccessDeniedException ? message + " may not be read" : message;
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"saveschema " + ofJar()};
        }

        private static String ofJar() {
            return Optional.ofNullable(SaveSchemaCommand.class.getPackage().getImplementationVersion())
                    .orElse("(not from a jar)");
        }
    }
}
