package dev.saveschema.storage.seal;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;

/** The judgement of a copy by its seal, as a finding. Whether its content makes sense is for its reader to say. */
public final class SealFinding {

    private static final String MISMATCH = "does not match its seal";

    private SealFinding() {}

    /** @param length the number of bytes that were checked */
    public static Finding of(Copy copy, SealCheck check, int length) {
        if (check instanceof SealCheck.Holds) {
            return new Finding(copy, State.SEALED, "");
        }
        if (check instanceof SealCheck.Newer newer) {
            return new Finding(copy, State.NEWER, newer.detail());
        }
        if (check instanceof SealCheck.Broken broken) {
            return broken.damage()
                    .map(damage -> new Finding(copy, State.INVALID, MISMATCH + ": " + damage))
                    .orElse(new Finding(copy, State.EDITED, MISMATCH));
        }
        return new Finding(copy, State.EDITED, length == 0 ? "empty" : "no seal");
    }

    /** The finding on a copy that speaks of damage, and is used all the same. */
    public static Finding takenAsItReads(Finding damaged) {
        String detail = damaged.detail() + "; taken as it reads, since nothing else is left";
        return new Finding(damaged.copy(), State.EDITED, detail);
    }
}
