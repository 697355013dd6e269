package dev.saveschema.storage.file;

import dev.saveschema.Finding.State;
import dev.saveschema.KeepAside;
import dev.saveschema.KeptCopy;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.LinkOrCopy;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.Leftover;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps around the rename that makes a temp the live file. Files that the rename pushes out are kept before it, and files that
 * nothing needs any more are deleted after it.
 */
final class Publication {

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final Quarantine quarantine;
    private final Rotation rotation;
    private final DirectoryForce directoryForce;
    private final DatedBackups dated;
    private final KeepAside keepAside;

    Publication(SaveDirectory directory, TempFiles temps, StorageOptions options) {
        this.directory = directory;
        this.ops = directory.ops();
        this.names = directory.names();
        LinkOrCopy linkOrCopy = new LinkOrCopy(ops, temps);
        this.quarantine = new Quarantine(directory, temps, linkOrCopy);
        this.dated = new DatedBackups(directory, quarantine, options.backups());
        this.rotation = new Rotation(directory, linkOrCopy, quarantine, dated);
        this.keepAside = options.keepAside();
        this.directoryForce = new DirectoryForce(ops);
    }

    /**
     * @param backupSkipped why there is no backup of the live file, if there is none
     * @param newestBackup the greatest generation of a backup that was read for it; 0 if none was
     * @param linked whether the live file has a second name now, that of the backup
     * @param remaining leftovers that may go once the new file is in place
     */
    record Preparation(
            List<Path> preserved,
            Optional<String> backupSkipped,
            long newestBackup,
            boolean linked,
            List<Leftover> remaining) {}

    /**
     * Keeps all that the new file will push out.
     *
     * @throws IOException if content that is nowhere else cannot be kept. A backup that cannot be made is no such failure
     */
    Preparation prepare(StorageState before, List<Keep> wishes, Instant now) throws IOException {
        quarantine.beginSave();
        List<Path> preserved = new ArrayList<>();
        Optional<QuarantineReason> reason = reasonToKeep(before);
        if (reason.isPresent()) {
            preserved.add(quarantine.keep(names.live(), reason.get(), now));
        }
        if (!wishes.isEmpty()
                && before.isSourceThere()
                && ops.attributes(before.source().orElseThrow()).isPresent()) {
            for (Keep wish : wishes) {
                preserved.add(grant(wish, before.source().orElseThrow(), now));
            }
        }
        List<Leftover> remaining = setAside(before, preserved, now);
        Rotation.Result rotated = rotate(before, preserved, now);
        if (!preserved.isEmpty() || isOfAPerson(before)) {
            // The names of the kept copies are durable before the rename that they are kept for, since a disk may
            // reorder the two.
            makeDurable(preserved.isEmpty() ? names.live() : preserved.get(0));
        }
        return new Preparation(preserved, rotated.skipped(), rotated.newestRead(), rotated.linked(), remaining);
    }

    private Rotation.Result rotate(StorageState before, List<Path> preserved, Instant now) throws IOException {
        if (!before.isLiveGood()) {
            return Rotation.Result.none();
        }
        // The backup of a file that a person put there is a copy, and no second name: that file need not have been
        // forced, and the system tells only once of a force that failed.
        Rotation.Result result = rotation.rotate(before, isOfAPerson(before), now);
        preserved.addAll(result.preserved());
        if (result.skipped().isPresent() && isOfAPerson(before)) {
            // An edit is nowhere else, unlike a save.
            preserved.add(quarantine.keep(names.live(), QuarantineReason.EDITED, now));
        }
        return result;
    }

    /** Whether the live file is good, and nobody knows of a save that put it there: it may be an older generation, too. */
    private static boolean isOfAPerson(StorageState before) {
        return before.isLiveGood()
                && (before.isConflict()
                        || !before.liveFile().is(State.SEALED)
                        || before.leftovers().stream().anyMatch(Leftover::stays));
    }

    /** To be called once the new file is in place. */
    void remember(StorageState before) {
        rotation.remember(before);
    }

    private static Optional<QuarantineReason> reasonToKeep(StorageState before) {
        if (before.isConflict()) {
            return Optional.of(QuarantineReason.CONFLICT);
        }
        if (before.liveFile().is(State.NEWER)) {
            return Optional.of(QuarantineReason.NEWER);
        }
        return before.liveFile().isDamaged() ? Optional.of(QuarantineReason.CORRUPT) : Optional.empty();
    }

    private Path grant(Keep wish, Path source, Instant now) throws IOException {
        if (wish instanceof Keep.AsVersion as) {
            return quarantine.keepAsVersion(source, as.version());
        }
        if (wish instanceof Keep.FirstOfVersion first) {
            return quarantine.keepFirstOfVersion(source, first.version());
        }
        return quarantine.keep(source, ((Keep.Aside) wish).reason(), now);
    }

    private List<Leftover> setAside(StorageState before, List<Path> preserved, Instant now) throws IOException {
        List<Leftover> remaining = new ArrayList<>();
        for (Leftover leftover : before.leftovers()) {
            Optional<QuarantineReason> reason = leftover.reason();
            if (reason.isEmpty()) {
                remaining.add(leftover);
            } else if (ops.attributes(leftover.path()).isPresent()) {
                boolean mayGoNow = before.isLiveGood() && !before.isConflict() && !leftover.stays();
                Optional<Path> gone = mayGoNow ? keepOnly(leftover.path(), reason.get(), now) : Optional.empty();
                preserved.add(gone.isPresent() ? gone.get() : quarantine.keep(leftover.path(), reason.get(), now));
                // Where a backup is made, the name may be that of a good one when leftovers are cleared away.
                boolean mayBecomeABackup = before.isLiveGood() && !isTemp(leftover.path());
                if (gone.isEmpty() && !leftover.stays() && !mayBecomeABackup) {
                    // Until a good and durable file is in place, this name tells the next program that there was
                    // something.
                    remaining.add(leftover);
                }
            }
        }
        return remaining;
    }

    /**
     * Keeps the content of a leftover, and deletes the leftover. Empty if that failed: the leftover may be another user's in a sticky
     * directory, or open in another program on Windows. It stops no save. Where the next backup is to be, the save has no backup.
     */
    private Optional<Path> keepOnly(Path leftover, QuarantineReason reason, Instant now) {
        try {
            return Optional.of(quarantine.keepOnly(leftover, reason, now));
        } catch (IOException e) {
            return Optional.empty(); // the content is kept once more, and only a failure of that stops the save
        }
    }

    private boolean isTemp(Path file) {
        return names.isTemp().test(file.getFileName().toString());
    }

    /** Renames the temp to the live file. */
    void move(Path temp, Seal seal) throws IOException {
        try {
            ops.move(temp, names.live());
        } catch (IOException e) {
            // On a network the answer gets lost sometimes, not the move.
            if (!isInPlace(seal, e)) {
                throw e;
            }
        }
    }

    private boolean isInPlace(Seal seal, IOException failure) {
        try {
            FileSnapshot live = FileSnapshot.at(names.live(), directory);
            return live.candidate().seal().filter(seal::equals).isPresent();
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** Makes this name durable, and every earlier change of names in the directory. */
    void makeDurable(Path name) throws IOException {
        directoryForce.force(names.directory(), name);
    }

    /** Makes it durable that the names that were deleted in the directory are gone. */
    void makeDeletionsDurable() throws IOException {
        directoryForce.force(names.directory());
    }

    /**
     * Deletes what the program does not want to be kept any more. To be called once the new file is in place, and durable.
     *
     * @param preserved the copies that this save kept aside, which stay in any case
     */
    void thin(Seal saved, List<Path> preserved, Instant now) {
        List<Instant> newer = new ArrayList<>(rotation.times());
        newer.add(saved.generation() > 0 ? saved.time() : now);
        dated.thin(newer, now);
        if (!preserved.isEmpty()) {
            thinKept(preserved, now);
        }
    }

    private void thinKept(List<Path> preserved, Instant now) {
        try {
            for (KeptCopy copy : keepAside.beyond(new FileCopies(directory).kept(), now)) {
                Path path = copy.copy().path().orElseThrow();
                if (!preserved.contains(path)) {
                    ops.delete(path);
                }
            }
        } catch (IOException e) {
            // The copies stay until the next save that keeps something.
        }
    }

    /** Deletes leftovers that are worth nothing beside a whole live file. */
    void makeRoom(StorageState before) {
        boolean isLiveWhole = before.liveFile().is(State.SEALED) && !before.isConflict();
        List<Leftover> worthless = before.leftovers().stream()
                .filter(leftover -> isLiveWhole && leftover.fate() == Leftover.Fate.MAY_GO)
                .toList();
        clearSuperseded(worthless); // one that cannot be deleted stays, and the next save tries again
    }

    /** Deletes those whose content is superseded. Answers the others. */
    List<Leftover> clearSuperseded(List<Leftover> leftovers) {
        return leftovers.stream()
                .filter(leftover -> leftover.reason().isPresent() || !isDeleted(leftover))
                .toList();
    }

    /** Deletes leftovers that are superseded. Answers the ones that could not be deleted, for the next save. */
    List<Leftover> clear(List<Leftover> leftovers, Instant now) {
        return forLater(
                leftovers.stream().filter(leftover -> !isCleared(leftover, now)).toList());
    }

    /** The temps among them, which a later save may delete. A backup's name may be that of a good backup by then. */
    List<Leftover> forLater(List<Leftover> leftovers) {
        return leftovers.stream().filter(leftover -> isTemp(leftover.path())).toList();
    }

    private boolean isCleared(Leftover leftover, Instant now) {
        if (leftover.reason().isEmpty()) {
            return isDeleted(leftover);
        }
        try {
            if (ops.attributes(leftover.path()).isPresent()) {
                // The content was kept before; if somebody has written the file since, that is kept, too.
                quarantine.keepOnly(leftover.path(), leftover.reason().get(), now);
            }
            return true;
        } catch (IOException e) {
            return false; // the leftover stays, and the next save tries again
        }
    }

    private boolean isDeleted(Leftover leftover) {
        try {
            ops.delete(leftover.path());
            return true;
        } catch (IOException e) {
            return false; // the leftover stays, and the next save tries again
        }
    }
}
