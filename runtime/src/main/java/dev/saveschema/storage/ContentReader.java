package dev.saveschema.storage;

import java.util.Optional;

/**
 * Makes sense of bytes, for a storage that cannot. Called on the thread of the caller of {@link SaveStorage#load}.
 *
 * @param <R> what the bytes become
 */
public interface ContentReader<R> {

    /**
     * Reads a whole document.
     *
     * @throws UnusableContentException if the bytes are not one; the storage then looks for an older generation
     */
    R read(byte[] bytes) throws UnusableContentException;

    /** Reads what precedes the damage in a document that {@link #read} refused, if that is anything. */
    Optional<R> salvage(byte[] bytes);
}
