package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.storage.disk.SystemError;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The exceptions of a save, one for each state in which it can leave the disk. */
record SaveFailures(Path live) {

    SaveException oldFileStands(String message, IOException cause) {
        return failure(message, Aftermath.OLD_FILE_STANDS, null, cause);
    }

    /** @param temp the file that holds the new bytes, whole */
    SaveException bytesKept(String message, Path temp, IOException cause) {
        return failure(message, Aftermath.BYTES_KEPT, temp, cause);
    }

    SaveException mayRollBack(String message, IOException cause) {
        return failure(message, Aftermath.MAY_ROLL_BACK, null, cause);
    }

    private SaveException failure(String message, Aftermath aftermath, @Nullable Path kept, IOException cause) {
        return new SaveException(
                Copy.of(live),
                message + " (" + SystemError.reason(cause) + ")",
                aftermath,
                kept == null ? null : Copy.of(kept),
                cause);
    }
}
