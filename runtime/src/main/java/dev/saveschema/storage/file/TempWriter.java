package dev.saveschema.storage.file;

import dev.saveschema.Finding;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.recovery.StorageState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes new content beside the live file, with the mode and owner that the live file has, or had. */
record TempWriter(TempFiles temps, FileNames names, Publication publication) {

    /**
     * Writes a durable temp. Deletes worthless temps first: their space may be what the new content lacks, and a program that is killed
     * in each save would leave one more each time.
     */
    Path write(byte[] file, StorageState before) throws IOException {
        publication.makeRoom(before);
        boolean isThere = !before.liveFile().is(Finding.State.MISSING);
        return temps.write(
                file, isThere ? Optional.of(names.live()) : before.source().filter(this::isNotLive));
    }

    private boolean isNotLive(Path source) {
        return !source.equals(names.live());
    }
}
