package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** A file could not be written and made durable, and what there is of it could not be deleted. */
public final class TempLeftException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path temp;
    private final boolean written;

    TempLeftException(Path temp, boolean written, IOException cause) {
        super(SystemError.reason(cause), cause);
        this.temp = temp;
        this.written = written;
    }

    /** Whether all of the temp's content was written, though it may not be durable. */
    public boolean isWritten() {
        return written;
    }

    /** Why it could not be written. */
    public IOException reason() {
        return (IOException) Objects.requireNonNull(getCause());
    }

    /** The file that is left. */
    public Path temp() {
        return temp;
    }
}
