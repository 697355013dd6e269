package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the keys of maps; see {@link SaveReader}, which is the one to use. */
abstract class KeyReader extends ValueReader {

    KeyReader(TokenCursor in, LoadLimits limits, Repairs repairs, Footprint footprint) {
        super(in, limits, repairs, footprint);
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
}
