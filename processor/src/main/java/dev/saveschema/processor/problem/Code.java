package dev.saveschema.processor.problem;

/** Pieces of Java for fixes. */
public final class Code {

    private Code() {}

    /** The text as a string literal. */
    public static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int point : text.codePoints().toArray()) {
            switch (point) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (isShown(point)) {
                        literal.appendCodePoint(point);
                    } else {
                        literal.append("\\u%04x".formatted(point));
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** Whether a message can show the character. Control characters and halves of surrogate pairs are escaped. */
    private static boolean isShown(int point) {
        boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !Character.isISOControl(point) && !isHalf;
    }

    /** {@code @Default("…")}. */
    public static String defaultOf(String value) {
        return "@Default(" + quoted(value) + ")";
    }
}
