package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.json.ByteWriter;
import dev.saveschema.text.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Writes arrays, and puts sets in an order. Generated code uses it through {@link SaveWriter}. */
abstract class CollectionWriter extends ValueWriter {

    /** @param outer the place where the value will stand */
    CollectionWriter(ByteWriter out, boolean pretty, LoadLimits limits, Outer outer) {
        super(out, pretty, limits, outer);
    }

    /** Begins an array that is laid out on one line, and that a load will hold to a size. */
    public void beginArray(int size, SizeLimit limit) {
        watch.size(size, limit);
        beginArray();
    }

    /** Begins an array that is laid out with each element on lines of its own, and that a load will hold to a size. */
    public void beginLines(int size, SizeLimit limit) {
        watch.size(size, limit);
        beginLines();
    }

    /** Begins an array that is laid out on one line. */
    public void beginArray() {
        beginArray(false);
    }

    /** Begins an array that is laid out with each element on lines of its own. */
    public void beginLines() {
        beginArray(true);
    }

    private void beginArray(boolean onLines) {
        enter();
        begin();
        estimate.array();
        structure.beginArray(onLines);
    }

    /** Ends the innermost array. */
    public void endArray() {
        structure.endArray();
    }

    /** The elements of a set in their natural order, so that the same set always makes the same file. */
    public <T extends Comparable<? super T>> Iterable<T> inOrder(Set<T> elements) {
        if (elements instanceof SortedSet<T> ordered && ordered.comparator() == null) {
            estimate.set(elements.size());
            return elements;
        }
        estimate.set(elements.size());
        List<T> sorted = new ArrayList<>(elements.size());
        elements.forEach(element -> sorted.add(required(element)));
        // 1.0 and 1.00 are two elements, and the natural order puts neither first
        sorted.sort(Comparator.<T>naturalOrder().thenComparing(Object::toString));
        return sorted;
    }

    /** The elements of a sorted set, which must be in its natural order: a load gives it that order. */
    public <T> Iterable<T> inNaturalOrder(SortedSet<T> elements) {
        Comparator<? super T> order = elements.comparator();
        if (order != null && !order.equals(Comparator.naturalOrder())) {
            throw new IllegalArgumentException(place(around())
                    + ": a set with an order of its own cannot be saved; it would be loaded in natural order");
        }
        return elements;
    }

    /** The elements of a set in the order of their texts, so that the same set always makes the same file. */
    public <T> Iterable<T> inOrder(Set<T> elements, Scalar<T> scalar) {
        estimate.set(elements.size());
        List<T> sorted = new ArrayList<>(elements.size());
        elements.forEach(element -> sorted.add(required(element)));
        sorted.sort(Comparator.comparing(element -> String.valueOf(scalar.format(element))));
        return sorted;
    }

    /** Refuses a value that is nested deeper than a load reads. The check comes before the nesting could overflow the stack. */
    final void enter() {
        if (outer.depth() + structure.depth() >= limits.nesting()) {
            throw new TooDeepException(
                    "%s: nested more than %,d levels deep; this cannot be saved, since a load would not read it"
                            .formatted(Excerpt.oneLine(place()), limits.nesting()));
        }
    }
}
