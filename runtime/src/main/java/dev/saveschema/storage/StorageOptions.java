package dev.saveschema.storage;

import dev.saveschema.Backups;
import dev.saveschema.KeepAside;
import dev.saveschema.SyncMode;
import java.time.Duration;

/**
 * The behaviour of a storage, as far as a program may choose it; {@link dev.saveschema.StoreOptions#storage} makes one.
 *
 * @param maxBytes the largest save that is read, in bytes; a larger one is taken for damaged before any of it is read
 * @param lockTimeout how long a storage waits for another process to let go of the file
 * @param ownerOnly whether nobody but the owner may read or write what is kept, from its first byte on
 * @param sealed whether saves get a seal. Without one a body is a whole save, nothing is added to it, and any save that its reader
 *     takes counts as one that was saved: damage that leaves it readable is not found, nor is an older generation that somebody put
 *     back, and a file of another origin that has a backup's name is taken for that backup
 * @param shared whether others may have the file open at the same time
 * @param durability what a save waits for
 * @param backups which saves stay behind the newest
 * @param keepAside how much stays of what is kept aside
 */
public record StorageOptions(
        long maxBytes,
        Duration lockTimeout,
        boolean ownerOnly,
        boolean sealed,
        boolean shared,
        SyncMode durability,
        Backups backups,
        KeepAside keepAside) {

    /** 64 MiB, 2 seconds, for everybody whom the system lets read it, with a seal, one at a time, durable. */
    public static final StorageOptions DEFAULTS = new StorageOptions(64L << 20, Duration.ofSeconds(2));

    /** The defaults with other limits. */
    public StorageOptions(long maxBytes, Duration lockTimeout) {
        this(maxBytes, lockTimeout, false, true, false, SyncMode.FULL, Backups.keep(2), KeepAside.defaults());
    }

    /** These options with another largest save. */
    public StorageOptions maxBytes(long most) {
        return new StorageOptions(most, lockTimeout, ownerOnly, sealed, shared, durability, backups, keepAside);
    }

    /** These options with another time to wait for the lock. */
    public StorageOptions lockTimeout(Duration longest) {
        return new StorageOptions(maxBytes, longest, ownerOnly, sealed, shared, durability, backups, keepAside);
    }

    /** These options for nobody but the owner. */
    public StorageOptions forOwnerOnly() {
        return new StorageOptions(maxBytes, lockTimeout, true, sealed, shared, durability, backups, keepAside);
    }

    /** These options with a seal, or without. */
    public StorageOptions sealed(boolean isSealed) {
        return new StorageOptions(maxBytes, lockTimeout, ownerOnly, isSealed, shared, durability, backups, keepAside);
    }

    /** These options for several programs at a time. */
    public StorageOptions forSeveral() {
        return new StorageOptions(maxBytes, lockTimeout, ownerOnly, sealed, true, durability, backups, keepAside);
    }

    /** These options with another answer to what a save waits for. */
    public StorageOptions durability(SyncMode mode) {
        return new StorageOptions(maxBytes, lockTimeout, ownerOnly, sealed, shared, mode, backups, keepAside);
    }

    /** These options with other backups. */
    public StorageOptions backups(Backups kept) {
        return new StorageOptions(maxBytes, lockTimeout, ownerOnly, sealed, shared, durability, kept, keepAside);
    }

    /** These options with another bound for what is kept aside. */
    public StorageOptions keepAside(KeepAside kept) {
        return new StorageOptions(maxBytes, lockTimeout, ownerOnly, sealed, shared, durability, backups, kept);
    }
}
