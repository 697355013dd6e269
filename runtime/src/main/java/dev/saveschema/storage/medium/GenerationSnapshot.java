package dev.saveschema.storage.medium;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.Seals;
import java.util.Optional;

/**
 * A generation as a load found it.
 *
 * @param bytes empty if it is larger than a load reads
 * @param isRefused whether it is whole, and its reader does not take what it says
 */
record GenerationSnapshot(
        Generation generation,
        Copy copy,
        Optional<byte[]> bytes,
        SealCheck check,
        State state,
        String detail,
        boolean isRefused) {

    static GenerationSnapshot tooLarge(Generation generation, Copy copy, long maxBytes) {
        return new GenerationSnapshot(
                generation,
                copy,
                Optional.empty(),
                new SealCheck.None(),
                State.INVALID,
                "larger than " + maxBytes + " bytes",
                false);
    }

    /** @param sealed whether saves have a seal */
    static GenerationSnapshot of(Generation generation, Copy copy, byte[] bytes, boolean sealed) {
        SealCheck check = sealed ? Seals.check(bytes) : Seals.checkUnsealed(bytes);
        State state = State.EDITED;
        String detail = bytes.length == 0 ? "empty" : "no seal";
        if (check instanceof SealCheck.Holds holds) {
            // The bytes of another save in its place are an edit, too, though their own seal holds.
            boolean isIts = !sealed || holds.seal().id().equals(generation.id());
            state = isIts ? State.SEALED : State.EDITED;
            detail = isIts ? "" : "another save was put in its place";
        } else if (check instanceof SealCheck.Newer newer) {
            state = State.NEWER;
            detail = newer.detail();
        } else if (check instanceof SealCheck.Broken broken) {
            state = broken.damage().isPresent() ? State.INVALID : State.EDITED;
            detail = broken.damage()
                    .map(damage -> "does not match its seal: " + damage)
                    .orElse("does not match its seal");
        }
        return new GenerationSnapshot(generation, copy, Optional.of(bytes), check, state, detail, false);
    }

    /** The same, after its reader could make nothing of it. */
    GenerationSnapshot refusedBecause(UnusableContentException reason) {
        State worse = state == State.NEWER ? State.NEWER : State.INVALID;
        return new GenerationSnapshot(
                generation, copy, bytes, check, worse, String.valueOf(reason.getMessage()), reason.isRefusal());
    }

    /** The same, which reads though its seal speaks of damage. */
    GenerationSnapshot takenAsItReads() {
        String why = detail + "; taken as it reads, since nothing else is left";
        return new GenerationSnapshot(generation, copy, bytes, check, State.EDITED, why, false);
    }

    boolean is(State other) {
        return state == other;
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

    Finding finding() {
        return new Finding(copy, state, detail, isRefused);
    }
}
