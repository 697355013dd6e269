package dev.saveschema.storage;

/** A wish to keep the file that was loaded from, under a name that no later save overwrites. */
public sealed interface Keep {

    /** A copy named {@code progress.json.v2.bak}: the file has this version, and a newer one is about to replace it. */
    record AsVersion(int version) implements Keep {}

    /**
     * A copy named {@code progress.json.v3.bak}, unless there is one: the file has this version, newer than the program's, and a file
     * of the same version is about to replace it. Two programs that take turns leave one such copy, and not one a turn.
     */
    record FirstOfVersion(int version) implements Keep {}

    /** A copy in quarantine, named {@code progress.json.corrupt-20261122T194703Z-4ea1af90.json} after the reason. */
    record Aside(QuarantineReason reason) implements Keep {}

    /** Why a file was kept aside; part of its name. */
    enum QuarantineReason {
        /** The file is damaged, or its reader refused it as a whole. */
        CORRUPT,
        /** A save that never finished left the file behind, whole or in part. */
        UNFINISHED,
        /** A newer program wrote the file. */
        NEWER,
        /** Another program changed the file while it was open here. */
        CONFLICT,
        /** Somebody edited the file or a backup, or another program wrote it, and newer saves push it out. */
        EDITED,
        /** The file was read, but values in it were dropped or replaced. */
        REPAIRED,
        /** A backup was restored in its place. */
        REPLACED
    }
}
