package dev.saveschema;

import java.util.Objects;

/**
 * How much of a file a load is willing to read. What is larger than a value's limit is repaired like any other unusable value;
 * a file that is too large, or has too many elements, is taken for damaged. Immutable; each method with an argument returns a
 * changed copy.
 *
 * <pre>{@code
 * LoadLimits small = LoadLimits.defaults().fileBytes(1 << 20).nesting(50);
 * }</pre>
 *
 * <p>The memory that a load takes is bounded too. What it makes of a file, value by value, is estimated while it reads, and past
 * {@link #memoryBytes} the file is taken for damaged: six times the largest file, and never less than 384 MiB. While a migration
 * step runs, the document is held twice. So with the defaults no file, whatever is in it, keeps a load from answering in a heap of
 * 1 GiB that nothing else fills. A document of an older version is held as a tree, which takes more than its records: it may take three
 * eighths of the heap, if that is more. A save that a load would not take back is refused.
 */
public final class LoadLimits {

    private static final int MOST_NESTING = 1_000;
    private static final long MULTIPLE = 6;
    private static final long LEAST_MEMORY = MULTIPLE * (64 << 20);
    private static final LoadLimits DEFAULTS = new LoadLimits(64L << 20, 10_000_000, 200, 16 << 20, 1_000);

    private final long fileBytes;
    private final int elements;
    private final int nesting;
    private final int textLength;
    private final int numberLength;

    private LoadLimits(long fileBytes, int elements, int nesting, int textLength, int numberLength) {
        this.fileBytes = fileBytes;
        this.elements = elements;
        this.nesting = nesting;
        this.textLength = textLength;
        this.numberLength = numberLength;
    }

    /** 64 MiB, 10 million elements, 200 levels, 16 Mi characters, 1,000 digits. */
    public static LoadLimits defaults() {
        return DEFAULTS;
    }

    /** The largest file, in bytes. */
    public long fileBytes() {
        return fileBytes;
    }

    /**
     * With another largest file.
     *
     * @param most in bytes
     * @throws IllegalArgumentException if it is less than 1
     */
    public LoadLimits fileBytes(long most) {
        return new LoadLimits(positive(most, "fileBytes"), elements, nesting, textLength, numberLength);
    }

    /** How many members, elements and entries a file may have in all. */
    public int elements() {
        return elements;
    }

    /**
     * With another number of members, elements and entries.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public LoadLimits elements(int most) {
        return new LoadLimits(fileBytes, positive(most, "elements"), nesting, textLength, numberLength);
    }

    /** How deep objects and arrays may be nested in each other. */
    public int nesting() {
        return nesting;
    }

    /**
     * With another depth.
     *
     * @param most 1 to 1,000: deeper objects would be read by deeper recursion
     * @throws IllegalArgumentException if it is outside
     */
    public LoadLimits nesting(int most) {
        if (most > MOST_NESTING) {
            throw new IllegalArgumentException("nesting must be at most " + MOST_NESTING);
        }
        return new LoadLimits(fileBytes, elements, positive(most, "nesting"), textLength, numberLength);
    }

    /** The longest text, in UTF-16 units. */
    public int textLength() {
        return textLength;
    }

    /**
     * With another longest text.
     *
     * @param most in UTF-16 units
     * @throws IllegalArgumentException if it is less than 1
     */
    public LoadLimits textLength(int most) {
        return new LoadLimits(fileBytes, elements, nesting, positive(most, "textLength"), numberLength);
    }

    /** The longest number, in characters. */
    public int numberLength() {
        return numberLength;
    }

    /**
     * With another longest number.
     *
     * @param most in characters
     * @throws IllegalArgumentException if it is less than 1
     */
    public LoadLimits numberLength(int most) {
        return new LoadLimits(fileBytes, elements, nesting, textLength, positive(most, "numberLength"));
    }

    private static long positive(long most, String name) {
        if (most < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more");
        }
        return most;
    }

    private static int positive(int most, String name) {
        return (int) positive((long) most, name);
    }

    /** The most memory that a value made of a file may take, as estimated: 384 MiB, or six times the largest file if that is more. */
    public long memoryBytes() {
        return Math.max(LEAST_MEMORY, Math.min(fileBytes, Long.MAX_VALUE / MULTIPLE) * MULTIPLE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoadLimits limits
                && fileBytes == limits.fileBytes
                && elements == limits.elements
                && nesting == limits.nesting
                && textLength == limits.textLength
                && numberLength == limits.numberLength;
    }

    @Override
    public int hashCode() {
        return Objects.hash(fileBytes, elements, nesting, textLength, numberLength);
    }

    /** {@code fileBytes 67108864, elements 10000000, nesting 200, textLength 16777216, numberLength 1000}. */
    @Override
    public String toString() {
        return "fileBytes " + fileBytes + ", elements " + elements + ", nesting " + nesting + ", textLength "
                + textLength + ", numberLength " + numberLength;
    }
}
