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
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the live file the newer backup, and the newer backup the older one. The live file keeps its name throughout. To be
 * called only with a live file that is good: else the good backups would be pushed out one after the other.
 *
 * <p>A name does not make a file a backup. Rotation reads a file with the name of the older backup before another replaces it. It reads
 * one with the name of the newer backup before it moves it, unless attributes say that Rotation put it there; nothing is lost by that move.
 * It keeps aside a file that no save wrote; it leaves one that it cannot read, and the save has no backup.
 */
final class Rotation {

    private static final Set<PosixFilePermission> OF_THE_OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final LinkOrCopy linkOrCopy;
    private final Quarantine quarantine;
    private final DirectoryForce directoryForce;
    private final DatedBackups dated;

    /** The newer backup, which need not be read before it is moved, if its attributes are still these. */
    private Optional<VerifiedBackup> newer = Optional.empty();

    /** The seal of the older backup, as far as it is known. */
    private Optional<Seal> older = Optional.empty();

    private long newestRead;

    Rotation(SaveDirectory directory, LinkOrCopy linkOrCopy, Quarantine quarantine, DatedBackups dated) {
        this.directory = directory;
        this.ops = directory.ops();
        this.names = directory.names();
        this.linkOrCopy = linkOrCopy;
        this.quarantine = quarantine;
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

    /** A whole generation that has the name of a backup. */
    private record VerifiedBackup(Attributes attributes, Seal seal) {}

    /** @param anew whether the backup of the live file is a copy, and not a second name, though there may be links */
    Result rotate(StorageState before, boolean anew, Instant now) {
        List<Path> preserved = new ArrayList<>();
        newestRead = 0;
        try {
            Optional<Attributes> found = ops.attributes(names.newerBackup());
            hideLikeTheSave(names.newerBackup(), found, before);
            if (found.isEmpty()) {
                hideLikeTheSave(names.olderBackup(), ops.attributes(names.olderBackup()), before);
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
        Optional<Seal> seal = sealIfKnown(found);
        if (seal.isEmpty()) {
            FileSnapshot backup = read(names.newerBackup());
            if (backup.holdsWhat(before.live())) {
                return false;
            }
            if (!isGeneration(backup.candidate(), before.liveFile())) {
                preserved.add(quarantine.keepOnly(names.newerBackup(), reason(backup.candidate()), now));
                return true;
            }
            seal = backup.candidate().seal();
        }
        if (seal.isPresent() && seal.equals(before.liveFile().seal())) {
            return false;
        }
        pushBack(before, found, seal, now, preserved);
        return true;
    }

    // A person who narrows the mode of the save means its backups, too.
    private void hideLikeTheSave(Path backup, Optional<Attributes> found, StorageState before) {
        Optional<Attributes> live = before.live().attributes();
        if (live.isPresent() && hideIfMorePublic(backup, found, live.get())) {
            hideWhatIsKept(live.get());
        }
    }

    private void hideWhatIsKept(Attributes live) {
        try {
            for (String name : ops.list(names.directory(), name -> names.isKept(name) || names.isDated(name))) {
                Path kept = names.listed(name);
                hideIfMorePublic(kept, ops.attributes(kept), live);
            }
        } catch (IOException e) {
            // The modes stay as they were: the save matters more.
        }
    }

    /** Hides a file that is more public than the save. Answers whether it was. */
    private boolean hideIfMorePublic(Path file, Optional<Attributes> found, Attributes live) {
        if (found.isEmpty() || found.get().kind() != Kind.FILE || !isMorePublic(found.get(), live)) {
            return false;
        }
        try {
            ops.matchOwner(names.live(), file);
        } catch (IOException e) {
            // The file belongs to another user, who decides about its mode.
        }
        return true;
    }

    private static boolean isMorePublic(Attributes file, Attributes live) {
        return file.permissions().stream()
                .anyMatch(permission -> !OF_THE_OWNER.contains(permission)
                        && !live.permissions().contains(permission));
    }

    /** @param seal of the newer backup; empty if somebody edited that generation before the next one followed */
    private void pushBack(StorageState before, Attributes found, Optional<Seal> seal, Instant now, List<Path> preserved)
            throws IOException {
        Optional<Attributes> last = ops.attributes(names.olderBackup());
        hideLikeTheSave(names.olderBackup(), last, before);
        if (last.isPresent() && isSame(names.newerBackup(), found, names.olderBackup(), last.get())) {
            deleteIfStill(found); // moving one name of a file onto its other does nothing, and leaves both
            return;
        }
        if (last.isPresent() && last.get().kind() != Kind.FILE) {
            preserved.add(quarantine.keepOnly(names.olderBackup(), QuarantineReason.CONFLICT, now));
        } else if (last.isPresent()) {
            // No attribute proves what it holds: an edit that keeps the size and sets the time back is hidden by the
            // time of change that our own renames leave.
            Candidate pushedOut = read(names.olderBackup()).candidate();
            if (!pushedOut.is(State.SEALED)) {
                preserved.add(quarantine.keepOnly(names.olderBackup(), reason(pushedOut), now));
            }
            if (pushedOut.seal().isPresent()) {
                dated.keepOlder(pushedOut.seal().get(), last.get(), seal, found, now);
            }
        }
        ops.move(names.newerBackup(), names.olderBackup());
        if (seal.isEmpty()) {
            // An edit is nowhere else: its new name must be durable before another file gets the old one.
            directoryForce.force(names.directory(), names.olderBackup());
        }
        older = seal;
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
                .flatMap(live -> before.liveFile().seal().map(seal -> new VerifiedBackup(live, seal)))
                .flatMap(this::renamed);
    }

    /** The times of the two backups, as far as they are known. */
    List<Instant> times() {
        return Stream.of(newer.map(VerifiedBackup::seal), older)
                .flatMap(Optional::stream)
                .filter(seal -> seal.generation() > 0) // else nothing was sealed, and there is no time
                .map(Seal::time)
                .toList();
    }

    // Empty if the name is that of another file, if somebody wrote to the file meanwhile, or if its times do not tell.
    private Optional<VerifiedBackup> renamed(VerifiedBackup known) {
        try {
            return ops.attributes(names.newerBackup())
                    .filter(now -> known.attributes().tellsLaterWriting() && now.looksLike(known.attributes()))
                    .map(now -> new VerifiedBackup(now, known.seal()));
        } catch (IOException e) {
            return Optional.empty(); // the next rotation reads the backup
        }
    }

    private Optional<Seal> sealIfKnown(Attributes found) {
        return newer.filter(backup -> found.proveTheContentOf(backup.attributes()))
                .map(VerifiedBackup::seal);
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
