package dev.saveschema;

import java.time.Instant;

/**
 * What a save kept aside under a name that no save overwrites. It stays until you delete it, or as long as
 * {@link StoreOptions#keepAside} says. Prints as one line.
 *
 * @param copy where it is; what {@link SaveStore#load(Copy)} and {@link SaveStore#restore} take
 * @param why it was kept
 * @param time when it was kept, in whole seconds; for a {@link Why#VERSION}, when it was written
 * @param size in bytes
 */
public record KeptCopy(Copy copy, Why why, Instant time, long size) {

    /** Why a copy was kept. */
    public enum Why {
        /** It is of an older version, and a migrated save was about to replace it. */
        VERSION,
        /** It could not be read. */
        CORRUPT,
        /** It is what a save that never finished left behind. */
        UNFINISHED,
        /** A newer program wrote it. */
        NEWER,
        /** Somebody else changed it while it was open here, or gave it the name of a backup. */
        CONFLICT,
        /** Somebody edited it, or another program wrote it, and newer saves pushed it out. */
        EDITED,
        /** It was read, but some of what it holds was dropped or replaced. */
        REPAIRED,
        /** A backup was restored in its place. */
        REPLACED
    }

    @Override
    public String toString() {
        return copy.name() + ": " + why + ", kept " + time + ", " + size + " bytes";
    }
}
