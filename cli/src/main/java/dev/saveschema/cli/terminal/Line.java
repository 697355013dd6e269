package dev.saveschema.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text in several inks, on one line. All text from outside goes through {@link Harmless}. */
public final class Line {

    private record Span(Ink ink, String text) {}

    private final List<Span> spans = new ArrayList<>();
    private int length;

    public static Line of(Ink ink, String text) {
        return new Line().add(ink, text);
    }

    public static Line of(String text) {
        return of(Ink.PLAIN, text);
    }

    public Line add(Ink ink, String text) {
        String harmless = Harmless.of(text);
        spans.add(new Span(ink, harmless));
        length += harmless.codePointCount(0, harmless.length());
        return this;
    }

    public Line add(String text) {
        return add(Ink.PLAIN, text);
    }

    public Line add(Line other) {
        spans.addAll(other.spans);
        length += other.length;
        return this;
    }

    /** Fills the line up with spaces, with at least two. */
    public Line padTo(int column) {
        return add(" ".repeat(Math.max(2, column - length)));
    }

    /** The length in characters. */
    public int length() {
        return length;
    }

    /** The text without its inks. */
    public String plain() {
        return text(false);
    }

    String text(boolean coloured) {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(coloured ? span.ink.on(span.text) : span.text);
        }
        return text.toString().stripTrailing();
    }
}
