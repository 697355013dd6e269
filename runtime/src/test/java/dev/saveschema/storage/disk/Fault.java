package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/** The faults of a disk call, in the form in which Java reports them. */
public enum Fault {
    EIO("Input/output error"),
    ENOSPC("No space left on device"),
    EDQUOT("Disk quota exceeded"),
    EACCES("Permission denied"),
    EPERM("Operation not permitted"),
    EROFS("Read-only file system"),
    EMFILE("Too many open files"),
    ESTALE("Stale file handle"),
    ETIMEDOUT("Connection timed out"),
    EINTR("Interrupted system call"),
    SHORT_WRITE("No space left on device"),
    INTERRUPT("nothing: the calling thread is interrupted"),
    OUT_OF_MEMORY("Java heap space");

    private static final List<String> ON_WHAT_IS_OPEN = List.of("read", "sum", "readEnd", "force", "forceDirectory");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** Whether a call fails, which may have had its effect. */
    public boolean isFailure() {
        return this != SHORT_WRITE && this != INTERRUPT;
    }

    /** Whether the system may forget what it could not write. */
    boolean losesWhatIsForced() {
        return this == EIO || this == ENOSPC || this == EDQUOT;
    }

    void raise(String call, Path path) throws IOException {
        if (this == OUT_OF_MEMORY) {
            throw new OutOfMemoryError(words);
        }
        if (ON_WHAT_IS_OPEN.contains(call) || call.contains(" ")) {
            throw new IOException(words);
        }
        throw this == EACCES
                ? new AccessDeniedException(path.toString())
                : new FileSystemException(path.toString(), null, words);
    }
}
