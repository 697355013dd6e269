package dev.saveschema.codec.limit;

/**
 * The number of elements that a collection or map may have.
 *
 * @param min the smallest allowed number
 * @param max the largest allowed number
 * @param clamp whether a collection that is too long is cut at its end; else the default is used
 */
public record SizeLimit(int min, int max, boolean clamp) {

    /** Allows every size. */
    public static final SizeLimit NONE = new SizeLimit(0, Integer.MAX_VALUE, false);

    /** Allows {@code min} to {@code max} elements, both included. */
    public static SizeLimit size(int min, int max) {
        return new SizeLimit(min, max, false);
    }

    public boolean allows(int size) {
        return size >= min && size <= max;
    }

    /** The same sizes; a collection that is too long is cut at its end. */
    public SizeLimit clamped() {
        return new SizeLimit(min, max, true);
    }
}
