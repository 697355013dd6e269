package dev.saveschema.cli.terminal;

/** Makes text from a file, a file's name or a command line harmless: no character of it can act on a terminal. */
public final class Harmless {

    private Harmless() {}

    /**
     * The text on one line. Control characters, escape sequences, characters that reverse the direction of writing, and halves of
     * surrogate pairs are shown as escapes, {@code \u001b}.
     */
    public static String of(String text) {
        if (text.codePoints().allMatch(Harmless::isHarmless)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(codePoint -> append(line, codePoint));
        return line.toString();
    }

    private static void append(StringBuilder line, int codePoint) {
        switch (codePoint) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (isHarmless(codePoint)) {
                    line.appendCodePoint(codePoint);
                } else {
                    line.append("\\u%04x".formatted(codePoint));
                }
            }
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
