package dev.saveschema.cli.report;

import dev.saveschema.cli.terminal.Harmless;

/** Escapes text for a page, so that no text becomes markup. */
final class Html {

    private Html() {}

    /** The text on one line. */
    static String text(String text) {
        return escaped(Harmless.of(text));
    }

    /** The text with its line ends. */
    static String lines(String text) {
        StringBuilder escaped = new StringBuilder();
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            escaped.append(i == 0 ? "" : "\n").append(escaped(Harmless.of(lines[i].replace("\t", "    "))));
        }
        return escaped.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
