package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.json.NameTable;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import dev.saveschema.tree.MemoryEstimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads arrays, maps and their keys. Generated code uses it through {@link SaveReader}. */
abstract class CollectionReader extends ValueReader {

    /** The table for an object whose names are keys. */
    static final NameTable NO_NAMES = NameTable.of(List.of());

    final Nesting nesting;
    final MemoryEstimate estimate;

    CollectionReader(Scanner in, LoadLimits limits, RepairReporter repairs, Nesting nesting, MemoryEstimate estimate) {
        super(in, limits, repairs, estimate);
        this.nesting = nesting;
        this.estimate = estimate;
    }

    /** Enters an array; false, after a repair, if there is none. */
    public boolean beginArray() {
        if (!begin(Token.ARRAY, "an array", null)) {
            return false;
        }
        estimate.array();
        return true;
    }

    /** Sets that the array just entered keeps places: an unusable element leaves its place empty, and a repair says "used null". */
    public void keepPlaces() {
        nesting.current().keepPlaces();
    }

    /** Moves to the next element; false at the end of the array. */
    public boolean nextElement() {
        // before it is known whether there is a next element: damage on the way to it is reported at its place
        nesting.current().enterElement();
        if (in.nextElement() == Token.NONE) {
            nesting.leave();
            return false;
        }
        estimate.element();
        return true;
    }

    /** Enters an object whose names are keys; false, after a repair, if there is none. */
    public boolean beginMap() {
        if (!begin(Token.OBJECT, "an object", null)) {
            return false;
        }
        estimate.object();
        return true;
    }

    /** Moves to the next entry's value; false at the end of the map. Its key is to be read first. */
    public boolean nextEntry() {
        nesting.current().enterNothing();
        if (in.nextName(NO_NAMES, 0) == Scanner.END) {
            nesting.leave();
            return false;
        }
        String name = in.currentName();
        nesting.current().enterEntry(name);
        in.value();
        estimate.entry(name);
        return true;
    }

    /** The current entry's key. */
    public String readKey() {
        return in.currentName();
    }

    /** The current entry's key as a number; null, after a repair that drops the entry, if it is none. */
    public @Nullable Integer readIntKey() {
        return usableKey(Keys.intKey(in.currentName()), "a whole number");
    }

    /** The current entry's key as a number; null, after a repair that drops the entry, if it is none. */
    public @Nullable Long readLongKey() {
        return usableKey(Keys.longKey(in.currentName()), "a whole number");
    }

    /** The current entry's key; null, after a repair that drops the entry, if the limit does not allow it. */
    public @Nullable String readKey(TextLimit limit) {
        String key = in.currentName();
        if (limit.isTooShort(key)) {
            return refusedKey(Reason.TOO_SHORT, key, limit.violation(key));
        }
        if (limit.isTooLong(key)) {
            return refusedKey(Reason.TOO_LONG, key, limit.violation(key));
        }
        String mismatch = mismatch(key, limit);
        return mismatch == null ? key : refusedKey(Reason.NO_MATCH, key, mismatch);
    }

    /** The current entry's key as a number; null, after a repair that drops the entry, if it is none or beyond the limit. */
    public @Nullable Integer readIntKey(WholeLimit limit) {
        Integer key = readIntKey();
        return key == null || limit.allows(key)
                ? key
                : refusedKey(Reason.OUT_OF_RANGE, key.toString(), limit.violation());
    }

    /** The current entry's key as a number; null, after a repair that drops the entry, if it is none or beyond the limit. */
    public @Nullable Long readLongKey(WholeLimit limit) {
        Long key = readLongKey();
        return key == null || limit.allows(key)
                ? key
                : refusedKey(Reason.OUT_OF_RANGE, key.toString(), limit.violation());
    }

    private <K> @Nullable K refusedKey(Reason reason, String key, String violation) {
        repairs.keyOutsideLimit(reason, key, violation);
        return null;
    }

    /** The current entry's key as a UUID; null, after a repair that drops the entry, if it is none. */
    public @Nullable UUID readUuidKey() {
        return usableKey(Scalars.UUID.parse(in.currentName()), Scalars.UUID.noun());
    }

    /** The current entry's key as a constant; null, after a repair that drops the entry, if it is none. */
    public <E extends Enum<E>> @Nullable E readKey(Constants<E> constants) {
        E key = constants.byName(in.currentName());
        if (key == null) {
            repairs.unusableKey(Reason.UNKNOWN_CONSTANT, in.currentName(), "one of " + constants.expected());
        }
        return key;
    }

    private <K> @Nullable K usableKey(@Nullable K key, String noun) {
        if (key == null) {
            repairs.unusableKey(Reason.WRONG_TYPE, in.currentName(), noun);
        }
        return key;
    }

    /**
     * Reports that the array or map that was just left is not used, since an element or entry in it was invalid.
     *
     * @return the fallback
     */
    public <T> @Nullable T reset(@Nullable T fallback) {
        repairs.invalidElement();
        return fallback;
    }

    /**
     * Adds an element to a set. Reports the element if it is in the set already, or if its own {@code hashCode} or {@code equals}
     * throws.
     *
     * @return whether the set contains the element now
     */
    public <T> boolean add(Set<T> set, T element) {
        try {
            if (set.add(element)) {
                estimate.set(1);
            } else {
                repairs.duplicateElement();
            }
            return true;
        } catch (RuntimeException | Error refusal) {
            refused(refusal);
            return false;
        }
    }

    /**
     * Reports an exception of the developer's code. An error of the machine itself is thrown on, but for a stack that overflowed,
     * which the developer's code has caused.
     */
    void refused(Throwable thrown) {
        if (thrown instanceof VirtualMachineError failure && !(failure instanceof StackOverflowError)) {
            throw failure;
        }
        repairs.rejected(thrown);
    }

    /** Puts an entry into a map. Reports a key that was there before; the last value counts. */
    public <K, V> void put(Map<K, V> map, K key, V value) {
        if (map.put(key, value) != null) {
            repairs.duplicateMember();
        }
    }

    /** The elements of the array that was just left, unmodifiable, if they are as many as they may be. */
    public <T> @Nullable List<T> list(List<T> elements, SizeLimit limit, @Nullable List<T> fallback) {
        return switch (sized(elements.size(), "elements", limit)) {
            case FITS -> Collections.unmodifiableList(elements);
            case CUT -> List.copyOf(elements.subList(0, limit.max()));
            case REFUSED -> fallback;
        };
    }

    /** The elements of the array that was just left, unmodifiable, if they are as many as they may be. */
    public <T> @Nullable Set<T> set(Set<T> elements, SizeLimit limit, @Nullable Set<T> fallback) {
        return switch (sized(elements.size(), "elements", limit)) {
            case FITS -> Collections.unmodifiableSet(elements);
            case CUT ->
                Collections.unmodifiableSet(new LinkedHashSet<>(new ArrayList<>(elements).subList(0, limit.max())));
            case REFUSED -> fallback;
        };
    }

    /** The elements of the array that was just left, unmodifiable, if they are as many as they may be. */
    public <T> @Nullable SortedSet<T> sortedSet(
            SortedSet<T> elements, SizeLimit limit, @Nullable SortedSet<T> fallback) {
        return switch (sized(elements.size(), "elements", limit)) {
            case FITS -> Collections.unmodifiableSortedSet(elements);
            case CUT ->
                Collections.unmodifiableSortedSet(new TreeSet<>(new ArrayList<>(elements).subList(0, limit.max())));
            case REFUSED -> fallback;
        };
    }

    /** The elements of the array that was just left, if they are as many as they may be. */
    public <T> @Nullable Deque<T> deque(Deque<T> elements, SizeLimit limit, @Nullable Deque<T> fallback) {
        return switch (sized(elements.size(), "elements", limit)) {
            case FITS -> elements;
            case CUT -> {
                while (elements.size() > limit.max()) {
                    elements.removeLast();
                }
                yield elements;
            }
            case REFUSED -> fallback;
        };
    }

    /** The entries of the map that was just left, unmodifiable, if they are as many as they may be. */
    public <K, V> @Nullable Map<K, V> map(Map<K, V> entries, SizeLimit limit, @Nullable Map<K, V> fallback) {
        return switch (sized(entries.size(), "entries", limit)) {
            case FITS -> Collections.unmodifiableMap(entries);
            case CUT -> {
                Iterator<K> keys = entries.keySet().iterator();
                for (int kept = 0; keys.hasNext(); kept++) {
                    keys.next();
                    if (kept >= limit.max()) {
                        keys.remove();
                    }
                }
                yield Collections.unmodifiableMap(entries);
            }
            case REFUSED -> fallback;
        };
    }

    private Fit sized(int size, String noun, SizeLimit limit) {
        if (limit.allows(size)) {
            return Fit.FITS;
        }
        boolean cut = limit.clamp() && size > limit.max();
        repairs.wrongSize(size, noun, limit, cut);
        return cut ? Fit.CUT : Fit.REFUSED;
    }

    private enum Fit {
        FITS,
        CUT,
        REFUSED
    }

    /** Enters an object or array; false, after a repair, if there is none, or it is nested too deep. */
    boolean begin(Token start, String noun, @Nullable Members members) {
        if (in.token() != start) {
            repairs.wrongType(noun);
            return false;
        }
        if (!nesting.enter(members)) {
            repairs.tooDeep(limits.nesting());
            return false;
        }
        in.enter();
        return true;
    }
}
