package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.recovery.FileSnapshot;
import dev.saveschema.storage.recovery.StorageState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out whether somebody else changed the live file: editors and sync clients know of no lock, and many of them keep the time of
 * a file. The content decides; attributes save the reading where they prove that the content is the same.
 */
record ChangeDetector(SaveDirectory directory) {

    /** The state after a look at the live file: a conflict if somebody else put another file there, or took it away. */
    StorageState inspect(StorageState state) throws IOException {
        Optional<Attributes> now = directory.ops().attributes(directory.live());
        Optional<Attributes> before = state.live().attributes();
        boolean isProven = now.isPresent() && before.isPresent() && now.get().proveTheContentOf(before.get());
        return isProven ? state : compare(state, snapshot());
    }

    /**
     * As {@link #inspect}, after a hard link was made to the live file. That changes its time of change; its time of modification still
     * tells, if it did before. It may have been set back after an edit: then the edit is a backup by now, and {@link Rotation} reads that
     * before it goes.
     */
    StorageState inspectLinked(StorageState state) throws IOException {
        Optional<Attributes> now = directory.ops().attributes(directory.live());
        return now.isPresent() && isAsBefore(state, now.get()) ? state.withAttributes(now) : inspect(state);
    }

    private static boolean isAsBefore(StorageState state, Attributes now) {
        return state.live()
                .attributes()
                .filter(before -> before.tellsLaterWriting() && now.looksLike(before))
                .isPresent();
    }

    FileSnapshot snapshot() throws IOException {
        return FileSnapshot.at(directory.live(), directory);
    }

    StorageState compare(StorageState state, FileSnapshot now) {
        return now.holdsWhat(state.live()) ? state.withAttributes(now.attributes()) : state.inConflictWith(now);
    }

    /** The attributes of a file that was just written; empty also if the disk refuses to give them. */
    Optional<Attributes> attributes(Path file) {
        try {
            return directory.ops().attributes(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The attributes of the live file, if it is the temp that just got the name; else empty, and the next save reads the file.
     *
     * @param temp the attributes of the temp before
     */
    Optional<Attributes> attributesOfPublished(Optional<Attributes> temp) {
        return attributes(directory.live())
                .filter(live -> temp.filter(live::looksLike).isPresent());
    }
}
