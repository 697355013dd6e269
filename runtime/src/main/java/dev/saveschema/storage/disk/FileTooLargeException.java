package dev.saveschema.storage.disk;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file has more bytes than are read. This says something of its content, and is no refusal of the disk. */
public final class FileTooLargeException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    public FileTooLargeException(Path file, long maxBytes) {
        super(file.toString(), null, "larger than " + maxBytes + " bytes");
    }
}
