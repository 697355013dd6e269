package dev.saveschema.example.game;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.SaveStatus;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Supplier;

/** The terminal: what the player types, and a line of state above it that goes on changing meanwhile. */
final class Screen {

    private static final int PAUSE_MILLIS = 100;
    private static final String SPINNER = "|/-\\";
    private static final String REDRAW =
            "\u001b[s\u001b[1A\r\u001b[2K%s\u001b[u"; // the line above the cursor, and back

    /** What is longer than the screen is wide is cut, and not continued in the next line. */
    private static final String IN_ONE_LINE = "\u001b[?7l%s\u001b[?7h";

    private final BufferedReader in;
    private final PrintStream out;
    private final boolean redraws;
    private final boolean hasTicks;
    private boolean coloured;
    private int frame;

    /** @param redraws whether the state is drawn anew while the player types */
    Screen(BufferedReader in, PrintStream out, boolean redraws, boolean hasTicks) {
        this.in = in;
        this.out = out;
        this.redraws = redraws;
        this.coloured = redraws;
        this.hasTicks = hasTicks;
    }

    static Screen ofTerminal() {
        Console console = System.console();
        Charset charset = console == null ? UTF_8 : console.charset();
        boolean redraws =
                console != null && !System.getenv().getOrDefault("TERM", "dumb").equals("dumb");
        return new Screen(
                new BufferedReader(new InputStreamReader(System.in, charset)),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                redraws,
                charset.newEncoder().canEncode('✓'));
    }

    void colours(boolean wanted) {
        coloured = redraws && wanted;
    }

    void say(String line) {
        out.println(line);
    }

    /**
     * Asks for a line.
     *
     * @return what was typed; empty at the end of the input
     */
    Optional<String> ask(Supplier<String> state) throws IOException {
        out.println(line(state));
        out.print("> ");
        out.flush();
        while (redraws && !in.ready()) {
            pause();
            frame++;
            out.print(REDRAW.formatted(line(state)));
            out.flush();
        }
        return Optional.ofNullable(in.readLine()).map(String::strip);
    }

    private String line(Supplier<String> state) {
        return redraws ? IN_ONE_LINE.formatted(state.get()) : state.get();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A tick if everything is saved, a spinner while it is not, and why if it cannot be. */
    String show(SaveStatus status) {
        return switch (status.state()) {
            case SAVED -> ink("32", hasTicks ? "✓ saved" : "saved");
            case PENDING -> ink("33", SPINNER.charAt(frame % SPINNER.length()) + " saving");
            case FAILED ->
                ink("31", "not saved: " + status.failure().map(Object::toString).orElse(""));
        };
    }

    private String ink(String colour, String text) {
        return coloured ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
