package dev.saveschema.storage.medium;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.SealFinding;
import dev.saveschema.storage.seal.Seals;
import java.util.Optional;

/**
 * A generation as a load found it.
 *
 * @param bytes empty if the generation is larger than a load reads
 * @param finding the state of the generation, and why it is in that state
 */
record GenerationSnapshot(Generation generation, Optional<byte[]> bytes, SealCheck check, Finding finding) {

    static GenerationSnapshot tooLarge(Generation generation, Copy copy, long maxBytes) {
        Finding finding = new Finding(copy, State.INVALID, "larger than " + maxBytes + " bytes");
        return new GenerationSnapshot(generation, Optional.empty(), new SealCheck.None(), finding);
    }

    /** @param sealed whether saves have a seal */
    static GenerationSnapshot of(Generation generation, Copy copy, byte[] bytes, boolean sealed) {
        SealCheck check = sealed ? Seals.check(bytes) : Seals.checkUnsealed(bytes);
        // The bytes of another save under this number are an edit, too, though their own seal holds.
        boolean isAnother = sealed
                && check instanceof SealCheck.Holds holds
                && !holds.seal().id().equals(generation.id());
        Finding finding = isAnother
                ? new Finding(copy, State.EDITED, "another save was put in its place")
                : SealFinding.of(copy, check, bytes.length);
        return new GenerationSnapshot(generation, Optional.of(bytes), check, finding);
    }

    /** The same generation, after its reader refused it. A save of a newer format stays one. */
    GenerationSnapshot refusedBecause(UnusableContentException reason) {
        return is(State.NEWER)
                ? this
                : with(new Finding(copy(), State.INVALID, String.valueOf(reason.getMessage()), reason.isRefusal()));
    }

    /** The same generation, which reads though its seal speaks of damage. */
    GenerationSnapshot takenAsItReads() {
        return with(SealFinding.takenAsItReads(finding));
    }

    private GenerationSnapshot with(Finding better) {
        return new GenerationSnapshot(generation, bytes, check, better);
    }

    Copy copy() {
        return finding.copy();
    }

    boolean is(State other) {
        return finding.state() == other;
    }

    Optional<Seal> seal() {
        return check instanceof SealCheck.Holds holds ? Optional.of(holds.seal()) : Optional.empty();
    }

    /** The id that a save which follows exactly this content names as its parent. */
    String contentId() {
        return check.contentId(bytes);
    }

    /** Whether the generation is as it was saved, with this body, byte for byte. */
    boolean hasBody(SaveBody body) {
        return is(State.SEALED)
                && check instanceof SealCheck.Holds holds
                && bytes.isPresent()
                && body.isStartOf(bytes.get(), holds.bodyLength());
    }
}
