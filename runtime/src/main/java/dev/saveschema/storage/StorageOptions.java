package dev.saveschema.storage;

import java.time.Duration;

/**
 * How a {@code FileStorage} behaves.
 *
 * @param maxBytes the largest file that is read, in bytes; a larger one is taken for damaged before any of it is read
 * @param lockTimeout how long opening waits for another process to let go of the file
 * @param ownerOnly whether nobody but the owner may read or write what is kept, from its first byte on
 * @param sealed whether files get a seal. Without one a body is a whole file, nothing is added to it, and any file that its reader
 *     takes counts as one that was saved: damage that leaves it readable is not found, nor is an older generation that somebody put
 *     back, and a file of another origin that has a backup's name is taken for that backup
 */
public record StorageOptions(long maxBytes, Duration lockTimeout, boolean ownerOnly, boolean sealed) {

    /** 64 MiB, 2 seconds, with a seal. */
    public static final StorageOptions DEFAULTS = new StorageOptions(64L << 20, Duration.ofSeconds(2));

    /** For everybody whom the system lets read it, with a seal. */
    public StorageOptions(long maxBytes, Duration lockTimeout) {
        this(maxBytes, lockTimeout, false);
    }

    /** With a seal. */
    public StorageOptions(long maxBytes, Duration lockTimeout, boolean ownerOnly) {
        this(maxBytes, lockTimeout, ownerOnly, true);
    }
}
