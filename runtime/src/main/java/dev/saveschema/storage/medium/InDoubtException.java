package dev.saveschema.storage.medium;

import java.io.IOException;

/** A change may have happened or not: the call broke off before the medium confirmed it. */
public final class InDoubtException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param cause the failure that broke the call off */
    public InDoubtException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
