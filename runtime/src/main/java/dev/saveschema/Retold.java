package dev.saveschema;

import java.io.IOException;

/**
 * Tells a failure once more, to another thread or at another time. That takes an exception of its own, with the first as its cause:
 * one that is thrown twice has the stack trace of one caller only, and a try-with-resources that meets it both in its body and on
 * closing fails in its stead.
 */
final class Retold {

    private Retold() {}

    /** Answers what is declared, and throws what is not. */
    static IOException io(Throwable failure) {
        if (failure instanceof SaveException save) {
            return save.retold();
        }
        if (failure instanceof IOException) {
            return new IOException(failure.getMessage(), failure);
        }
        if (failure instanceof NullPointerException) {
            throw (NullPointerException) new NullPointerException(failure.getMessage()).initCause(failure);
        }
        if (failure instanceof InvalidValueException invalid) {
            throw new InvalidValueException(invalid.violations());
        }
        if (failure instanceof IllegalArgumentException) {
            throw new IllegalArgumentException(failure.getMessage(), failure);
        }
        throw new IllegalStateException(failure.getMessage(), failure);
    }
}
