package dev.saveschema.example.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lays out a scene: a title, sentences, and rows of a label and what it stands for.
 *
 * <pre>
 * 5  A truncated file
 *    The disk was full, and half of the file is gone.
 *
 *    load        RECOVERED from progress.json.bak1
 * </pre>
 */
final class Page {

    private static final int WIDTH = 98;
    private static final String MARGIN = "   ";
    private static final int LABEL = 12;
    private static final String UNDER_LABEL = MARGIN + " ".repeat(LABEL);

    private final PrintStream out;
    private final boolean coloured;
    private Path folder = Path.of("");

    Page(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** Coloured if standard output is a terminal that shows colours, and nobody said {@code NO_COLOR}. */
    static Page ofTerminal() {
        Console console = System.console();
        Charset charset = console == null ? UTF_8 : console.charset();
        return new Page(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                console != null && showsColours());
    }

    private static boolean showsColours() {
        String terminal = System.getenv().getOrDefault("TERM", "dumb");
        boolean known = !terminal.equals("dumb") || System.getenv("WT_SESSION") != null; // Windows sets no TERM
        return known && System.getenv().getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** @param files the folder of all the files that the page will speak of */
    void head(String title, String sentence, Path files) {
        folder = files;
        out.println();
        out.println(ink(Ink.TITLE, title));
        out.println(sentence);
        out.println(MARGIN + folder);
    }

    void title(int number, String title) {
        out.println();
        out.println(ink(Ink.TITLE, number + "  " + title));
    }

    void say(String sentences) {
        Lines.wrapped(sentences, WIDTH - MARGIN.length()).forEach(line -> out.println(MARGIN + line));
    }

    void space() {
        out.println();
    }

    void row(String label, String text) {
        row(label, text, null);
    }

    void good(String label, String text) {
        row(label, text, Ink.GOOD);
    }

    void repaired(String label, String text) {
        row(label, text, Ink.REPAIRED);
    }

    private void row(String label, String text, Ink ink) {
        List<String> lines = Lines.wrapped(text, WIDTH - UNDER_LABEL.length());
        for (int i = 0; i < lines.size(); i++) {
            out.println(start(i == 0 ? label : "") + ink(ink, lines.get(i)));
        }
    }

    /** A line of a table. */
    void line(String text) {
        out.println((UNDER_LABEL + text).stripTrailing());
    }

    void lookAt(Path file) {
        row("look at", folder.relativize(file).toString());
    }

    /** A file, whole; lines that are too long are cut. */
    void file(String label, Path file) throws IOException {
        lines(label, Files.readAllLines(file));
    }

    /** Lines as they are; those that are too long are cut. */
    void lines(String label, List<String> lines) {
        String next = label;
        for (String line : lines) {
            out.println(start(next) + Lines.cut(line, WIDTH - UNDER_LABEL.length()));
            next = "";
        }
    }

    /** A row that grows: the label now, then marks, then the end of the line. */
    void begin(String label) {
        out.print(start(label));
    }

    void mark(char mark) {
        out.print(mark);
        out.flush();
    }

    void end(String sentence) {
        out.println();
        out.println(ink(Ink.GOOD, sentence));
    }

    void failure(String sentence) {
        out.println();
        out.println(ink(Ink.FAILED, sentence));
    }

    private String start(String label) {
        return MARGIN + ink(Ink.LABEL, label) + " ".repeat(LABEL - label.length());
    }

    private String ink(Ink ink, String text) {
        return coloured && ink != null && !text.isEmpty() ? ink.on(text) : text;
    }
}
