package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.Keep.QuarantineReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file that a load found and that is in the way.
 *
 * @param kind as what it is kept; empty if what it holds is superseded, or was never whole
 */
public record Leftover(Path path, Optional<QuarantineReason> kind, Fate fate) {

    /** What becomes of its name. */
    public enum Fate {
        /** It keeps it. */
        STAYS,
        /** It loses it once a newer file is in place. */
        GOES,
        /** It may lose it at any time, for it is worth nothing beside the live file. */
        MAY_GO
    }

    public static Leftover superseded(Path path) {
        return new Leftover(path, Optional.empty(), Fate.GOES);
    }

    public static Leftover keptAside(Path path, QuarantineReason kind) {
        return new Leftover(path, Optional.of(kind), Fate.GOES);
    }

    private static Leftover worthless(Path path) {
        return new Leftover(path, Optional.empty(), Fate.MAY_GO);
    }

    public boolean stays() {
        return fate == Fate.STAYS;
    }

    /** @param chosen the generation that the content comes from */
    static List<Leftover> of(RecoveryScan scan, Candidate chosen) {
        List<Leftover> leftovers = new ArrayList<>();
        for (Candidate temp : scan.temps()) {
            if (!temp.path().equals(chosen.path()) || !temp.is(State.SEALED)) {
                ofTemp(temp, scan, chosen).ifPresent(leftovers::add);
            }
        }
        scan.backups().forEach(backup -> ofBackup(backup, scan.live()).ifPresent(leftovers::add));
        return leftovers;
    }

    private static Optional<Leftover> ofTemp(Candidate temp, RecoveryScan scan, Candidate chosen) {
        if (temp.is(State.UNREADABLE)) {
            return Optional.empty();
        }
        if (temp.is(State.NEWER)) {
            return Optional.of(keptAside(temp.path(), QuarantineReason.NEWER));
        }
        if (temp.seal().isPresent()) {
            return Optional.of(ofWholeTemp(temp, scan.live(), chosen));
        }
        // A part of a save is worth nothing beside a whole one. Without one it is evidence, unless there is nothing in
        // it.
        if (scan.live().is(State.SEALED) || isEmpty(temp, scan)) {
            return Optional.of(scan.live().is(State.SEALED) ? worthless(temp.path()) : superseded(temp.path()));
        }
        return scan.live().is(State.EDITED)
                ? Optional.empty()
                : Optional.of(keptAside(temp.path(), QuarantineReason.CORRUPT));
    }

    private static Leftover ofWholeTemp(Candidate temp, Candidate live, Candidate chosen) {
        if (live.is(State.SEALED) && temp.generation() <= live.generation()) {
            return worthless(temp.path());
        }
        boolean superseded = chosen.seal().isPresent() && temp.generation() <= chosen.generation();
        return superseded ? superseded(temp.path()) : keptAside(temp.path(), QuarantineReason.UNFINISHED);
    }

    private static boolean isEmpty(Candidate temp, RecoveryScan scan) {
        return scan.snapshotOf(temp.path())
                .flatMap(FileSnapshot::bytes)
                .map(bytes -> bytes.length == 0)
                .orElse(false);
    }

    // A damaged backup would push the good one behind it out. A newer one will be pushed out, and nobody saw what it
    // holds.
    private static Optional<Leftover> ofBackup(Candidate backup, Candidate live) {
        if (backup.is(State.INVALID)) {
            return Optional.of(keptAside(backup.path(), QuarantineReason.CORRUPT));
        }
        boolean newer = live.is(State.SEALED)
                && (backup.is(State.SEALED) || backup.is(State.NEWER))
                && backup.generation() > live.generation();
        return newer
                ? Optional.of(new Leftover(backup.path(), Optional.of(QuarantineReason.NEWER), Fate.STAYS))
                : Optional.empty();
    }
}
