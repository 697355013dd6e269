package dev.saveschema.storage;

/** A wish to keep the file that was loaded from, under a name that no later save overwrites. */
public sealed interface Keep {

    /** As {@code progress.json.v2.bak}: it has this version, and is about to be replaced by a newer one. */
    record AsVersion(int version) implements Keep {}

    /**
     * As {@code progress.json.v3.bak}, unless there is one: it has this version, newer than the program's, and is about to be replaced
     * by one of the same version. Two programs that take turns leave one such file, and not one a turn.
     */
    record FirstOfVersion(int version) implements Keep {}

    /** Beside the live file, as evidence. */
    record Aside(QuarantineReason reason) implements Keep {}

    /** Why a file was kept aside; part of its name. */
    enum QuarantineReason {
        /** It could not be read. */
        CORRUPT,
        /** It is what a save that never finished left behind, whole or in part. */
        UNFINISHED,
        /** A newer program wrote it. */
        NEWER,
        /** Somebody else changed it while it was open here. */
        CONFLICT,
        /** Somebody edited the file or a backup, or another program wrote it, and newer saves push it out. */
        EDITED,
        /** It was read, but some of what it holds was dropped or replaced. */
        REPAIRED,
        /** A backup was restored in its place. */
        REPLACED
    }
}
