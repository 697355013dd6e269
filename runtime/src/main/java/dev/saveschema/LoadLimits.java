package dev.saveschema;

/**
 * How much of a file a load is willing to read. What is larger than a value's limit is repaired like any other unusable value;
 * a file that is too large, or has too many elements, is taken for damaged.
 *
 * <p>The memory that a load takes is bounded too. What it makes of a file, value by value, is estimated while it reads, and past
 * {@link #memoryBytes} the file is taken for damaged: six times the largest file, and never less than 384 MiB. While a migration
 * step runs, the document is held twice. So with the defaults no file, whatever is in it, keeps a load from answering in a heap
 * of 1 GiB that nothing else fills. A save that a load would not take back is refused.
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

    /** The most memory that a value made of a file may take, as estimated: 384 MiB, or six times the largest file if that is more. */
    public long memoryBytes() {
        return Math.max(LEAST_MEMORY, Math.min(fileBytes, Long.MAX_VALUE / MULTIPLE) * MULTIPLE);
    }

    private static final long MULTIPLE = 6;
    private static final long LEAST_MEMORY = MULTIPLE * (64 << 20);
}
