package dev.saveschema.storage.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * Every disk call of the storage, one method each, so that a test can refuse, record or cut short any of them. The callers decide
 * what to do after a failure; only {@code RetryingFileOps} makes a call again.
 */
public interface FileOps {

    /** The attributes of the file at a path, a symbolic link not followed; empty if there is no such file. */
    Optional<Attributes> attributes(Path path) throws IOException;

    /** The whole of a regular file, no symbolic link followed, or {@link FileTooLargeException} if it has more bytes than that. */
    byte[] read(Path file, long maxBytes) throws IOException;

    /**
     * Sums up the whole of a regular file, no symbolic link followed, without having it in memory.
     *
     * @param sum is reset first
     */
    void sum(Path file, Checksum sum) throws IOException;

    /** The last bytes of a regular file, no symbolic link followed; all of them if it has no more. */
    byte[] readEnd(Path file, int most) throws IOException;

    /** The first and the last bytes of a regular file, no symbolic link followed. In a shorter file the two overlap. */
    Ends readEnds(Path file, int mostFirst, int mostLast) throws IOException;

    /** The names in a directory that the predicate wants, in no order. */
    List<String> list(Path directory, Predicate<String> wanted) throws IOException;

    /** The names of the directories in a directory, in no order. A symbolic link is none. */
    List<String> directories(Path directory) throws IOException;

    Path readLink(Path link) throws IOException;

    Path realPath(Path directory) throws IOException;

    void createDirectory(Path directory) throws IOException;

    /**
     * Creates an empty directory for the same people as another one: with its mode, its access control list and its extended
     * attributes, and as far as the system allows it with its owner and group.
     */
    void createDirectoryLike(Path model, Path directory) throws IOException;

    /**
     * Creates a file that did not exist, with the mode of another one, and as far as the system allows it with its owner, group,
     * access control list and extended attributes. The new file has them before it has content, and no other file gets them, whatever
     * somebody puts under the name meanwhile.
     *
     * @param model the other file; empty for a file as this process creates it
     */
    Output create(Path file, Optional<Path> model) throws IOException;

    /**
     * Opens a file from its beginning, to write once more what it holds: bytes that the system gave up on when a force failed are
     * then written like new ones. Follows no link.
     *
     * @throws IOException also if the file holds anything else, which is somebody else's then
     */
    Output reopen(Path file, byte[] content) throws IOException;

    /**
     * Gives the file the owner and the mode of another, and its group as far as the system allows it. Follows no links.
     *
     * @param model a file, or a directory that the same people may read and write
     */
    void matchOwner(Path model, Path file) throws IOException;

    /** The name of a file's owner, for messages. */
    String owner(Path file) throws IOException;

    /** Whether the system would let this process create and rename files in a directory. */
    boolean isWritable(Path directory);

    /** Makes the bytes of an existing file durable. */
    void force(Path file) throws IOException;

    /** Makes the names in a directory durable. */
    void forceDirectory(Path directory) throws IOException;

    /** Gives an existing file a second name; fails if that name is taken. */
    void link(Path name, Path existing) throws IOException;

    /** Renames atomically, a directory with all that is in it, replacing a file that has the new name. */
    void move(Path from, Path to) throws IOException;

    /** Removes a name, if it is there: that of a file, or of a directory with nothing in it. */
    void delete(Path file) throws IOException;

    /**
     * Removes a name, if it is there, and if it is that of a directory, all that is in it, whatever its name. Follows no link, also if
     * somebody puts one in the place of a directory meanwhile.
     */
    void deleteAll(Path file) throws IOException;

    /** Whether two existing names are one file. */
    boolean same(Path one, Path other) throws IOException;

    /** Opens a lock file, creating it if necessary. */
    LockFile openLock(Path file) throws IOException;

    /** Opens an existing lock file that this process need not be allowed to write. Its lock is shared, and excludes exclusive ones. */
    LockFile openSharedLock(Path file) throws IOException;

    /** The calls for this machine. */
    static FileOps ofThisSystem() {
        return ofThisSystem(false);
    }

    /**
     * The calls for this machine.
     *
     * @param ownerOnly whether nobody else may read or write the files that they create, link or rename
     */
    static FileOps ofThisSystem(boolean ownerOnly) {
        FileOps disk = ownerOnly ? new OwnerOnlyDisk() : new DiskFileOps();
        return new RetryingFileOps(disk, Thread::sleep, DiskFileOps.WINDOWS);
    }

    /** A file that is being written. Each step can fail, closing too. */
    interface Output {

        void write(byte[] bytes) throws IOException;

        /** Writes what a file holds, however much that is. */
        void writeAllOf(Path file) throws IOException;

        void force() throws IOException;

        void close() throws IOException;
    }

    /** A file that exists to be locked. */
    interface LockFile extends Closeable {

        /** Takes the lock if nobody has it; answers whether this channel has it now. */
        boolean tryLock() throws IOException;

        /** The text that the owner wrote. */
        String text() throws IOException;

        void write(String text) throws IOException;
    }

    /**
     * Both ends of a file.
     *
     * @param size the size of the whole file
     * @param modified when the file was last written
     */
    record Ends(byte[] first, byte[] last, long size, FileTime modified) {}

    /** The kinds of file that a path can name. */
    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }

    /**
     * @param fileKey the identity of the file, whatever its name; null where the system does not tell
     * @param changed when the content, mode, owner or number of names last changed, which nobody can set; null where the system does
     *     not tell
     * @param links how many names the file has; 0 where the system does not tell
     * @param permissions empty where the system has none
     */
    record Attributes(
            Kind kind,
            @Nullable Object fileKey,
            long size,
            FileTime modified,
            @Nullable FileTime changed,
            int links,
            Set<PosixFilePermission> permissions) {

        /** Times that are multiples of this are taken for those of a coarse clock. FAT has two seconds, exFAT ten milliseconds. */
        private static final long COARSE_NANOS = 10_000_000;

        public Attributes {
            permissions = Set.copyOf(permissions);
        }

        /** The attributes on a system that tells neither the time of change nor the number of names. */
        public Attributes(
                Kind kind,
                @Nullable Object fileKey,
                long size,
                FileTime modified,
                Set<PosixFilePermission> permissions) {
            this(kind, fileKey, size, modified, null, 0, permissions);
        }

        /** Whether these attributes and earlier ones are the same in all that tells of the content. Owner and mode do not. */
        public boolean looksLike(Attributes before) {
            return kind == before.kind
                    && Objects.equals(fileKey, before.fileKey)
                    && size == before.size
                    && modified.equals(before.modified);
        }

        /**
         * Whether the content is still what it was when {@code before} was taken: the attributes are equal, and every later writing
         * would have changed them. Coarse times prove nothing; nor does a file that was last written when it last changed, since a
         * second writing in that moment leaves the same times. A file that was renamed after it was written does: a later writing
         * changes its time of modification, and setting that back changes its time of change.
         */
        public boolean proveTheContentOf(Attributes before) {
            return looksLike(before) && before.tellsLaterWriting() && Objects.equals(changed, before.changed);
        }

        /** Whether every later writing gives the file another time of modification. */
        public boolean tellsLaterWriting() {
            return fileKey != null
                    && changed != null
                    && isFine(modified)
                    && isFine(changed)
                    && changed.compareTo(modified) > 0;
        }

        private static boolean isFine(FileTime time) {
            return time.toInstant().getNano() % COARSE_NANOS != 0;
        }
    }
}
