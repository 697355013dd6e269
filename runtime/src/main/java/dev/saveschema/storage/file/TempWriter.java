package dev.saveschema.storage.file;

import dev.saveschema.Finding;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.TempFiles;
import dev.saveschema.storage.disk.TempLeftException;
import dev.saveschema.storage.recovery.StorageState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes new content beside the live file, with the mode and owner that the live file has, or had. */
record TempWriter(TempFiles temps, FileNames names, Publication publication) {

    /** Makes room if that is what it takes. */
    Path write(byte[] file, StorageState before) throws IOException {
        try {
            return tryToWrite(file, before);
        } catch (TempLeftException e) {
            throw e;
        } catch (IOException e) {
            if (!publication.makesRoom(before)) {
                throw e;
            }
        }
        return tryToWrite(file, before); // what was in the way may have been what was missing
    }

    private Path tryToWrite(byte[] file, StorageState before) throws IOException {
        boolean isThere = !before.liveFile().is(Finding.State.MISSING);
        return temps.write(
                file, isThere ? Optional.of(names.live()) : before.source().filter(this::isNotLive));
    }

    private boolean isNotLive(Path source) {
        return !source.equals(names.live());
    }
}
