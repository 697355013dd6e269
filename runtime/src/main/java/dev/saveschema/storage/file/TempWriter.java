package dev.saveschema.storage.file;

import dev.saveschema.Finding;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps.Kind;
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
        return temps.write(file, model(before));
    }

    /** The file whose mode and owner the new one gets. A save that somebody deleted may have been private, as its backup is. */
    private Optional<Path> model(StorageState before) throws IOException {
        if (!before.liveFile().is(Finding.State.MISSING)) {
            return Optional.of(names.live());
        }
        Optional<Path> source = before.source().filter(this::isNotLive);
        return source.isPresent() ? source : backup();
    }

    private Optional<Path> backup() throws IOException {
        return temps.ops()
                .attributes(names.newerBackup())
                .filter(found -> found.kind() == Kind.FILE)
                .map(found -> names.newerBackup());
    }

    private boolean isNotLive(Path source) {
        return !source.equals(names.live());
    }
}
