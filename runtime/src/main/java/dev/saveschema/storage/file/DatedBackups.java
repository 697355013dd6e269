package dev.saveschema.storage.file;

import dev.saveschema.Backups;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The backups behind the two newest, each under the name of its own number and time. A backup gets that name by a rename, when the
 * rotation would replace it, and is deleted only once a newer save is in place: whenever the power fails, there is one too many at most.
 */
final class DatedBackups {

    private final SaveDirectory directory;
    private final FileOps ops;
    private final FileNames names;
    private final Quarantine quarantine;
    private final Backups policy;

    /** Whether there may be one too many. An earlier program may have asked for more of them. */
    private boolean hasMore = true;

    DatedBackups(SaveDirectory directory, Quarantine quarantine, Backups policy) {
        this.directory = directory;
        this.ops = directory.ops();
        this.names = directory.names();
        this.quarantine = quarantine;
        this.policy = policy;
    }

    /** When a generation was saved; where no seal says it, when its file was written. */
    private static Instant time(Optional<Seal> seal, Attributes file) {
        return seal.filter(known -> known.generation() > 0)
                .map(Seal::time)
                .orElseGet(() -> Seal.fitting(file.modified().toInstant()));
    }

    private static long number(Seal seal, Attributes file) {
        return seal.generation() > 0
                ? seal.generation()
                : Math.max(0, file.modified().toMillis());
    }

    /**
     * Gives the older backup a name of its own, if it may have to stay.
     *
     * @param seal the seal of the older backup
     * @param next the seal of the newer one, which is about to become the older
     */
    void keepOlder(Seal seal, Attributes older, Optional<Seal> next, Attributes newer, Instant now) throws IOException {
        Instant time = time(Optional.of(seal), older);
        if (policy.mayStay(time, time(next, newer))) {
            Path dated = dated(seal, older, time);
            keepAsideWhatIsNamed(dated, now);
            ops.move(names.olderBackup(), dated);
            // The new name is durable before another file gets the old one: a disk may reorder the two.
            new DirectoryForce(ops).force(names.directory(), dated);
            hasMore = true;
        }
    }

    // Files without a seal are numbered by their times, of which two may be the same.
    private Path dated(Seal seal, Attributes older, Instant time) throws IOException {
        long number = number(seal, older);
        while (seal.generation() == 0
                && ops.attributes(names.dated(number, time)).isPresent()) {
            number++;
        }
        return names.dated(number, time);
    }

    // A person who went back to that generation may have edited the copy that was left.
    private void keepAsideWhatIsNamed(Path dated, Instant now) throws IOException {
        if (ops.attributes(dated).isPresent()
                && !FileSnapshot.beside(dated, directory)
                        .holdsWhat(FileSnapshot.beside(names.olderBackup(), directory))) {
            quarantine.keepOnly(dated, QuarantineReason.EDITED, now);
        }
    }

    /**
     * Deletes the dated backups that need not stay. To be called once a save is in place.
     *
     * @param newer the times of that save and of the two newest backups, as far as they are known
     */
    void thin(List<Instant> newer, Instant now) {
        if (!hasMore) {
            return;
        }
        try {
            TreeMap<Long, Instant> found = new TreeMap<>();
            List<String> listed = ops.list(names.directory(), names::isDated);
            listed.forEach(name -> found.put(names.datedNumber(name), names.datedTime(name)));
            Set<Long> stay = policy.stay(found, newer);
            for (String name : listed) {
                if (!stay.contains(names.datedNumber(name))) {
                    remove(names.listed(name), now);
                }
            }
            hasMore = false;
        } catch (IOException e) {
            // The backups stay, and the next save tries again.
        }
    }

    private void remove(Path backup, Instant now) throws IOException {
        Optional<Attributes> found = ops.attributes(backup);
        if (found.isEmpty() || found.get().kind() != Kind.FILE) {
            return; // no save of ours is a directory, a link or the like
        }
        if (FileSnapshot.at(backup, directory).candidate().is(State.SEALED)) {
            ops.delete(backup);
        } else {
            quarantine.keepOnly(backup, QuarantineReason.EDITED, now); // an edit is nowhere else
        }
    }
}
