package dev.saveschema.storage;

import java.time.Duration;

/**
 * How a {@code FileStorage} behaves.
 *
 * @param maxBytes the largest file that is read, in bytes; a larger one is taken for damaged before any of it is read
 * @param lockTimeout how long opening waits for another process to let go of the file
 * @param ownerOnly whether nobody but the owner may read or write what is kept, from its first byte on
 */
public record StorageOptions(long maxBytes, Duration lockTimeout, boolean ownerOnly) {

    /** For everybody whom the system lets read it. */
    public StorageOptions(long maxBytes, Duration lockTimeout) {
        this(maxBytes, lockTimeout, false);
    }

    /** 64 MiB, 2 seconds. */
    public static final StorageOptions DEFAULTS = new StorageOptions(64L << 20, Duration.ofSeconds(2));
}
