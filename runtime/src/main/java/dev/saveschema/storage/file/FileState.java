package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.recovery.Candidate;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.Leftover;
import dev.saveschema.storage.recovery.RecoveryScan;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files as this program knows them, from a load to a save and from one save to the next, and its looks at them. */
final class FileState {

    private final SaveDirectory directory;
    private final ChangeDetector changes;

    private Optional<StorageState> state = Optional.empty();

    /** Whether the scan included temps. Without the lock a temp may be the save under way of another program. */
    private boolean tempsAreKnown;

    /** Whether the disk may hold something else, or more, than is known; then every save is written. */
    private boolean suspect;

    /** Whether this storage has forced the live file. A load may find one that nobody forced. */
    private boolean durable;

    /** The last content that was given the live file's name, or was to be. */
    private Optional<FileSnapshot> attempted = Optional.empty();

    FileState(SaveDirectory directory) {
        this.directory = directory;
        this.changes = new ChangeDetector(directory);
    }

    /** @param isLocked whether the lock was held during that load */
    void startFrom(StorageState loaded, boolean isLocked) {
        state = Optional.of(loaded);
        tempsAreKnown = isLocked;
        durable = false;
        attempted = Optional.empty();
    }

    boolean isStarted() {
        return state.isPresent();
    }

    boolean tempsAreKnown() {
        return tempsAreKnown;
    }

    boolean isSuspect() {
        return suspect;
    }

    boolean isDurable() {
        return durable;
    }

    /** The state as it is known, without another look at the disk. */
    StorageState now() {
        return state.orElseThrow();
    }

    /** The state after a look at the live file. */
    StorageState inspect() throws IOException {
        StorageState before = now();
        StorageState found = changes.inspect(before);
        // If somebody put the same content there again, that need not be durable.
        durable = durable && isSameWriting(before, found);
        return know(found);
    }

    private static boolean isSameWriting(StorageState before, StorageState found) {
        return found.live()
                .attributes()
                .filter(now -> before.live().attributes().filter(now::looksLike).isPresent())
                .isPresent();
    }

    /**
     * The last look before a rename. The live file is looked at last: a change that somebody makes between this look and the rename is
     * the only one that cannot be kept.
     *
     * @param written the attributes of the temp when it was written
     * @param linked whether the live file was given a second name since the look before
     * @throws IOException if the temp is another file by now
     */
    StorageState lastLook(Path temp, Optional<Attributes> written, boolean linked) throws IOException {
        Optional<Attributes> found = changes.attributes(temp);
        if (found.isPresent() && written.isPresent() && !found.get().looksLike(written.get())) {
            throw new FileSystemException(temp.toString(), null, "somebody else replaced it");
        }
        return know(linked ? changes.inspectLinked(now()) : changes.inspect(now()));
    }

    // A live file that holds this program's last attempt is no conflict: the rename happened, and only its answer was
    // lost.
    StorageState know(StorageState found) {
        StorageState known = found;
        if (found.isConflict()) {
            known = attempted
                    .filter(ours -> ours.holdsWhat(found.live()))
                    .map(ours -> StorageState.published(found.live(), found.generation(), found.leftovers()))
                    .orElse(found);
        }
        state = Optional.of(known);
        return known;
    }

    /** Adds what a scan found beside the live file. The caller holds the lock. */
    void addTemps(RecoveryScan scan) {
        state = Optional.of(now().with(scan));
        tempsAreKnown = true;
    }

    void setLeftovers(List<Leftover> leftovers) {
        state = Optional.of(now().withLeftovers(leftovers));
    }

    /** The next generation must be later than this one. */
    void useUp(long generation) {
        state = Optional.of(now().withGeneration(Math.max(now().generation(), generation)));
    }

    /** Notes that a temp of this program stays where it is, beside the leftovers of earlier ones. */
    void leave(Path temp, List<Leftover> older) {
        List<Leftover> leftovers = new ArrayList<>(older);
        leftovers.add(Leftover.superseded(temp));
        setLeftovers(leftovers);
        suspect = true;
    }

    /** Notes that the live file is about to become this. The disk may fail to say whether it did. */
    void attempt(FileSnapshot content) {
        attempted = Optional.of(content);
        suspect = true;
    }

    /** The last content that was given the live file's name, or was to be. */
    Optional<FileSnapshot> attempted() {
        return attempted;
    }

    /** Notes that this is the live file now. */
    void published(FileSnapshot content, Seal seal, StorageState before) {
        Candidate sealed = Candidate.sealed(directory.live(), seal);
        FileSnapshot live = content.as(sealed, changes.attributesOfPublished(content.attributes()));
        state = Optional.of(StorageState.published(live, before.generation(), before.leftovers()));
    }

    /** Notes that the live file and its name survive a power cut, or that the options do not ask for that. */
    void setDurable() {
        suspect = false;
        durable = true;
    }

    /** The attributes of a file; empty if they are not to be had. */
    Optional<Attributes> attributes(Path file) {
        return changes.attributes(file);
    }

    /** The live file as it is now; empty if it cannot be read. */
    Optional<FileSnapshot> snapshot() {
        try {
            return Optional.of(changes.snapshot());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
