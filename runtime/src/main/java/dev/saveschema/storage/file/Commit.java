package dev.saveschema.storage.file;

import dev.saveschema.SyncMode;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.Leftover;
import dev.saveschema.storage.recovery.StorageState;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The steps by which a temp becomes the live file for good. Each is noted in the state from which the next save starts. */
record Commit(FileState known, Publication publication, Path live, SyncMode durability, InstantSource clock) {

    /**
     * Keeps all that the new file will push out. If backups were made, a leftover with the name of one was kept, too: what has that name by
     * now is no leftover any more.
     */
    Publication.Preparation prepare(StorageState before, List<Keep> wishes) throws IOException {
        Publication.Preparation prepared = publication.prepare(before, wishes, now());
        if (before.isLiveGood()) {
            known.setLeftovers(publication.forLater(known.now().leftovers()));
        }
        return prepared;
    }

    /** Gives the temp the live file's name, right after the last look at the live file, and notes that. */
    void place(Path temp, FileSnapshot content, StorageState before) throws IOException {
        Seal seal = content.candidate().seal().orElseThrow();
        known.attempt(content);
        publication.move(temp, seal);
        known.published(content, seal, before);
        publication.remember(before);
    }

    void clear(List<Leftover> remaining) {
        known.setLeftovers(publication.clear(remaining, now()));
    }

    void makeDurable() throws IOException {
        if (durability == SyncMode.FULL) {
            publication.makeDurable(live);
        }
        known.setDurable();
    }

    /** Deletes what the program does not want to be kept any more, once the save is in place and durable. */
    void thin(Seal saved, Publication.Preparation prepared) {
        publication.thin(saved, prepared.preserved(), now());
    }

    private Instant now() {
        return Seal.fitting(clock.instant());
    }
}
