package dev.saveschema.slots;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A slot as {@link SaveSlots#list} found it. It does not change when the slot does. Prints as one line.
 *
 * @param name of the slot
 * @param state of its save
 * @param time when it was saved, in whole seconds by the clock of that machine; where no seal says it, when the file was last
 *     written, and for an empty slot, when something last changed in its folder
 * @param generation the number of the save; empty where no seal says it
 * @param version of its format; empty where it says none
 * @param size of its file in bytes; 0 if there is none, or it cannot be read
 * @param detail what is wrong with it, in a sentence: what was found, or which values a load repairs, if the list had to load it to
 *     tell its summary; empty if nothing is known to be
 * @param summary what the schema's components with {@code @Summary} hold; empty if there are none, or nothing that can be loaded
 */
public record Slot(
        String name,
        State state,
        Instant time,
        OptionalLong generation,
        OptionalInt version,
        long size,
        String detail,
        Optional<Object> summary) {

    /** The state of a slot's save, as far as a list can tell. */
    public enum State {
        /** It was saved as it is. Values outside their limits, and bytes that changed in the middle of it, are found by a load. */
        WHOLE,
        /** Somebody edited it, or another program wrote it. It can be loaded. */
        EDITED,
        /** It is damaged, or gone: a load gives an older save, or what is left of it. */
        DAMAGED,
        /** Nothing in it can be used, nor beside it: a load gives the defaults. */
        LOST,
        /** A newer program wrote it. It can be looked at, and saved only after {@code overwriteNewer}. */
        NEWER,
        /** Nothing was saved in it yet. */
        EMPTY,
        /** The disk does not give it back. */
        UNREADABLE
    }

    /**
     * The values of the components with {@code @Summary}: {@code slot.summary(ProgressSchema.Summary.class)}.
     *
     * @param type the generated record of the schema that the slots are of
     * @throws ClassCastException if it is that of another schema
     */
    public <S> Optional<S> summary(Class<S> type) {
        return summary.map(type::cast);
    }

    @Override
    public String toString() {
        return name + ": " + state + (state == State.EMPTY ? "" : ", saved " + time + ", " + size + " bytes")
                + summary.map(shown -> ", " + shown).orElse("") + (detail.isEmpty() ? "" : ": " + detail);
    }
}
