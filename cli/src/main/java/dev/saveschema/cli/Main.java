package dev.saveschema.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.cli.command.Console;
import dev.saveschema.cli.command.SaveSchemaCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The entry of {@code java -jar saveschema-cli.jar}. */
public final class Main {

    /**
     * The logger of the runtime, held here, since an unreferenced logger loses its level. It is turned off: the commands print the
     * findings of a load themselves.
     */
    private static final Logger RUNTIME = Logger.getLogger("dev.saveschema");

    private Main() {}

    public static void main(String[] arguments) {
        RUNTIME.setLevel(Level.OFF);
        boolean isTerminal = isTerminal();
        Charset charset = isTerminal ? System.console().charset() : UTF_8;
        Console console = new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                charset,
                isTerminal && showsColours());
        System.exit(SaveSchemaCommand.run(console, arguments));
    }

    /**
     * Whether the output is a terminal. From JDK 22 on there may be a console without a terminal; since then the console can be
     * asked.
     */
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError("a public method of every Java that has it", e);
        }
    }

    private static boolean showsColours() {
        String terminal = System.getenv().getOrDefault("TERM", "dumb");
        boolean known = !terminal.equals("dumb") || System.getenv("WT_SESSION") != null; // Windows sets no TERM
        return known && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }
}
