package dev.saveschema.storage.recovery;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.seal.Seal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file as far as the recovery table must know it.
 *
 * @param isRefused whether it is whole, and its reader does not take what it says
 * @param generation as its seal says, though it may be broken; 0 where nothing says it
 * @param seal present if it holds
 * @param id what a generation that follows exactly this content names as its parent; {@link Seal#NO_PARENT} if nothing was read
 */
public record Candidate(
        Path path, State state, String detail, boolean isRefused, long generation, Optional<Seal> seal, String id) {

    static Candidate missing(Path path) {
        return unsealed(path, State.MISSING, "", 0);
    }

    public static Candidate sealed(Path path, Seal seal) {
        return new Candidate(path, State.SEALED, "", false, seal.generation(), Optional.of(seal), seal.id());
    }

    static Candidate unsealed(Path path, State state, String detail, long generation) {
        return new Candidate(path, state, detail, false, generation, Optional.empty(), Seal.NO_PARENT);
    }

    Candidate identifiedBy(String contentId) {
        return new Candidate(path, state, detail, isRefused, generation, seal, contentId);
    }

    /** The same file, after somebody had a closer look. */
    Candidate as(State better, String why) {
        return new Candidate(path, better, why, isRefused, generation, seal, id);
    }

    /** The same file, after its reader could make nothing of it. */
    Candidate unusable(String why, boolean refused) {
        return new Candidate(path, State.INVALID, why, refused, generation, seal, id);
    }

    public boolean is(State other) {
        return state == other;
    }

    /** Whether the file seems to hold a whole document, sealed or not. */
    boolean isUsable() {
        return is(State.SEALED) || is(State.EDITED);
    }

    public boolean isDamaged() {
        return is(State.INVALID) || is(State.UNREADABLE);
    }

    /**
     * Whether this file was to replace the other as it is now. Their generations need not be neighbours: saves that failed in between
     * have used up numbers.
     */
    boolean follows(Candidate other) {
        return seal.isPresent()
                && !other.id.equals(Seal.NO_PARENT)
                && seal.get().parent().equals(other.id)
                && generation > other.generation;
    }

    /**
     * Whether this file was saved after the live one, so that somebody put an older generation in the live one's place. A live file
     * without a seal does not tell.
     */
    boolean isNewerThan(Candidate live) {
        return live.is(State.SEALED)
                && live.generation > 0
                && (is(State.SEALED) || is(State.NEWER))
                && generation > live.generation;
    }

    /** Whether the file is a first save, which has no parent. */
    boolean followsNothing() {
        return seal.isPresent() && seal.get().parent().equals(Seal.NO_PARENT);
    }

    public Finding finding() {
        return new Finding(Copy.of(path), state, detail, isRefused);
    }
}
