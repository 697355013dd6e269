package dev.saveschema.text;

/**
 * Makes text from a file fit for a message: the text is cut, put on one line, and stripped of characters that a terminal would act
 * on.
 */
public final class Excerpt {

    private static final int LONGEST = 80;

    /**
     * The length at which the message of an exception is cut. It may begin with the name of a class, and say the essential at its
     * end.
     */
    private static final int LONGEST_MESSAGE = 400;

    private Excerpt() {}

    /** The text in double quotes. */
    public static String quoted(CharSequence text) {
        return "\"" + oneLine(text).replace("\"", "\\\"") + "\"";
    }

    /** The text with control characters, line ends and halves of surrogate pairs escaped. */
    public static String oneLine(CharSequence text) {
        return oneLine(text, LONGEST);
    }

    /** The message of an exception, or the name of its class if it has none, as {@link #oneLine(CharSequence)} shows a text. */
    public static String oneLine(Throwable thrown) {
        return oneLine(thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage());
    }

    /** The message of a program's exception on one line. It may be longer than a text from a file. */
    public static String ofMessage(CharSequence text) {
        return oneLine(text, LONGEST_MESSAGE);
    }

    private static String oneLine(CharSequence text, int longest) {
        return text.length() <= longest && isPrintable(text) ? text.toString() : fitted(text, longest);
    }

    /** Whether the text has printable ASCII only, as most names and values do. */
    private static boolean isPrintable(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String fitted(CharSequence text, int longest) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < text.length() && line.length() < longest) {
            int codePoint = Character.codePointAt(text, at);
            append(line, codePoint);
            at += Character.charCount(codePoint);
        }
        return at < text.length() ? line.append('…').toString() : line.toString();
    }

    /** Whether a text that is being put together is as long already as {@link #oneLine} shows. */
    public static boolean isFull(StringBuilder text) {
        return text.length() > LONGEST;
    }

    /** The part of a text that can be shown at most. */
    public static String start(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST + 1) : text;
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
            // format characters include those that reverse the direction of writing
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
