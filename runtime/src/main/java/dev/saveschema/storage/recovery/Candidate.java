package dev.saveschema.storage.recovery;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.seal.Seal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file, as the recovery table needs to know it.
 *
 * @param finding the state of the file, and why it is in that state
 * @param generation as the seal says, even a broken one; 0 where nothing says it
 * @param seal present if it holds
 * @param id the id that a generation which follows exactly this content names as its parent; {@link Seal#NO_PARENT} if nothing was
 *     read
 */
public record Candidate(Path path, Finding finding, long generation, Optional<Seal> seal, String id) {

    static Candidate missing(Path path) {
        return unsealed(path, State.MISSING, "", 0);
    }

    public static Candidate sealed(Path path, Seal seal) {
        Finding finding = new Finding(Copy.of(path), State.SEALED, "");
        return new Candidate(path, finding, seal.generation(), Optional.of(seal), seal.id());
    }

    static Candidate unsealed(Path path, State state, String why, long generation) {
        return unsealed(path, new Finding(Copy.of(path), state, why), generation);
    }

    static Candidate unsealed(Path path, Finding finding, long generation) {
        return new Candidate(path, finding, generation, Optional.empty(), Seal.NO_PARENT);
    }

    Candidate identifiedBy(String contentId) {
        return new Candidate(path, finding, generation, seal, contentId);
    }

    /** The same file in another state. */
    Candidate as(State better, String why) {
        return with(new Finding(finding.copy(), better, why));
    }

    Candidate with(Finding better) {
        return new Candidate(path, better, generation, seal, id);
    }

    public State state() {
        return finding.state();
    }

    public boolean is(State other) {
        return state() == other;
    }

    /** Whether the file seems to hold a whole document, sealed or not. */
    boolean isUsable() {
        return is(State.SEALED) || is(State.EDITED);
    }

    public boolean isDamaged() {
        return is(State.INVALID);
    }

    /**
     * Whether this file was to replace the other as it is now. Their generations need not be neighbours: saves that failed in between
     * have used up numbers.
     */
    boolean follows(Candidate other) {
        return seal.isPresent()
                && !other.id.equals(Seal.NO_PARENT)
                && seal.get().parent().equals(other.id)
                && (generation > other.generation || isLastOfAll());
    }

    // A save after the last generation has the same number again.
    private boolean isLastOfAll() {
        return generation == Seal.LAST_GENERATION;
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
}
