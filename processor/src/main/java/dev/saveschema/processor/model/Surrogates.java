package dev.saveschema.processor.model;

/** Halves of surrogate pairs, which Java has in texts and UTF-8 does not: a text may hold one as an escape, a name may not. */
public final class Surrogates {

    private Surrogates() {}

    public static boolean hasHalf(String text) {
        return text.codePoints().anyMatch(Surrogates::isHalf);
    }

    /** The text without them. */
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
