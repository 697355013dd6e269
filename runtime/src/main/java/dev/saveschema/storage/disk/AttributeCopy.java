package dev.saveschema.storage.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Creates a file that is for the same people as another one, before it has any content.
 *
 * <p>Java shows no access control list on a POSIX system, and changes the owner of a file only by its name, under which somebody
 * else may have put another file meanwhile. Its copy of a file does both better: it creates the file, and gives it the owner,
 * the group, the mode, the list and the extended attributes of the model through what it opened. So the model is copied, and the
 * content of the copy is taken away again. Three models are not copied, and then the list and the extended attributes are lost: one
 * that its owner cannot read and write; one of more than 64 MiB; and one whose group may do more than everybody
 * where new files belong to another group, since that other group would have the copy for a moment. They are lost, too, if the copy
 * fails, as on a disk that is nearly full.
 *
 * <p>The changes that are left to be made by name follow no link, and are made to no file that has a second name.
 */
final class AttributeCopy {

    // Owners by number: to look up their names may mean to ask a directory service, for every save.
    private static final String OWNER = "unix:permissions,uid,gid,nlink,size,isRegularFile,isDirectory";

    /** A larger copy would cost more than its attributes are worth. */
    private static final long LARGEST_COPY = 64 << 20;

    /** More bytes than a seal takes. A seal's random id is in no other file. */
    private static final int TAIL = 4096;

    private static final Set<PosixFilePermission> READ_AND_WRITE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private AttributeCopy() {}

    /** Whether files on this system have owners with numbers. */
    static boolean isPossible(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /**
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException also if the model is no regular file
     */
    static FileChannel create(Path file, Path model) throws IOException {
        Owner wanted;
        try {
            wanted = Owner.of(model);
        } catch (NoSuchFileException gone) {
            // The model is gone, so that nobody knows who could read it. The new file is for its owner alone.
            return createPlain(file, READ_AND_WRITE);
        }
        FileChannel created = createFor(wanted, file, model);
        try {
            match(file, wanted);
        } catch (FileSystemException notOurs) {
            // The file was created with no more permissions than the model has, and the save matters more than whose it
            // is. If somebody put another file under the name meanwhile, FileState.lastLook finds that.
        } catch (IOException | RuntimeException | Error e) {
            created.close();
            throw e;
        }
        return created;
    }

    /** Creates an empty directory for the same people as another one. */
    static void createDirectory(Path directory, Path model) throws IOException {
        Owner wanted = Owner.ofDirectory(model);
        Files.copy(model, directory, StandardCopyOption.COPY_ATTRIBUTES, NOFOLLOW_LINKS);
        Owner given = Owner.ofDirectory(directory);
        try {
            match(directory, given, wanted);
        } catch (FileSystemException notOurs) {
            // The directory was created with no more permissions than the model has.
        }
    }

    private static FileChannel createFor(Owner wanted, Path file, Path model) throws IOException {
        if (!wanted.ownerReadsAndWrites() || wanted.size() > LARGEST_COPY) {
            return createPlain(file, wanted.permissionsForAnotherGroup());
        }
        if (wanted.groupIsPrivileged()) {
            FileChannel plain = createPlain(file, wanted.permissionsForAnotherGroup());
            try {
                if (!Owner.of(file).group().equals(wanted.group())) {
                    return plain;
                }
            } catch (IOException | RuntimeException | Error e) {
                plain.close();
                throw e;
            }
            plain.close();
            Files.delete(file);
        }
        return createAsCopy(file, model, wanted);
    }

    private static FileChannel createPlain(Path file, Set<PosixFilePermission> permissions) throws IOException {
        return FileChannel.open(file, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(permissions));
    }

    private static FileChannel createAsCopy(Path file, Path model, Owner wanted) throws IOException {
        try {
            Files.copy(model, file, StandardCopyOption.COPY_ATTRIBUTES, NOFOLLOW_LINKS);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException noCopy) {
            // On a disk that is nearly full, say. Java has removed what there was of it.
            return createPlain(file, wanted.permissionsForAnotherGroup());
        }
        FileChannel copy = FileChannel.open(file, Set.of(READ, WRITE, NOFOLLOW_LINKS));
        try {
            requireCopy(copy, file, model);
            return copy.truncate(0).position(0);
        } catch (IOException | RuntimeException | Error e) {
            copy.close();
            throw e;
        }
    }

    // Between the copy and the opening somebody may have given its name to another file, which is not ours to empty.
    // A file with the model's content may be the model itself, under a second name.
    static void requireCopy(FileChannel copy, Path file, Path model) throws IOException {
        try (FileChannel original = FileChannel.open(model, Set.of(READ, NOFOLLOW_LINKS))) {
            if (copy.size() != original.size()
                    || !Arrays.equals(tail(copy), tail(original))
                    || Owner.of(file).names() != 1) {
                throw replaced(file);
            }
        }
    }

    private static byte[] tail(FileChannel file) throws IOException {
        int length = (int) Math.min(file.size(), TAIL);
        return RegularFiles.read(file, file.size() - length, length);
    }

    private static FileSystemException replaced(Path file) {
        return new FileSystemException(file.toString(), null, "replaced by somebody while it was made");
    }

    /**
     * Gives an existing file the owner and the mode of another, and its group as far as the system allows it. If the
     * model is a directory, the users who may read or write it may read or write the file.
     *
     * @throws IOException if the file has a second name, or belongs to another user and cannot be given to the model's owner
     */
    static void share(Path file, Path model) throws IOException {
        Owner wanted = Files.isDirectory(model, NOFOLLOW_LINKS) ? Owner.ofFilesIn(model) : Owner.of(model);
        Owner given = Owner.of(file);
        if (given.isFor(wanted)) {
            return;
        }
        requireOneName(file, given);
        if (!give(file, "unix:uid", wanted.user(), given.user())) {
            throw new AccessDeniedException(file.toString());
        }
        match(file, wanted);
    }

    private static void match(Path file, Owner wanted) throws IOException {
        match(file, Owner.of(file), wanted);
    }

    private static void match(Path file, Owner given, Owner wanted) throws IOException {
        if (given.isFor(wanted)) {
            return;
        }
        requireOneName(file, given);
        boolean isOfTheGroup = give(file, "unix:gid", wanted.group(), given.group());
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class, NOFOLLOW_LINKS);
        // Another group must not get the permissions of the model's group. The mode is set before the owner, since a
        // file that was given away is not ours to change.
        view.setPermissions(isOfTheGroup ? wanted.permissions() : wanted.permissionsForAnotherGroup());
        give(file, "unix:uid", wanted.user(), given.user());
    }

    // The file's other name may be in any directory. A program of root's must not give away there what nobody else may
    // change.
    private static void requireOneName(Path file, Owner given) throws FileSystemException {
        if (given.names() != 1) {
            throw new FileSystemException(file.toString(), null, "it has a second name");
        }
    }

    private static boolean give(Path file, String id, Object wanted, Object given) throws IOException {
        if (wanted.equals(given)) {
            return true;
        }
        try {
            Files.setAttribute(file, id, wanted, NOFOLLOW_LINKS);
            return true;
        } catch (FileSystemException notAllowed) {
            return false;
        }
    }

    /** A file's user, group and permissions. */
    record Owner(Object user, Object group, Set<PosixFilePermission> permissions, int names, long size) {

        /** @throws IOException if it is no regular file */
        static Owner of(Path file) throws IOException {
            Map<String, Object> unix = Files.readAttributes(file, OWNER, NOFOLLOW_LINKS);
            if (!Boolean.TRUE.equals(unix.get("isRegularFile"))) {
                throw new FileSystemException(file.toString(), null, "not a regular file");
            }
            return of(unix, (Integer) Objects.requireNonNull(unix.get("nlink")));
        }

        /** @throws IOException if it is no directory */
        static Owner ofDirectory(Path directory) throws IOException {
            Map<String, Object> unix = Files.readAttributes(directory, OWNER, NOFOLLOW_LINKS);
            if (!Boolean.TRUE.equals(unix.get("isDirectory"))) {
                throw new NotDirectoryException(directory.toString());
            }
            return of(unix, 1); // its links are those of what is in it
        }

        /** A file for those who may read and write the directory. */
        static Owner ofFilesIn(Path directory) throws IOException {
            Owner owner = ofDirectory(directory);
            Set<PosixFilePermission> permissions = EnumSet.copyOf(owner.permissions);
            permissions.removeAll(PosixFilePermissions.fromString("--x--x--x"));
            return new Owner(owner.user, owner.group, permissions, 1, 0);
        }

        @SuppressWarnings("unchecked") // the view says so
        private static Owner of(Map<String, Object> unix, int names) {
            return new Owner(
                    Objects.requireNonNull(unix.get("uid")),
                    Objects.requireNonNull(unix.get("gid")),
                    (Set<PosixFilePermission>) Objects.requireNonNull(unix.get("permissions")),
                    names,
                    (Long) Objects.requireNonNull(unix.get("size")));
        }

        boolean isFor(Owner wanted) {
            return user.equals(wanted.user) && group.equals(wanted.group) && permissions.equals(wanted.permissions);
        }

        boolean ownerReadsAndWrites() {
            return permissions.containsAll(READ_AND_WRITE);
        }

        boolean groupIsPrivileged() {
            return !permissions.equals(permissionsForAnotherGroup());
        }

        /** The permissions without those that the group has and everybody has not. */
        Set<PosixFilePermission> permissionsForAnotherGroup() {
            Set<PosixFilePermission> fewer = EnumSet.noneOf(PosixFilePermission.class);
            fewer.addAll(permissions);
            removeUnless(fewer, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            removeUnless(fewer, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            removeUnless(fewer, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
            return fewer;
        }

        private static void removeUnless(
                Set<PosixFilePermission> set, PosixFilePermission group, PosixFilePermission everybody) {
            if (!set.contains(everybody)) {
                set.remove(group);
            }
        }
    }
}
