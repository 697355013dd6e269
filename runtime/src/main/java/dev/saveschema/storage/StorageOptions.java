package dev.saveschema.storage;

import java.time.Duration;

/**
 * How a {@code FileStorage} behaves.
 *
 * @param maxBytes the largest file that is read, in bytes; a larger one is taken for damaged before any of it is read
 * @param lockTimeout how long opening waits for another process to let go of the file
 */
public record StorageOptions(long maxBytes, Duration lockTimeout) {

    /** 64 MiB, 2 seconds. */
    public static final StorageOptions DEFAULTS = new StorageOptions(64L << 20, Duration.ofSeconds(2));
}
