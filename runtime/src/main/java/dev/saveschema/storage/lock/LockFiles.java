package dev.saveschema.storage.lock;

import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import dev.saveschema.storage.disk.FileOps.LockFile;
import dev.saveschema.storage.disk.SystemError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Opens the lock file of a save, and makes it as readable and writable as the save beside it, so that everybody who may save can open
 * it.
 *
 * <p>A lock file that this process may read but not write is replaced; an administrator or another member of a group may have left
 * one behind. This is safe: every program that locks a lock file looks afterwards whether the file still has the name, and one process
 * at a time replaces it, which holds these two locks:
 *
 * <pre>
 * .progress.json.lock       shared: nobody has it, or gets it, while it is replaced
 * .progress.json.lock.new   exclusive: nobody else replaces it; this one gets the name
 * </pre>
 */
record LockFiles(FileOps ops, FileNames names) {

    private static final Set<PosixFilePermission> READ_AND_WRITE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** The lock file cannot be opened, or its name is not that of a regular file. */
    static final class RefusedException extends FileSystemException {

        private static final long serialVersionUID = 1L;

        private RefusedException(Path file, String reason, IOException cause) {
            super(file.toString(), null, reason);
            initCause(cause);
        }

        /** Whether the lock file is there, and this process may not write it. */
        boolean isDenied() {
            return getCause() instanceof AccessDeniedException;
        }
    }

    /**
     * The identity of the file that has the lock file's name now; empty if there is none.
     *
     * @throws RefusedException if the name is not that of a regular file, or the disk does not say
     */
    Optional<Object> key() throws RefusedException {
        try {
            return key(names.lock());
        } catch (IOException e) {
            throw refused(SystemError.reason(e), e);
        }
    }

    private Optional<Object> key(Path file) throws IOException {
        Optional<Attributes> found = ops.attributes(file);
        if (found.isPresent() && found.get().kind() != Kind.FILE) {
            throw new FileSystemException(file.toString(), null, "not a regular file: delete it, or move it away");
        }
        return found.map(attributes -> Objects.requireNonNullElse(attributes.fileKey(), file));
    }

    /** Whether the lock file has no second name: a file that has one may belong to somebody who wants it as it is. */
    boolean hasOneName() {
        try {
            return ops.attributes(names.lock())
                    .filter(found -> found.kind() == Kind.FILE && found.links() <= 1)
                    .isPresent();
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Opens the lock file, which is made if there is none.
     *
     * @param exists whether the lock file seems to be there
     */
    LockFile open(boolean exists) throws RefusedException {
        if (!exists) {
            createLikeTheSave();
        }
        try {
            return ops.openLock(names.lock());
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private RefusedException refused(IOException e) {
        if (!(e instanceof AccessDeniedException)) {
            return refused(SystemError.reason(e), e);
        }
        try {
            String owner = ops.owner(names.lock());
            return refused(
                    SystemError.reason(e) + "; it belongs to " + owner
                            + ": while no program has the save open, delete it, or change its owner or its mode",
                    e);
        } catch (IOException unknown) {
            return refused(SystemError.reason(e) + "; who opens a save must be able to create this file beside it", e);
        }
    }

    private RefusedException refused(String reason, IOException cause) {
        return new RefusedException(names.lock(), reason, cause);
    }

    // The lock file gets its name only once it has its owner, and is closed before anybody can lock it.
    private void createLikeTheSave() {
        try {
            if (hasAnOwnerWhoMayWrite(names.live())) {
                ops.create(names.nextLock(), Optional.of(names.live())).close();
                try {
                    ops.link(names.lock(), names.nextLock());
                } finally {
                    ops.delete(names.nextLock());
                }
            }
        } catch (IOException e) {
            // Another program does the same, or there are no links: opening creates the lock file as any other file.
        }
    }

    // Beside a save that its owner may not write, a lock file like it could be locked by nobody.
    private boolean hasAnOwnerWhoMayWrite(Path live) throws IOException {
        return ops.attributes(live)
                .filter(found ->
                        found.kind() == Kind.FILE && found.permissions().containsAll(READ_AND_WRITE))
                .isPresent();
    }

    /** Gives the lock file the owner and mode of the save, which somebody may have changed. The caller holds the lock. */
    void shareLikeTheSave() {
        try {
            if (hasAnOwnerWhoMayWrite(names.live())) {
                ops.matchOwner(names.live(), names.lock());
            }
        } catch (IOException e) {
            // The lock file belongs to another user, who decides about its mode.
        }
    }

    /**
     * Replaces the lock file by one that this process can open.
     *
     * @param why the reason why this process cannot open the present one
     * @return false if another process has the lock, or is about to replace the lock file
     * @throws RefusedException that reason, if the lock file cannot be replaced
     */
    boolean replace(RefusedException why) throws RefusedException {
        try {
            Optional<Object> foreign = key(names.lock());
            LockFile old = ops.openSharedLock(names.lock());
            try {
                return old.tryLock() && replace(foreign);
            } finally {
                old.close();
            }
        } catch (IOException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    private boolean replace(Optional<Object> foreign) throws IOException {
        Optional<Object> before = key(names.nextLock());
        if (before.isEmpty()) {
            boolean hasModel = hasAnOwnerWhoMayWrite(names.live());
            ops.create(names.nextLock(), hasModel ? Optional.of(names.live()) : Optional.empty())
                    .close();
            before = key(names.nextLock());
        }
        LockFile next = ops.openLock(names.nextLock());
        try {
            boolean isAlone = next.tryLock() && key(names.nextLock()).equals(before);
            if (isAlone && key(names.lock()).equals(foreign)) {
                ops.move(names.nextLock(), names.lock());
            }
            return isAlone;
        } finally {
            next.close();
        }
    }
}
