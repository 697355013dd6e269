package dev.saveschema.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Makes names durable, on systems that can do that to a directory and on those that cannot. */
record DirectoryForce(FileOps ops) {

    // EINVAL, ENOTSUP and EOPNOTSUPP, which Java tells apart by their text only. Anything else is a real failure.
    private static final List<String> CANNOT = List.of("invalid argument", "not supported");

    /** @return false if the file system cannot do this */
    boolean force(Path directory) throws IOException {
        try {
            ops.forceDirectory(directory);
            return true;
        } catch (IOException e) {
            if (says(CANNOT, e)) {
                return false;
            }
            throw e;
        }
    }

    /** Does the same for one name that was just given, if need be by way of its file. */
    void force(Path directory, Path renamed) throws IOException {
        if (!force(directory)) {
            // On Windows this also flushes what the directory says about the file.
            ops.force(renamed);
        }
    }

    private static boolean says(List<String> texts, IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        String text = String.valueOf(reason).toLowerCase(Locale.ROOT);
        return texts.stream().anyMatch(text::contains);
    }
}
