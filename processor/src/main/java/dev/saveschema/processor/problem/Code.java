package dev.saveschema.processor.problem;

/** Pieces of Java as a fix shows them. */
public final class Code {

    private Code() {}

    /** The text as a string literal. */
    public static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : c);
            }
        }
        return literal.append('"').toString();
    }

    /** {@code @Default("…")}. */
    public static String defaultOf(String value) {
        return "@Default(" + quoted(value) + ")";
    }
}
