package dev.saveschema;

/**
 * How much of a file a load is willing to read. What is larger than a value's limit is repaired like any other unusable value;
 * a file that is too large, or has too many elements, is taken for damaged.
 *
 * @param fileBytes the largest file, in bytes
 * @param nesting how deep objects and arrays may be nested in each other
 * @param textLength the longest text, in UTF-16 units
 * @param numberLength the longest number, in characters
 * @param elements how many members, elements and entries a file may have in all
 */
public record LoadLimits(long fileBytes, int nesting, int textLength, int numberLength, int elements) {

    /** 64 MiB, 200 levels, 16 Mi characters, 1,000 digits, 10 million elements. */
    public static final LoadLimits DEFAULTS = new LoadLimits(64L << 20, 200, 16 << 20, 1_000, 10_000_000);

    public LoadLimits {
        if (fileBytes < 1 || nesting < 1 || textLength < 1 || numberLength < 1 || elements < 1) {
            throw new IllegalArgumentException("a limit must be 1 or more");
        }
        if (nesting > MOST_NESTING) {
            // deeper objects would be read by deeper recursion
            throw new IllegalArgumentException("nesting must be at most " + MOST_NESTING);
        }
    }

    private static final int MOST_NESTING = 1_000;
}
