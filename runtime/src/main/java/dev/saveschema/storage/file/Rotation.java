package dev.saveschema.storage.file;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.LinkOrCopy;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.SystemError;
import dev.saveschema.storage.recovery.Candidate;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.Fingerprint;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the live file the newer backup, and the newer backup the older one. The live file keeps its name throughout. To be
 * called only with a live file that is good: else the good backups would be pushed out one after the other.
 *
 * <p>A name does not make a file a backup. Rotation reads a file with the name of the older backup before another replaces it, or finds it
 * to have the sums of the backup that it put there. It reads one with the name of the newer backup before it moves it, unless attributes
 * say that Rotation put it there; nothing is lost by that move. It keeps aside a file that no save wrote; it leaves one that it cannot
 * read, and the save has no backup.
 */
final class Rotation {

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final LinkOrCopy linkOrCopy;
    private final Quarantine quarantine;
    private final BackupPermissions permissions;
    private final DirectoryForce directoryForce;
    private final DatedBackups dated;

    /** The newer backup, which need not be read before it is moved, if its attributes are still these. */
    private Optional<VerifiedBackup> newer = Optional.empty();

    /** The older backup, which need not be read before it goes, if its sums are still these. */
    private Optional<KnownBackup> older = Optional.empty();

    private long newestRead;

    Rotation(SaveDirectory directory, LinkOrCopy linkOrCopy, Quarantine quarantine, DatedBackups dated) {
        this.directory = directory;
        this.ops = directory.ops();
        this.names = directory.names();
        this.linkOrCopy = linkOrCopy;
        this.quarantine = quarantine;
        this.permissions = new BackupPermissions(ops, names);
        this.directoryForce = new DirectoryForce(ops);
        this.dated = dated;
    }

    /**
     * @param skipped why there is no backup of the live file, if there is none; the save goes on without it
     * @param preserved the files with a backup's name that were kept aside
     * @param newestRead the greatest generation of a backup that was read; 0 if none
     * @param linked whether the backup that was made is a second name of the live file
     */
    record Result(Optional<String> skipped, List<Path> preserved, long newestRead, boolean linked) {

        /** Nothing was done, since there is no good live file. */
        static Result none() {
            return new Result(Optional.empty(), List.of(), 0, false);
        }
    }

    /**
     * A whole generation that has the name of a backup.
     *
     * @param content the sums of the whole file. Those of its seal are no better, so that another file of these passes for it anyway
     */
    private record KnownBackup(Seal seal, Fingerprint content) {}

    /** @param attributes as they were when the file was known to be that backup */
    private record VerifiedBackup(Attributes attributes, KnownBackup backup) {}

    /** @param anew whether the backup of the live file is a copy, and not a second name, though there may be links */
    Result rotate(StorageState before, boolean anew, Instant now) {
        List<Path> preserved = new ArrayList<>();
        newestRead = 0;
        try {
            Optional<Attributes> found = ops.attributes(names.newerBackup());
            permissions.hideLikeTheSave(names.newerBackup(), found, before);
            if (found.isEmpty()) {
                permissions.hideLikeTheSave(names.olderBackup(), ops.attributes(names.olderBackup()), before);
            }
            boolean linked = false;
            if (found.isEmpty() || makeWay(before, anew, found.get(), now, preserved)) {
                linked = makeBackup(anew);
                newer = Optional.empty();
            }
            return new Result(Optional.empty(), preserved, newestRead, linked);
        } catch (IOException e) {
            String reason = culprit(e) + ": " + SystemError.reason(e);
            return new Result(Optional.of(reason), preserved, newestRead, false);
        }
    }

    private boolean makeBackup(boolean anew) throws IOException {
        if (anew) {
            linkOrCopy.copy(names.newerBackup(), names.live());
            return false;
        }
        return linkOrCopy.make(names.newerBackup(), names.live());
    }

    /** The name of the backup that could not be made or moved. The file in the way may have the name of either. */
    private String culprit(IOException e) {
        String older = names.olderBackup().toString();
        boolean isOlder = e instanceof FileSystemException of && older.equals(of.getFile());
        boolean isReplaced = e instanceof FileSystemException to && older.equals(to.getOtherFile());
        return (isOlder ? names.olderBackup() : names.newerBackup()).getFileName()
                + (isReplaced ? " to " + names.olderBackup().getFileName() : "");
    }

    /** Answers false if nothing is left to do, since a save that failed afterwards has done it already. */
    private boolean makeWay(StorageState before, boolean anew, Attributes found, Instant now, List<Path> preserved)
            throws IOException {
        Optional<Attributes> live = before.live().attributes();
        if (live.isPresent() && isSame(names.live(), live.get(), names.newerBackup(), found)) {
            if (anew) {
                deleteIfStill(found); // the live file has all of it
            }
            return anew;
        }
        if (found.kind() != Kind.FILE) {
            preserved.add(quarantine.keepOnly(names.newerBackup(), QuarantineReason.CONFLICT, now));
            return true; // a FIFO or a symbolic link, say, has no content of its own
        }
        Optional<KnownBackup> known = newer.filter(verified -> found.proveTheContentOf(verified.attributes()))
                .map(VerifiedBackup::backup);
        if (known.isEmpty()) {
            FileSnapshot backup = read(names.newerBackup());
            if (backup.holdsWhat(before.live())) {
                return false;
            }
            if (!isGeneration(backup.candidate(), before.liveFile())) {
                preserved.add(quarantine.keepOnly(names.newerBackup(), reason(backup.candidate()), now));
                return true;
            }
            known = known(backup);
        }
        Optional<Seal> seal = known.map(KnownBackup::seal);
        if (seal.isPresent() && seal.equals(before.liveFile().seal())) {
            return false;
        }
        pushBack(before, found, known, now, preserved);
        return true;
    }

    /** @param known the newer backup; empty if somebody edited that generation before the next one followed */
    private void pushBack(
            StorageState before, Attributes found, Optional<KnownBackup> known, Instant now, List<Path> preserved)
            throws IOException {
        Optional<Attributes> last = ops.attributes(names.olderBackup());
        permissions.hideLikeTheSave(names.olderBackup(), last, before);
        if (last.isPresent() && isSame(names.newerBackup(), found, names.olderBackup(), last.get())) {
            deleteIfStill(found); // moving one name of a file onto its other does nothing, and leaves both
            return;
        }
        if (last.isPresent() && last.get().kind() != Kind.FILE) {
            preserved.add(quarantine.keepOnly(names.olderBackup(), QuarantineReason.CONFLICT, now));
        } else if (last.isPresent()) {
            Optional<Seal> pushedOut = sealIfStillHeld(last.get());
            older = Optional.empty(); // until the newer backup has this name, no file with it is known
            if (pushedOut.isEmpty()) {
                Candidate backup = read(names.olderBackup()).candidate();
                pushedOut = backup.seal();
                if (!backup.is(State.SEALED)) {
                    preserved.add(quarantine.keepOnly(names.olderBackup(), reason(backup), now));
                }
            }
            if (pushedOut.isPresent()) {
                dated.keepOlder(pushedOut.get(), last.get(), known.map(KnownBackup::seal), found, now);
            }
        }
        ops.move(names.newerBackup(), names.olderBackup());
        if (known.isEmpty()) {
            // An edit is nowhere else: its new name must be durable before another file gets the old one.
            directoryForce.force(names.directory(), names.olderBackup());
        }
        older = known;
    }

    private void deleteIfStill(Attributes found) throws IOException {
        Optional<Attributes> now = ops.attributes(names.newerBackup());
        if (now.isPresent() && !now.get().looksLike(found)) {
            throw new FileSystemException(names.newerBackup().toString(), null, "somebody else wrote it meanwhile");
        }
        ops.delete(names.newerBackup());
    }

    /** Remembers the newer backup. To be called once the live file has been replaced, since each rename and link changes attributes. */
    void remember(StorageState before) {
        newer = before.live()
                .attributes()
                .flatMap(this::renamed)
                .flatMap(now -> known(before.live()).map(backup -> new VerifiedBackup(now, backup)));
    }

    private static Optional<KnownBackup> known(FileSnapshot file) {
        return file.candidate()
                .seal()
                .flatMap(seal -> file.bytes().map(bytes -> new KnownBackup(seal, Fingerprint.of(bytes))));
    }

    /** The times of the two backups, as far as they are known. */
    List<Instant> times() {
        return Stream.of(newer.map(VerifiedBackup::backup), older)
                .flatMap(Optional::stream)
                .map(KnownBackup::seal)
                .filter(seal -> seal.generation() > 0) // else nothing was sealed, and there is no time
                .map(Seal::time)
                .toList();
    }

    /**
     * The attributes of the newer backup, if it is the file that was the live one. Empty if the name is that of another file, if somebody
     * wrote to the file meanwhile, or if its times do not tell.
     */
    private Optional<Attributes> renamed(Attributes live) {
        try {
            return ops.attributes(names.newerBackup()).filter(now -> live.tellsLaterWriting() && now.looksLike(live));
        } catch (IOException e) {
            return Optional.empty(); // the next rotation reads the backup
        }
    }

    // No attribute proves what the older backup holds: an edit that keeps the size and sets the time back is hidden by
    // the time of change that our own renames leave.
    private Optional<Seal> sealIfStillHeld(Attributes found) {
        return older.filter(known -> found.size() == known.content().length())
                .filter(known -> holds(names.olderBackup(), known.content()))
                .map(KnownBackup::seal);
    }

    private boolean holds(Path backup, Fingerprint content) {
        try {
            RunningSums sums = new RunningSums();
            ops.sum(backup, sums);
            return sums.fingerprint().equals(content);
        } catch (IOException e) {
            return false; // the backup is read then, which fails and says why
        }
    }

    private FileSnapshot read(Path backup) throws IOException {
        try {
            FileSnapshot found = FileSnapshot.at(backup, directory);
            newestRead = Math.max(newestRead, found.candidate().generation());
            return found;
        } catch (IOException e) {
            // The backup may be whole, and the disk may give it back the next time.
            String reason = "it cannot be read (" + SystemError.reason(e) + ")";
            throw (IOException) new FileSystemException(backup.toString(), null, reason).initCause(e);
        }
    }

    /** Whether a backup is a generation of this save: as it was sealed, or as somebody edited it before the next generation followed. */
    private static boolean isGeneration(Candidate backup, Candidate next) {
        return backup.is(State.SEALED)
                || backup.is(State.EDITED) && next.seal().map(Seal::parent).equals(Optional.of(backup.id()));
    }

    private static QuarantineReason reason(Candidate backup) {
        return switch (backup.state()) {
            case NEWER -> QuarantineReason.NEWER;
            case INVALID, UNREADABLE -> QuarantineReason.CORRUPT;
            case SEALED, EDITED, MISSING -> QuarantineReason.EDITED;
        };
    }

    private boolean isSame(Path one, Attributes ones, Path other, Attributes others) throws IOException {
        return ones.fileKey() != null && others.fileKey() != null
                ? ones.fileKey().equals(others.fileKey())
                : ops.same(one, other);
    }
}
