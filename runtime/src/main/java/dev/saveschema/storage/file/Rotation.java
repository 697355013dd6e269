package dev.saveschema.storage.file;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.LinkOrCopy;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.recovery.Candidate;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the live file the newer backup, and the newer backup the older one. The live file keeps its name throughout. To be
 * called only with a live file that is good: else the good backups would be pushed out one after the other.
 *
 * <p>A name does not make a file a backup. What has one of the two names is read before it moves or goes, unless it was put there
 * by this object. If its seal does not hold, and its id is not the one that the next generation names as its parent, it is kept
 * aside and pushes nothing out.
 */
final class Rotation {

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final LinkOrCopy linkOrCopy;
    private final Quarantine quarantine;

    /** What the backups look like that need not be read again. */
    private Optional<Attributes> newer = Optional.empty();

    private Optional<Attributes> older = Optional.empty();

    /** What the live file looked like that the newer backup is a copy of, where there are no links. */
    private Optional<Attributes> copied = Optional.empty();

    Rotation(SaveDirectory directory, LinkOrCopy linkOrCopy, Quarantine quarantine) {
        this.directory = directory;
        this.ops = directory.ops();
        this.names = directory.names();
        this.linkOrCopy = linkOrCopy;
        this.quarantine = quarantine;
    }

    /**
     * @param skipped why it was not possible; a save goes on without it
     * @param preserved what had a backup's name, was none, and has another name now
     */
    record Result(Optional<String> skipped, List<Path> preserved) {}

    Result rotate(StorageState before, Instant now) {
        List<Path> preserved = new ArrayList<>();
        try {
            Optional<Attributes> found = ops.attributes(names.newerBackup());
            if (found.isEmpty() || makeWay(before, found, now, preserved)) {
                linkOrCopy(before.attributes());
            }
            return new Result(Optional.empty(), preserved);
        } catch (IOException e) {
            return new Result(Optional.of(String.valueOf(e.getMessage())), preserved);
        }
    }

    /** Answers false if nothing is left to do, since a save that failed afterwards has done it already. */
    private boolean makeWay(StorageState before, Optional<Attributes> found, Instant now, List<Path> preserved)
            throws IOException {
        Optional<Attributes> live = before.attributes();
        if (isSame(names.live(), live, names.newerBackup(), found)) {
            return false;
        }
        if (looksLike(found, newer)) {
            if (looksLike(live, copied)) {
                return false;
            }
            pushBack(found, Optional.empty(), now, preserved);
            return true;
        }
        FileSnapshot snapshot = FileSnapshot.beside(names.newerBackup(), directory);
        Optional<Seal> seal = snapshot.candidate().seal();
        if (seal.isPresent() && seal.equals(before.live().seal())) {
            newer = found;
            copied = live;
            return false;
        }
        if (isOurs(snapshot, before.live().seal())) {
            pushBack(found, seal, now, preserved);
        } else {
            preserved.add(quarantine.keepOnly(names.newerBackup(), kind(snapshot.candidate()), now));
        }
        return true;
    }

    private void pushBack(Optional<Attributes> found, Optional<Seal> seal, Instant now, List<Path> preserved)
            throws IOException {
        Optional<Attributes> last = ops.attributes(names.olderBackup());
        if (last.isPresent() && isSame(names.newerBackup(), found, names.olderBackup(), last)) {
            ops.delete(names.newerBackup()); // moving one name of a file onto its other does nothing, and leaves both
        } else {
            if (last.isPresent() && !looksLike(last, older)) {
                FileSnapshot snapshot = FileSnapshot.beside(names.olderBackup(), directory);
                if (!isOurs(snapshot, seal)) {
                    preserved.add(quarantine.keepOnly(names.olderBackup(), kind(snapshot.candidate()), now));
                }
            }
            ops.move(names.newerBackup(), names.olderBackup());
        }
        older = found;
    }

    /**
     * Whether it is a generation of this save: as it was sealed, or as somebody edited it before the next one followed.
     *
     * @param next the seal of the generation after it, if that is known
     */
    private static boolean isOurs(FileSnapshot backup, Optional<Seal> next) {
        if (backup.candidate().is(State.SEALED)) {
            return true;
        }
        String id = backup.id();
        return backup.candidate().is(State.EDITED)
                && !id.equals(Seal.NO_PARENT)
                && next.map(Seal::parent).equals(Optional.of(id));
    }

    private static QuarantineReason kind(Candidate stranger) {
        return switch (stranger.state()) {
            case NEWER -> QuarantineReason.NEWER;
            case INVALID, UNREADABLE -> QuarantineReason.CORRUPT;
            case SEALED, EDITED, MISSING -> QuarantineReason.CONFLICT;
        };
    }

    private void linkOrCopy(Optional<Attributes> live) throws IOException {
        newer = Optional.empty();
        copied = Optional.empty();
        if (linkOrCopy.make(names.newerBackup(), names.live())) {
            newer = live; // a link is the same file
        } else {
            newer = ops.attributes(names.newerBackup());
            copied = live;
        }
    }

    private static boolean looksLike(Optional<Attributes> found, Optional<Attributes> known) {
        return found.isPresent() && known.isPresent() && found.get().looksLike(known.get());
    }

    private boolean isSame(Path one, Optional<Attributes> ones, Path other, Optional<Attributes> others)
            throws IOException {
        Optional<Object> key = ones.map(Attributes::fileKey);
        Optional<Object> otherKey = others.map(Attributes::fileKey);
        return key.isPresent() && otherKey.isPresent() ? key.equals(otherKey) : ops.same(one, other);
    }
}
