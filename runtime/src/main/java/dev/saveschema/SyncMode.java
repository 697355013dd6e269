package dev.saveschema;

/** How long a save waits for the disk, see {@link StoreOptions#durability}. In either mode a reader finds a whole old save or a whole new one. */
public enum SyncMode {
    /**
     * Until both the content and its name are on the disk: a save that has returned survives a power cut. Two flushes, the
     * default.
     */
    FULL,
    /**
     * Until the content is on the disk, and not its name: one flush. After a power cut the save before may be the newest again. What
     * can be lost are the saves of the time that the file system takes to write names by itself: by default 5 seconds on ext4, 30 on
     * XFS and btrfs, 60 on F2FS. A crash of the program alone loses nothing.
     */
    ATOMIC
}
