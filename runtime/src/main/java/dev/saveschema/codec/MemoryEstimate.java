package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How much a document holds: its members and elements counted, and an estimate of the memory they take. Three characters in a
 * file, {@code {},}, may become a hundred bytes in memory, so that a bound on the file is none on the memory.
 *
 * <p>The figures are those of a JVM with compressed pointers, rounded up. They are of the tree that a migration needs where that
 * is the larger, and a writer counts as a reader does: what was saved must be read by every later version.
 */
final class MemoryEstimate {

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

    /** What an element costs more in a set. */
    private static final int IN_SET = 48;

    /** More names than any record has; past them each counts as one of its own. */
    private static final int MOST_NAMES = 1_000;

    private final int mostElements;
    private final long mostBytes;
    private final Consumer<String> refusal;
    private final Map<String, Boolean> names = new IdentityHashMap<>();
    private int elements;
    private long bytes;

    /** @param refusal is told what there is too much of */
    MemoryEstimate(LoadLimits limits, Consumer<String> refusal) {
        this.mostElements = limits.elements();
        this.mostBytes = limits.memoryBytes();
        this.refusal = refusal;
    }

    /** How many members and elements there were. */
    int elements() {
        return elements;
    }

    void element() {
        count(ELEMENT);
    }

    /** A member whose name the schema knows. */
    void member() {
        count(0);
    }

    /** A member or entry with a name from the file. */
    void entry(String name) {
        count(ENTRY + text(name.length()));
    }

    /** A member of a tree, whose name is usually that of many. */
    void treeEntry(String name) {
        boolean known = names.containsKey(name);
        if (!known && names.size() < MOST_NAMES) {
            names.put(name, true);
        }
        count(known ? ENTRY : ENTRY + text(name.length()));
    }

    /** Any value that is written, whatever it is in. */
    void value() {
        count(ELEMENT);
    }

    /** The name of a value that is written, which all records of a kind share. */
    void sharedName() {
        weigh(ENTRY - ELEMENT);
    }

    /** The key of a value that is written. */
    void key(String name) {
        weigh(ENTRY - ELEMENT + text(name.length()));
    }

    void array() {
        weigh(ARRAY);
    }

    void object() {
        weigh(OBJECT);
    }

    void record(int components) {
        weigh(RECORD + (long) COMPONENT * components);
    }

    void set(int size) {
        weigh((long) IN_SET * size);
    }

    void text(String text) {
        weigh(text(text.length()));
    }

    void bigNumber(int digits) {
        weigh(NUMBER + digits);
    }

    private static long text(int length) {
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
