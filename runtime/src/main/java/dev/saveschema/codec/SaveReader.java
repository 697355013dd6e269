package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public final class SaveReader {

    /** What {@link #nextMember} answers at the end of an object. */
    public static final int END = -1;

    private final TokenCursor in;
    private final LoadLimits limits;
    private final Repairs repairs;
    private final Numbers numbers;
    private final Nesting nesting;
    private int elements;
    private int unknown;
    private int versions;

    SaveReader(TokenCursor in, LoadLimits limits, RepairLog log) {
        this.in = in;
        this.limits = limits;
        this.nesting = new Nesting(limits.nesting());
        this.repairs = new Repairs(in, nesting, log);
        this.numbers = new Numbers(in, limits.numberLength(), repairs);
    }

    /** Reports that the document ends here before its end. */
    void damaged() {
        repairs.damaged();
    }

    /** Whether any member of the document was met, so that there is something of it to keep. */
    boolean metSomething() {
        return elements > unknown;
    }

    // ---- objects with known members

    /** Enters an object; false, after a repair, if there is none. */
    public boolean beginObject(Members members) {
        return begin(JsonToken.START_OBJECT, "an object", members);
    }

    /**
     * Moves to the value of the next member and answers its number. Passes over members that are not known, and at the end of the
     * object reports those that are missing and answers {@link #END}.
     */
    public int nextMember() {
        Level level = nesting.current();
        Members members = level.members();
        while (true) {
            int match = in.nextName(members.matcher());
            if (match >= 0) {
                in.next();
                count();
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
            unknownMember();
        }
    }

    private void unknownMember() {
        String name = in.currentName();
        in.next();
        count();
        unknown++;
        boolean ours = nesting.depth() == 1 && name.startsWith("$");
        if (!ours) {
            repairs.unknownMember(name);
        } else if (name.equals(StoredVersion.NAME) && versions++ > 0) {
            repairs.secondVersion();
        }
        in.skip();
    }

    /**
     * Reports that a record's own constructor refused the values that were read.
     *
     * @return the fallback
     */
    public <T> @Nullable T rejected(RuntimeException refusal, @Nullable T fallback) {
        repairs.rejected(refusal);
        return fallback;
    }

    // ---- arrays and maps

    /** Enters an array; false, after a repair, if there is none. */
    public boolean beginArray() {
        return begin(JsonToken.START_ARRAY, "an array", null);
    }

    /** Moves to the next element; false at the end of the array. */
    public boolean nextElement() {
        JsonToken token = in.next();
        if (token == null || token == JsonToken.END_ARRAY) {
            nesting.leave();
            return false;
        }
        nesting.current().enterElement();
        count();
        return true;
    }

    /** Enters an object whose names are keys; false, after a repair, if there is none. */
    public boolean beginMap() {
        return begin(JsonToken.START_OBJECT, "an object", null);
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
        count();
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

    /** Adds an element to a set, and reports one that is there already. */
    public <T> void add(Set<T> set, T element) {
        if (!set.add(element)) {
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

    // ---- values

    /** Whether there is a null here, which is then taken: the way an optional says that it is empty. */
    public boolean skipNull() {
        if (in.token() != JsonToken.VALUE_NULL) {
            return false;
        }
        in.taken();
        return true;
    }

    public boolean readBoolean(boolean fallback) {
        Boolean value = readBoolean((Boolean) null);
        return value == null ? fallback : value;
    }

    public @Nullable Boolean readBoolean(@Nullable Boolean fallback) {
        if (in.token() == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (in.token() == JsonToken.VALUE_FALSE) {
            return false;
        }
        repairs.wrongType("true or false");
        return fallback;
    }

    public byte readByte(byte fallback, WholeLimit limit) {
        return (byte) numbers.whole(fallback, Byte.MIN_VALUE, Byte.MAX_VALUE, limit);
    }

    public @Nullable Byte readByte(@Nullable Byte fallback, WholeLimit limit) {
        byte value = (byte) numbers.whole(0, Byte.MIN_VALUE, Byte.MAX_VALUE, limit);
        return numbers.usable() ? (Byte) value : fallback;
    }

    public short readShort(short fallback, WholeLimit limit) {
        return (short) numbers.whole(fallback, Short.MIN_VALUE, Short.MAX_VALUE, limit);
    }

    public @Nullable Short readShort(@Nullable Short fallback, WholeLimit limit) {
        short value = (short) numbers.whole(0, Short.MIN_VALUE, Short.MAX_VALUE, limit);
        return numbers.usable() ? (Short) value : fallback;
    }

    public int readInt(int fallback, WholeLimit limit) {
        return (int) numbers.whole(fallback, Integer.MIN_VALUE, Integer.MAX_VALUE, limit);
    }

    public @Nullable Integer readInt(@Nullable Integer fallback, WholeLimit limit) {
        int value = (int) numbers.whole(0, Integer.MIN_VALUE, Integer.MAX_VALUE, limit);
        return numbers.usable() ? (Integer) value : fallback;
    }

    public long readLong(long fallback, WholeLimit limit) {
        return numbers.whole(fallback, Long.MIN_VALUE, Long.MAX_VALUE, limit);
    }

    public @Nullable Long readLong(@Nullable Long fallback, WholeLimit limit) {
        long value = numbers.whole(0, Long.MIN_VALUE, Long.MAX_VALUE, limit);
        return numbers.usable() ? (Long) value : fallback;
    }

    public float readFloat(float fallback, DecimalLimit limit) {
        return numbers.floating(fallback, limit);
    }

    public @Nullable Float readFloat(@Nullable Float fallback, DecimalLimit limit) {
        float value = numbers.floating(0f, limit);
        return numbers.usable() ? (Float) value : fallback;
    }

    public double readDouble(double fallback, DecimalLimit limit) {
        return numbers.floating(fallback, limit);
    }

    public @Nullable Double readDouble(@Nullable Double fallback, DecimalLimit limit) {
        double value = numbers.floating(0d, limit);
        return numbers.usable() ? (Double) value : fallback;
    }

    public @Nullable BigInteger readBigInteger(@Nullable BigInteger fallback, WholeLimit limit) {
        return numbers.big(fallback, limit);
    }

    public @Nullable BigDecimal readBigDecimal(@Nullable BigDecimal fallback, DecimalLimit limit) {
        return numbers.big(fallback, limit);
    }

    public char readChar(char fallback) {
        Character value = readChar((Character) null);
        return value == null ? fallback : value;
    }

    public @Nullable Character readChar(@Nullable Character fallback) {
        String text = text("text of one character");
        if (text == null) {
            return fallback;
        }
        if (text.length() != 1) {
            repairs.wrongType("text of one character");
            return fallback;
        }
        return text.charAt(0);
    }

    public @Nullable String readString(@Nullable String fallback, TextLimit limit) {
        String text = text("text");
        if (text == null) {
            return fallback;
        }
        if (limit.isTooShort(text)) {
            repairs.tooShort(text, limit);
            return fallback;
        }
        if (limit.isTooLong(text)) {
            if (!limit.clamp()) {
                repairs.tooLong(text, limit);
                return fallback;
            }
            String cut = limit.cut(text);
            repairs.cut(text, limit);
            text = cut;
        }
        if (limit.pattern() != null && !limit.isMatch(text)) {
            repairs.noMatch(limit.pattern());
            return fallback;
        }
        return text;
    }

    public <E extends Enum<E>> @Nullable E readConstant(@Nullable E fallback, Constants<E> constants) {
        String text = text("one of " + constants.expected());
        if (text == null) {
            return fallback;
        }
        E constant = constants.byName(text);
        if (constant == null) {
            repairs.unknownConstant(constants.expected());
            return fallback;
        }
        return constant;
    }

    public <T> @Nullable T readScalar(@Nullable T fallback, Scalar<T> scalar) {
        String text = text(scalar.noun());
        if (text == null) {
            return fallback;
        }
        T value = scalar.parse(text);
        if (value == null) {
            repairs.wrongType(scalar.noun());
            return fallback;
        }
        return value;
    }

    /** The current text; null, after a repair, if there is none or it is longer than any text may be. */
    private @Nullable String text(String noun) {
        if (in.token() != JsonToken.VALUE_STRING) {
            repairs.wrongType(noun);
            return null;
        }
        String text = in.text();
        if (text != null && text.length() > limits.textLength()) {
            repairs.longerThanAllowed(text.length(), limits.textLength());
            return null;
        }
        return text;
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

    /** The value at the current place as it is, within the limits; null if it had to be left out. */
    @Nullable JsonNode readTree() {
        return new TreeReader(in, limits, nesting, repairs, this::count).read();
    }

    private void count() {
        if (++elements > limits.elements()) {
            in.refuse("more than %,d members and elements".formatted(limits.elements()));
        }
    }
}
