package dev.saveschema.storage.disk;

import dev.saveschema.storage.SystemCommand;
import java.nio.file.Path;

/** A file whose owner and mode not even root can change, which takes root, and a file system that knows such files. */
record Immutable(Path file, boolean isImmutable) implements AutoCloseable {

    static Immutable make(Path file) {
        boolean made = chattr("+i", file);
        if (!made) {
            System.out.println("Skipped: no file can be made immutable here, which takes root and chattr");
        }
        return new Immutable(file, made);
    }

    private static boolean chattr(String change, Path file) {
        return SystemCommand.succeeds("chattr", change, file.toString());
    }

    @Override
    public void close() {
        if (isImmutable) {
            chattr("-i", file);
        }
    }
}
