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
     * Makes room first: what is worth nothing may take the space that is missing. And a program that is killed in each of its saves
     * would leave one temp more each time.
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
