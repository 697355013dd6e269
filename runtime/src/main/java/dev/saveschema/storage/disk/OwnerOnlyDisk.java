package dev.saveschema.storage.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The calls as the system makes them, but nobody except its owner may read or write a file that they create, link or rename. A new
 * file is so from its first moment: a process that opened it before its mode was narrowed could go on reading. A file of somebody
 * else's keeps its mode.
 *
 * <p>Where the system has no such permissions, as on Windows, this changes nothing.
 */
final class OwnerOnlyDisk extends DiskFileOps {

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    @Override
    public Output create(Path file, Optional<Path> model) throws IOException {
        if (!hasPermissions(file)) {
            return super.create(file, model);
        }
        if (model.isPresent() && narrow(model.get())) {
            return super.create(file, model); // as narrow as its model
        }
        return new ChannelOutput(
                FileChannel.open(file, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(OWNERS)));
    }

    @Override
    public LockFile openLock(Path file) throws IOException {
        return hasPermissions(file)
                ? new ChannelLockFile(
                        FileChannel.open(
                                file,
                                Set.of(CREATE, READ, WRITE, NOFOLLOW_LINKS),
                                PosixFilePermissions.asFileAttribute(OWNERS)),
                        false)
                : super.openLock(file);
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        if (!narrow(existing) && hasASecondName(existing)) {
            throw new FileSystemException(
                    name.toString(), existing.toString(), "others may read it, and it has another name already");
        }
        super.link(name, existing);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        narrow(from);
        super.move(from, to);
    }

    /**
     * Takes from all others what they may do with a file or directory. Answers whether they may do nothing now. A file with a second name
     * is not narrowed, nor is one that a symbolic link leads to: everybody who may write in the directory can give any file a name in it.
     */
    private static boolean narrow(Path file) {
        if (!hasPermissions(file)) {
            return true;
        }
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class, NOFOLLOW_LINKS);
            PosixFileAttributes found = view.readAttributes();
            Set<PosixFilePermission> narrow = EnumSet.copyOf(OWNERS);
            if (found.isDirectory()) {
                narrow.add(PosixFilePermission.OWNER_EXECUTE); // nobody opens anything in it otherwise
            }
            narrow.retainAll(found.permissions());
            if (narrow.equals(found.permissions())) {
                return true;
            }
            if (!found.isDirectory() && !found.isRegularFile() || hasASecondName(file)) {
                return false;
            }
            view.setPermissions(narrow);
            return true;
        } catch (IOException e) {
            return false; // another user's file, which that user may show; or there is none, and the next call says so
        }
    }

    private static boolean hasASecondName(Path file) throws IOException {
        return Files.isRegularFile(file, NOFOLLOW_LINKS)
                && file.getFileSystem().supportedFileAttributeViews().contains("unix")
                && !Integer.valueOf(1).equals(Files.getAttribute(file, "unix:nlink", NOFOLLOW_LINKS));
    }

    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
