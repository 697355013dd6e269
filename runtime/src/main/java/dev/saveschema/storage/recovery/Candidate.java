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
 */
public record Candidate(
        Path path, State state, String detail, boolean isRefused, long generation, Optional<Seal> seal) {

    static Candidate missing(Path path) {
        return new Candidate(path, State.MISSING, "", false, 0, Optional.empty());
    }

    public static Candidate sealed(Path path, Seal seal) {
        return new Candidate(path, State.SEALED, "", false, seal.generation(), Optional.of(seal));
    }

    static Candidate unsealed(Path path, State state, String detail, long generation) {
        return new Candidate(path, state, detail, false, generation, Optional.empty());
    }

    /** The same file, after somebody had a closer look. */
    Candidate as(State state, String detail) {
        return new Candidate(path, state, detail, isRefused, generation, seal);
    }

    /** The same file, after its reader could make nothing of it. */
    Candidate unusable(String why, boolean refused) {
        return new Candidate(path, State.INVALID, why, refused, generation, seal);
    }

    public boolean is(State state) {
        return this.state == state;
    }

    /** Whether it seems to hold a whole document, sealed or not. */
    boolean isUsable() {
        return is(State.SEALED) || is(State.EDITED);
    }

    public boolean isDamaged() {
        return is(State.INVALID) || is(State.UNREADABLE);
    }

    /**
     * Whether it was to replace that one. Not necessarily as the very next generation: saves that failed in between have used up
     * numbers.
     */
    boolean follows(Candidate other) {
        return seal.isPresent()
                && other.seal.isPresent()
                && seal.get().parent().equals(other.seal.get().id())
                && generation > other.generation;
    }

    Finding finding() {
        return new Finding(Copy.of(path), state, detail, isRefused);
    }
}
