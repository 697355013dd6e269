package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file cannot be replaced, however often one tries, and why. */
final class IrreplaceableFileException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    IrreplaceableFileException(Path file, String reason, IOException cause) {
        super(file.toString(), null, reason);
        initCause(cause);
    }
}
