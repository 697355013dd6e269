package dev.saveschema.storage;

import java.time.Duration;

/**
 * How a storage behaves, as far as that is a matter of taste; {@link dev.saveschema.StoreOptions#storage} makes one.
 *
 * @param maxBytes the largest save that is read, in bytes; a larger one is taken for damaged before any of it is read
 * @param lockTimeout how long opening waits for another process to let go of the file
 * @param ownerOnly whether nobody but the owner may read or write what is kept, from its first byte on
 * @param sealed whether saves get a seal. Without one a body is a whole save, nothing is added to it, and any save that its reader
 *     takes counts as one that was saved: damage that leaves it readable is not found, nor is an older generation that somebody put
 *     back, and a file of another origin that has a backup's name is taken for that backup
 */
public record StorageOptions(long maxBytes, Duration lockTimeout, boolean ownerOnly, boolean sealed) {

    /** 64 MiB, 2 seconds, with a seal. */
    public static final StorageOptions DEFAULTS = new StorageOptions(64L << 20, Duration.ofSeconds(2));

    /** For everybody whom the system lets read it, with a seal. */
    public StorageOptions(long maxBytes, Duration lockTimeout) {
        this(maxBytes, lockTimeout, false, true);
    }

    /** With another largest save. */
    public StorageOptions maxBytes(long most) {
        return new StorageOptions(most, lockTimeout, ownerOnly, sealed);
    }

    /** With another time to wait. */
    public StorageOptions lockTimeout(Duration longest) {
        return new StorageOptions(maxBytes, longest, ownerOnly, sealed);
    }

    /** For nobody but the owner. */
    public StorageOptions forOwnerOnly() {
        return new StorageOptions(maxBytes, lockTimeout, true, sealed);
    }

    /** With a seal, or without. */
    public StorageOptions sealed(boolean isSealed) {
        return new StorageOptions(maxBytes, lockTimeout, ownerOnly, isSealed);
    }
}
