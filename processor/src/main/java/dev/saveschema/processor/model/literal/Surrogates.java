package dev.saveschema.processor.model.literal;

/**
 * Finds halves of surrogate pairs. A Java text may contain one and UTF-8 may not: a file can hold it as an escape in a text, and
 * not in a name.
 */
public final class Surrogates {

    private Surrogates() {}

    public static boolean hasHalf(String text) {
        return text.codePoints().anyMatch(Surrogates::isHalf);
    }

    /** The text without halves of surrogate pairs. */
    public static String withoutHalves(String text) {
        return text.codePoints()
                .filter(point -> !isHalf(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
