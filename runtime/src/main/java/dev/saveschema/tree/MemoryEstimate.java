package dev.saveschema.tree;

import dev.saveschema.LoadLimits;
import java.util.function.Consumer;

/**
 * Counts the members and elements of a document, and estimates the memory that they take. Three characters of a file, {@code {},},
 * may become a hundred bytes in memory, so that a bound on the file's size does not bound the memory.
 *
 * <p>The figures are those of a JVM with compressed pointers, rounded up, for the records and collections that a document becomes.
 * Writing counts at least as much as reading does, so that every document that is saved can be read.
 */
public final class MemoryEstimate {

    /** A box or a node, and its place in a list that grows. */
    private static final int ELEMENT = 32;

    /** A map's entry, its place in the table, and a node. */
    private static final int ENTRY = 64;

    /** A list, empty. */
    private static final int ARRAY = 112;

    /** A map, empty, or a node that holds one. */
    private static final int OBJECT = 160;

    /** A record, and a reference or a box for each of its components. */
    private static final int RECORD = 32;

    private static final int COMPONENT = 24;
    private static final int TEXT = 56;
    private static final int NUMBER = 104;

    /** The cost of an element of a set beyond that of an element of a list. */
    private static final int IN_SET = 48;

    private final int mostElements;
    private final long mostBytes;
    private final Consumer<String> refusal;
    private int elements;
    private long bytes;

    /** @param refusal gets a message if a bound is exceeded */
    public MemoryEstimate(LoadLimits limits, Consumer<String> refusal) {
        this(limits, limits.memoryBytes(), refusal);
    }

    private MemoryEstimate(LoadLimits limits, long mostBytes, Consumer<String> refusal) {
        this.mostElements = limits.elements();
        this.mostBytes = mostBytes;
        this.refusal = refusal;
    }

    /**
     * An estimate for the tree of an older document, which takes more memory than the records that the document was written from.
     * If the heap is large, the tree may take a share of it beyond the usual bound, so that a large save does not become unreadable
     * with a new version. In a small heap the bound is that of any load.
     */
    public static MemoryEstimate ofTree(LoadLimits limits, Consumer<String> refusal) {
        long room = Runtime.getRuntime().maxMemory() / 8 * 3;
        return new MemoryEstimate(limits, Math.max(limits.memoryBytes(), room), refusal);
    }

    /** How many members and elements there were. */
    public int elements() {
        return elements;
    }

    /** An element of an array. */
    public void element() {
        count(ELEMENT);
    }

    /** Counts a member whose name the schema knows. Its memory is counted with its record. */
    public void member() {
        count(0);
    }

    /** A member or entry with a name from the file. */
    public void entry(String name) {
        count(ENTRY + textBytes(name.length()));
    }

    /**
     * Counts a member of a tree.
     *
     * @param isKnown whether the name was met before, and takes no further memory
     */
    public void member(boolean isKnown, String name) {
        count(isKnown ? ENTRY : ENTRY + textBytes(name.length()));
    }

    /** Counts a component of a record that is written. When the record is read, its components are counted together. */
    public void component() {
        count(COMPONENT);
    }

    /** The key of a value that is written. */
    public void key(int length) {
        count(ENTRY + textBytes(length));
    }

    /** Counts the rest of an object that was counted as a record and turns out to be a map. */
    public void map() {
        weigh(OBJECT - RECORD);
    }

    public void array() {
        weigh(ARRAY);
    }

    public void object() {
        weigh(OBJECT);
    }

    public void record(int components) {
        weigh(RECORD + (long) COMPONENT * components);
    }

    public void set(int size) {
        weigh((long) IN_SET * size);
    }

    public void text(int length) {
        weigh(textBytes(length));
    }

    public void bigNumber(int digits) {
        weigh(NUMBER + digits);
    }

    private static long textBytes(int length) {
        return TEXT + 2L * length;
    }

    private void count(long more) {
        if (++elements > mostElements) {
            refusal.accept("more than %,d members and elements".formatted(mostElements));
        }
        weigh(more);
    }

    private void weigh(long more) {
        bytes += more;
        if (bytes > mostBytes) {
            refusal.accept("more than %,d MiB in memory".formatted(mostBytes >> 20));
        }
    }
}
