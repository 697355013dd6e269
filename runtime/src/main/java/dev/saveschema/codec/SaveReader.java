package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.ValueCodec;
import dev.saveschema.codec.TokenCursor.Tag;
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
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.databind.JsonNode;

/**
 * Reads a document that may hold anything. Each {@code read} method takes the value at the current place and returns it if it is
 * of the right type and within its limits; otherwise it reports a repair, passes over the value and returns the fallback it was
 * given. A null fallback stands for "leave it out", which is what elements and entries get.
 *
 * <p>Not thread-safe. Made by {@link DocumentReader} for one document.
 */
public final class SaveReader extends ValueReader {

    /** What {@link #nextMember} answers at the end of an object. */
    public static final int END = -1;

    private static final Tag NO_TAG = new Tag(null, false);

    private final Nesting nesting;
    private final Footprint footprint;
    private int unknown;
    private int versions;
    private @Nullable Subtypes tagged;
    private Tag tag = NO_TAG;
    private String refusal = "";

    SaveReader(TokenCursor in, LoadLimits limits, RepairLog log) {
        this(in, limits, log, new Nesting(limits.nesting()));
    }

    private SaveReader(TokenCursor in, LoadLimits limits, RepairLog log, Nesting nesting) {
        this(in, limits, new Repairs(in, nesting, log), nesting, new Footprint(limits, in::refuse));
    }

    private SaveReader(TokenCursor in, LoadLimits limits, Repairs repairs, Nesting nesting, Footprint footprint) {
        super(in, limits, repairs, footprint);
        this.nesting = nesting;
        this.footprint = footprint;
    }

    /** How many objects and arrays were open at a time. */
    int deepestSoFar() {
        return nesting.deepestSoFar();
    }

    /** Reports that the document ends here before its end. */
    void damaged() {
        repairs.damaged();
    }

    /** Whether any member of the document was met, so that there is something of it to keep. */
    boolean metSomething() {
        return footprint.elements() > unknown;
    }

    // ---- objects that may be one of several

    /**
     * Finds out which of several records the object at the current place is; as such it is to be read next. If there is no object,
     * or it is none of them, reports a repair, passes over the value and answers a number that no record has.
     */
    public int readSubtype(Subtypes subtypes) {
        if (in.token() != JsonToken.START_OBJECT) {
            repairs.wrongType("an object");
            return Subtypes.UNKNOWN;
        }
        if (nesting.isFull()) {
            repairs.tooDeep(limits.nesting());
            return Subtypes.UNKNOWN;
        }
        tag = in.tag(subtypes.discriminator());
        tagged = subtypes;
        int number = tag.text() == null ? Subtypes.UNKNOWN : subtypes.numberOf(tag.text());
        if (number == Subtypes.UNKNOWN) {
            tagged = null;
            repairs.unknownSubtype(tag.text(), subtypes);
        }
        return number;
    }

    // ---- objects with known members

    /** Enters an object; false, after a repair, if there is none. */
    public boolean beginObject(Members members) {
        boolean begun = begin(JsonToken.START_OBJECT, "an object", members);
        if (begun) {
            footprint.record(members.count());
        }
        if (begun && tagged != null) {
            nesting.current().tagged(tagged.discriminator(), tag.isPassed());
            if (tag.isPassed()) {
                footprint.member();
            }
        }
        tagged = null;
        return begun;
    }

    /**
     * Moves to the value of the next member and answers its number. Passes over members that are not known, and at the end of the
     * object reports those that are missing and answers {@link #END}.
     */
    public int nextMember() {
        return nextMember(null);
    }

    /**
     * As {@link #nextMember()}, but members that are not known are kept.
     *
     * @param unknown where to put them; null to pass over them
     */
    public int nextMember(@Nullable Map<String, JsonNode> unknown) {
        Level level = nesting.current();
        Members members = level.members();
        while (true) {
            int match = in.nextName(members.matcher());
            if (match >= 0) {
                in.next();
                footprint.member();
                int member = members.numberOfMatch(match);
                if (!level.enterMember(member)) {
                    repairs.duplicateMember();
                }
                return member;
            }
            if (match == PropertyNameMatcher.MATCH_END_OBJECT) {
                nesting.leave();
                repairs.missingMembers(level);
                return END;
            }
            unknownMember(unknown);
        }
    }

    private void unknownMember(@Nullable Map<String, JsonNode> kept) {
        String name = in.currentName();
        in.next();
        if (nesting.current().isTag(name)) {
            footprint.member();
            if (!nesting.current().meetTag()) {
                repairs.secondTag(name);
            }
            in.skip();
            return;
        }
        boolean ours = nesting.depth() == 1 && name.startsWith("$");
        if (kept != null && !ours) {
            footprint.entry(name);
            keep(name, kept);
            return;
        }
        footprint.member();
        unknown++;
        if (!ours) {
            repairs.unknownMember(name);
        } else if (name.equals(StoredVersion.NAME) && versions++ > 0) {
            repairs.secondVersion();
        }
        in.skip();
    }

    private void keep(String name, Map<String, JsonNode> kept) {
        nesting.current().enterEntry(name);
        JsonNode value = readTree();
        if (value != null && kept.put(name, value) != null) {
            repairs.duplicateMember();
        }
    }

    /**
     * Reports that a record's own constructor refused the values that were read, or those that would have to stand in for them.
     *
     * @return the fallback
     * @throws VirtualMachineError if that is the refusal, and it is not a stack that overflowed
     */
    public <T> @Nullable T rejected(Throwable thrown, @Nullable T fallback) {
        if (thrown instanceof VirtualMachineError failure && !(failure instanceof StackOverflowError)) {
            throw failure;
        }
        refusal = Repairs.refused(Repairs.message(thrown));
        repairs.rejected(thrown);
        return fallback;
    }

    /** How the last record that was refused was refused. */
    String refusal() {
        return refusal;
    }

    // ---- arrays and maps

    /** Enters an array; false, after a repair, if there is none. */
    public boolean beginArray() {
        if (!begin(JsonToken.START_ARRAY, "an array", null)) {
            return false;
        }
        footprint.array();
        return true;
    }

    /** Moves to the next element; false at the end of the array. */
    public boolean nextElement() {
        JsonToken token = in.next();
        if (token == null || token == JsonToken.END_ARRAY) {
            nesting.leave();
            return false;
        }
        nesting.current().enterElement();
        footprint.element();
        return true;
    }

    /** Enters an object whose names are keys; false, after a repair, if there is none. */
    public boolean beginMap() {
        if (!begin(JsonToken.START_OBJECT, "an object", null)) {
            return false;
        }
        footprint.object();
        return true;
    }

    /** Moves to the next entry's value; false at the end of the map. Its key is to be read first. */
    public boolean nextEntry() {
        String name = in.nextName();
        if (name == null) {
            nesting.leave();
            return false;
        }
        nesting.current().enterEntry(name);
        in.next();
        footprint.entry(name);
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
            return refused(Reason.TOO_SHORT, key, limit.violation(key));
        }
        if (limit.isTooLong(key)) {
            return refused(Reason.TOO_LONG, key, limit.violation(key));
        }
        String mismatch = mismatch(key, limit);
        return mismatch == null ? key : refused(Reason.NO_MATCH, key, mismatch);
    }

    /** The current entry's key as a number; null, after a repair that drops the entry, if it is none or beyond the limit. */
    public @Nullable Integer readIntKey(WholeLimit limit) {
        Integer key = readIntKey();
        return key == null || limit.allows(key) ? key : refused(Reason.OUT_OF_RANGE, key.toString(), limit.violation());
    }

    /** The current entry's key as a number; null, after a repair that drops the entry, if it is none or beyond the limit. */
    public @Nullable Long readLongKey(WholeLimit limit) {
        Long key = readLongKey();
        return key == null || limit.allows(key) ? key : refused(Reason.OUT_OF_RANGE, key.toString(), limit.violation());
    }

    private <K> @Nullable K refused(Reason reason, String key, String violation) {
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
     * Reports that the array or map that was just left is not used, since something in it was invalid.
     *
     * @return the fallback
     */
    public <T> @Nullable T reset(@Nullable T fallback) {
        repairs.invalidElement();
        return fallback;
    }

    /** Adds an element to a set, and reports one that is there already. */
    public <T> void add(Set<T> set, T element) {
        if (set.add(element)) {
            footprint.set(1);
        } else {
            repairs.duplicateElement();
        }
    }

    /** Puts an entry into a map, and reports a key that is there already; the last value counts. */
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
        if (size >= limit.min() && size <= limit.max()) {
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

    private boolean begin(JsonToken start, String noun, @Nullable Members members) {
        if (in.token() != start) {
            repairs.wrongType(noun);
            return false;
        }
        if (!nesting.enter(members)) {
            repairs.tooDeep(limits.nesting());
            return false;
        }
        return true;
    }

    /** Whatever stands here, within the limits; {@code null} too. */
    public @Nullable JsonNode readTree(@Nullable JsonNode fallback) {
        JsonNode tree = readTree();
        return tree == null ? fallback : tree;
    }

    /** A value that a developer's codec reads. If it throws, that is a repair: what it could not read is in the file, not in the program. */
    public <T> @Nullable T readCustom(@Nullable T fallback, ValueCodec<T> codec) {
        if (in.token() == JsonToken.VALUE_NULL) {
            repairs.wrongType("a value");
            return fallback;
        }
        JsonNode tree = readTree();
        if (tree == null) {
            return fallback;
        }
        try {
            T value = codec.read(tree);
            if (value != null) {
                return value;
            }
            repairs.rejected(codec.getClass().getSimpleName() + " read it as null");
        } catch (Exception | StackOverflowError | AssertionError e) {
            repairs.rejected(e);
        }
        return fallback;
    }

    /** The value at the current place as it is, within the limits; null if it had to be left out. */
    @Nullable JsonNode readTree() {
        return new TreeReader(in, limits, nesting, repairs, footprint).read();
    }
}
