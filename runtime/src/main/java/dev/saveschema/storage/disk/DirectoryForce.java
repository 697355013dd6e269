package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;

/** Makes names durable where a directory can be forced; a single name also on Windows, by way of its file. */
public record DirectoryForce(FileOps ops) {

    /** To force this is an invalid argument, on every POSIX system and in every language. */
    private static final Path UNFORCEABLE = Path.of("/dev/null");

    /** @return false if the file system cannot force a directory */
    public boolean force(Path directory) throws IOException {
        try {
            ops.forceDirectory(directory);
            return true;
        } catch (IOException e) {
            if (SystemError.isUnsupported(e) || isInvalidArgument(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Makes a name durable that was just given, if need be by way of its file. */
    public void force(Path directory, Path renamed) throws IOException {
        if (!force(directory)) {
            // On Windows this also flushes what the directory says about the file.
            ops.force(renamed);
        }
    }

    // The reason may be in any language. For one error it is always the same text.
    private boolean isInvalidArgument(IOException e) {
        try {
            ops.force(UNFORCEABLE);
            return false;
        } catch (IOException invalid) {
            return SystemError.reason(invalid).equals(SystemError.reason(e));
        }
    }
}
