package dev.saveschema;

import java.io.IOException;
import java.nio.file.Path;

/** The file is open already, here or in another process. Its owner, as far as it is known, is in the message. */
public final class InUseException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path path;

    /** @param owner who has it, as in {@code process 4711 on host ada since 2026-11-22T19:47:03Z} */
    public InUseException(Path path, String owner) {
        super(path + " is in use by " + owner);
        this.path = path;
    }

    /** The live file. */
    public Path path() {
        return path;
    }
}
