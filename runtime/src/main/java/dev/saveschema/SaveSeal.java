package dev.saveschema;

import dev.saveschema.storage.file.SaveBytes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the seal of a save says, its member {@code $save}.
 *
 * @param generation the number of the save: 1 for the first, and greater with every further one
 * @param id of this save, random, 16 hex digits
 * @param parent the id of the save that this one replaced; zeros for the first
 * @param time when it was saved, in whole seconds. It decides nothing: clocks differ
 */
public record SaveSeal(long generation, String id, String parent, Instant time) {

    /** How two saves of one format are related. */
    public enum Relation {
        /** They are the same save. */
        SAME,
        /** The first was made from the second. */
        FIRST_IS_LATER,
        /** The second was made from the first. */
        SECOND_IS_LATER,
        /** Neither is known to come from the other: somebody has to choose, or to merge them. */
        DIVERGED
    }

    /** The seal of a save; empty if there is none that holds. */
    public static Optional<SaveSeal> of(byte[] save) {
        return SaveBytes.sealOf(save);
    }

    /**
     * Which of two saves comes after the other, by their ancestry and never by a time. A save names only the one that it replaced,
     * so that one that is more than one save ahead counts as {@link Relation#DIVERGED}: where saves are exchanged less often than
     * they are made, remember the seal that was exchanged last, and ask {@link #compare(byte[], byte[], SaveSeal)}. An edited
     * save comes after the one that was edited.
     */
    public static Relation compare(byte[] first, byte[] second) {
        return Lineage.of(first).compare(Lineage.of(second), Arrays.equals(first, second));
    }

    /**
     * As {@link #compare(byte[], byte[])}, of two saves that both come from a third, or are it.
     *
     * @param ancestor the seal of the save that both sides had last
     */
    public static Relation compare(byte[] first, byte[] second, SaveSeal ancestor) {
        Relation relation = compare(first, second);
        if (relation != Relation.DIVERGED) {
            return relation;
        }
        boolean isFirstUnchanged = Lineage.of(first).is(ancestor);
        boolean isSecondUnchanged = Lineage.of(second).is(ancestor);
        if (isFirstUnchanged == isSecondUnchanged) {
            return Relation.DIVERGED;
        }
        return isFirstUnchanged ? Relation.SECOND_IS_LATER : Relation.FIRST_IS_LATER;
    }

    /**
     * What a save says of where it comes from.
     *
     * @param id empty if it has none of its own, as an edited one
     * @param parent empty if it says none
     */
    private record Lineage(Optional<String> id, Optional<String> parent) {

        static Lineage of(byte[] save) {
            Optional<SaveSeal> seal = SaveBytes.sealOf(save);
            Optional<String> parent = seal.isPresent() ? seal.map(SaveSeal::parent) : SaveBytes.editedId(save);
            return new Lineage(seal.map(SaveSeal::id), parent);
        }

        boolean is(SaveSeal seal) {
            return id.equals(Optional.of(seal.id()));
        }

        private boolean follows(Lineage other) {
            return parent.isPresent() && parent.equals(other.id);
        }

        Relation compare(Lineage other, boolean hasSameBytes) {
            if (hasSameBytes || id.isPresent() && id.equals(other.id)) {
                return Relation.SAME;
            }
            if (follows(other)) {
                return Relation.FIRST_IS_LATER;
            }
            return other.follows(this) ? Relation.SECOND_IS_LATER : Relation.DIVERGED;
        }
    }
}
