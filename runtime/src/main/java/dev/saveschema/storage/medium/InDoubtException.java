package dev.saveschema.storage.medium;

import java.io.IOException;

/** A change may have happened or not: what was to confirm it broke off. */
public final class InDoubtException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param cause what broke off */
    public InDoubtException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
