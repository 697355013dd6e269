package dev.saveschema;

import java.io.IOException;
import java.time.Duration;

/** The newest value was not durable within the time that was given for it. It is still being tried. */
public final class SaveTimeoutException extends IOException {

    private static final long serialVersionUID = 1L;

    SaveTimeoutException(Copy save, Duration longest) {
        super("%s: not saved within %s ms; it is still being tried".formatted(save, longest.toMillis()));
    }
}
