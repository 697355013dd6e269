package dev.saveschema.storage.recovery;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.seal.Seal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file that a load found beside the save, and that does not stay as it is.
 *
 * @param reason why its content is kept aside; empty if it is superseded, or worth nothing beside the live file
 */
public record Leftover(Path path, Optional<QuarantineReason> reason, Fate fate) {

    /** Whether the file keeps its name. */
    public enum Fate {
        /** The file keeps its name. */
        STAYS,
        /** The name goes once a newer file is in place. */
        GOES,
        /** The name may go at any time: the file is worth nothing beside the live one. */
        MAY_GO
    }

    public static Leftover superseded(Path path) {
        return new Leftover(path, Optional.empty(), Fate.GOES);
    }

    public static Leftover keptAside(Path path, QuarantineReason reason) {
        return new Leftover(path, Optional.of(reason), Fate.GOES);
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
            return Optional.of(ofWholeTemp(temp, scan, chosen));
        }
        // A part of a save is worth nothing beside a sealed one. Beside any other file it may be all that is left of
        // something, unless it is empty.
        if (scan.live().is(State.SEALED)) {
            return Optional.of(worthless(temp.path()));
        }
        return Optional.of(
                isEmpty(temp, scan) ? superseded(temp.path()) : keptAside(temp.path(), QuarantineReason.UNFINISHED));
    }

    // The number of a generation proves nothing here. A save that could not be put in place, and whose bytes are to be
    // kept, shares its number with the next save of a program that did not know of it.
    private static Leftover ofWholeTemp(Candidate temp, RecoveryScan scan, Candidate chosen) {
        Seal seal = temp.seal().orElseThrow();
        if (isSameAs(seal, scan.live())) {
            return worthless(temp.path());
        }
        boolean superseded = Stream.concat(Stream.of(chosen), scan.backups().stream())
                .anyMatch(known -> isSameAs(seal, known) || isParentOf(seal, known));
        return superseded || isParentOf(seal, scan.live())
                ? superseded(temp.path())
                : keptAside(temp.path(), QuarantineReason.UNFINISHED);
    }

    private static boolean isSameAs(Seal seal, Candidate known) {
        return known.seal().filter(seal::equals).isPresent();
    }

    private static boolean isParentOf(Seal seal, Candidate known) {
        return known.seal().map(Seal::parent).filter(seal.id()::equals).isPresent();
    }

    private static boolean isEmpty(Candidate temp, RecoveryScan scan) {
        return scan.snapshotOf(temp.path())
                .flatMap(FileSnapshot::attributes)
                .map(found -> found.size() == 0)
                .orElse(false);
    }

    // A damaged backup would push out the good one behind it. A backup that is newer than the live file is about to be
    // pushed out, though no program has loaded it.
    private static Optional<Leftover> ofBackup(Candidate backup, Candidate live) {
        if (backup.is(State.INVALID)) {
            return Optional.of(keptAside(backup.path(), QuarantineReason.CORRUPT));
        }
        return backup.isNewerThan(live)
                ? Optional.of(new Leftover(backup.path(), Optional.of(QuarantineReason.NEWER), Fate.STAYS))
                : Optional.empty();
    }
}
