package dev.saveschema.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.Charset;

/** The lines that a command prints, in colours or without. */
public final class Page {

    private final PrintStream out;
    private final boolean coloured;
    private final Glyphs glyphs;

    public Page(PrintStream out, boolean coloured, Charset charset) {
        this.out = out;
        this.coloured = coloured;
        this.glyphs = Glyphs.in(charset);
    }

    public Glyphs glyphs() {
        return glyphs;
    }

    public void print(Line line) {
        out.println(line.text(coloured));
    }

    public void print(String text) {
        print(Line.of(text));
    }

    public void space() {
        out.println();
    }

    /** Prints a title. */
    public void title(String text) {
        print(Line.of(Ink.TITLE, text));
    }

    /** Prints a label and its text. */
    public void row(String label, Line text) {
        print(Line.of("  ").add(Ink.LABEL, label).padTo(14).add(text));
    }

    public void row(String label, String text) {
        row(label, Line.of(text));
    }

    /** Replaces the line of the cursor; only on a terminal. */
    public void progress(String text) {
        if (coloured) {
            out.print("\r\u001b[2K" + Harmless.of(text));
            out.flush();
        }
    }

    /** Clears the line of the progress. */
    public void endProgress() {
        progress("");
    }
}
