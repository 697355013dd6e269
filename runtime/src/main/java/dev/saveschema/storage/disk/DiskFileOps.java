package dev.saveschema.storage.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.Checksum;

/** The calls as the system makes them. Only this class, {@code OwnerOnlyDisk} and the classes that the two call touch the disk. */
public class DiskFileOps implements FileOps {

    static final boolean WINDOWS = File.separatorChar == '\\';

    private static final String UNIX_ATTRIBUTES =
            "unix:fileKey,size,lastModifiedTime,ctime,nlink,permissions,isRegularFile,isDirectory,isSymbolicLink";

    @Override
    public Optional<Attributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(attributesOf(path));
        } catch (NoSuchFileException absent) {
            return Optional.empty(); // no file is an answer here, not a failure
        }
    }

    private static Attributes attributesOf(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return of(Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS), Set.of());
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            PosixFileAttributes posix = Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS);
            return of(posix, posix.permissions());
        }
        return ofUnix(Files.readAttributes(path, UNIX_ATTRIBUTES, NOFOLLOW_LINKS));
    }

    @SuppressWarnings("unchecked") // of what the view holds under this name, its documentation says so
    private static Attributes ofUnix(Map<String, Object> unix) {
        return new Attributes(
                kindOf(unix),
                unix.get("fileKey"),
                (Long) asked(unix, "size"),
                (FileTime) asked(unix, "lastModifiedTime"),
                (FileTime) asked(unix, "ctime"),
                (Integer) asked(unix, "nlink"),
                (Set<PosixFilePermission>) asked(unix, "permissions"));
    }

    /** An attribute of a view that has each attribute that it was asked for. */
    private static Object asked(Map<String, Object> unix, String name) {
        return Objects.requireNonNull(unix.get(name), name);
    }

    private static Kind kindOf(Map<String, Object> unix) {
        if (Boolean.TRUE.equals(unix.get("isRegularFile"))) {
            return Kind.FILE;
        }
        if (Boolean.TRUE.equals(unix.get("isDirectory"))) {
            return Kind.DIRECTORY;
        }
        return Boolean.TRUE.equals(unix.get("isSymbolicLink")) ? Kind.LINK : Kind.OTHER;
    }

    private static Attributes of(BasicFileAttributes basic, Set<PosixFilePermission> permissions) {
        return new Attributes(kindOf(basic), basic.fileKey(), basic.size(), basic.lastModifiedTime(), permissions);
    }

    static Kind kindOf(BasicFileAttributes basic) {
        if (basic.isRegularFile()) {
            return Kind.FILE;
        }
        if (basic.isDirectory()) {
            return Kind.DIRECTORY;
        }
        return basic.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    }

    @Override
    public byte[] read(Path file, long maxBytes) throws IOException {
        return RegularFiles.read(file, maxBytes);
    }

    @Override
    public void sum(Path file, Checksum sum) throws IOException {
        RegularFiles.sum(file, sum);
    }

    @Override
    public byte[] readEnd(Path file, int most) throws IOException {
        return RegularFiles.readEnd(file, most);
    }

    @Override
    public Ends readEnds(Path file, int mostFirst, int mostLast) throws IOException {
        return RegularFiles.readEnds(file, mostFirst, mostLast);
    }

    @Override
    public List<String> list(Path directory, Predicate<String> wanted) throws IOException {
        return names(directory, path -> wanted.test(path.getFileName().toString()));
    }

    @Override
    public List<String> directories(Path directory) throws IOException {
        return names(directory, path -> Files.isDirectory(path, NOFOLLOW_LINKS));
    }

    private static List<String> names(Path directory, Predicate<Path> wanted) throws IOException {
        // To open a FIFO would mean to wait for somebody who writes to it.
        if (!Files.readAttributes(directory, BasicFileAttributes.class).isDirectory()) {
            throw new NotDirectoryException(directory.toString());
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (wanted.test(entry)) {
                    names.add(entry.getFileName().toString());
                }
            }
        } catch (DirectoryIteratorException cutShort) {
            throw cutShort.getCause();
        } catch (FileSystemException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Closing fails without a name, and sometimes with an undeclared exception of Java's own.
            throw (IOException) new FileSystemException(directory.toString(), null, e.getMessage()).initCause(e);
        }
        return names;
    }

    @Override
    public Path readLink(Path link) throws IOException {
        return Files.readSymbolicLink(link);
    }

    @Override
    public Path realPath(Path directory) throws IOException {
        return directory.toRealPath();
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
    }

    @Override
    public void createDirectoryLike(Path model, Path directory) throws IOException {
        if (AttributeCopy.isPossible(directory)) {
            AttributeCopy.createDirectory(directory, model);
        } else {
            createDirectory(directory);
        }
    }

    @Override
    public Output create(Path file, Optional<Path> model) throws IOException {
        return new ChannelOutput(
                model.isPresent() && AttributeCopy.isPossible(file)
                        ? AttributeCopy.create(file, model.get())
                        : FileChannel.open(file, CREATE_NEW, WRITE));
    }

    @Override
    public Output reopen(Path file, byte[] content) throws IOException {
        RegularFiles.require(file);
        FileChannel channel = openToRewrite(file);
        try {
            if (channel.size() != content.length
                    || !Arrays.equals(RegularFiles.read(channel, 0, content.length), content)) {
                throw new FileSystemException(file.toString(), null, "it holds something else");
            }
            return new ChannelOutput(channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    // A temp beside a read-only save is read-only, too. For as long as the opening takes, its owner may write it.
    private static FileChannel openToRewrite(Path file) throws IOException {
        try {
            return FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS);
        } catch (AccessDeniedException readOnly) {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class, NOFOLLOW_LINKS);
            if (view == null) {
                throw readOnly;
            }
            Set<PosixFilePermission> found = view.readAttributes().permissions();
            Set<PosixFilePermission> writable = EnumSet.of(PosixFilePermission.OWNER_WRITE);
            writable.addAll(found);
            view.setPermissions(writable);
            try {
                return FileChannel.open(file, READ, WRITE, NOFOLLOW_LINKS);
            } finally {
                view.setPermissions(found);
            }
        }
    }

    @Override
    public void matchOwner(Path model, Path file) throws IOException {
        if (AttributeCopy.isPossible(file)) {
            AttributeCopy.share(file, model);
        }
    }

    @Override
    public String owner(Path file) throws IOException {
        return Files.getOwner(file, NOFOLLOW_LINKS).getName();
    }

    @Override
    public boolean isWritable(Path directory) {
        return Files.isWritable(directory);
    }

    @Override
    public void force(Path file) throws IOException {
        // The file is opened for writing: on Windows, to force one that was opened for reading does nothing and says
        // nothing. Elsewhere that works, and is the only way to force a file that is read-only.
        try (FileChannel channel = openToForce(file)) {
            channel.force(true);
        }
    }

    private static FileChannel openToForce(Path file) throws IOException {
        try {
            return FileChannel.open(file, WRITE);
        } catch (AccessDeniedException e) {
            if (WINDOWS) {
                throw e;
            }
            return FileChannel.open(file, READ);
        }
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        if (WINDOWS) {
            throw new FileSystemException(directory.toString(), null, "Operation not supported");
        }
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        try {
            Files.createLink(name, existing);
        } catch (UnsupportedOperationException noLinks) {
            throw new IOException(name + ": this file system has no links", noLinks);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        try {
            // Never without ATOMIC_MOVE: the other way to replace deletes first.
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw explained(to, e);
        }
    }

    // The system says no more than that it is busy, or that access is denied.
    private static FileSystemException explained(Path file, FileSystemException e) {
        try {
            if (WINDOWS && Boolean.TRUE.equals(Files.getAttribute(file, "dos:readonly", NOFOLLOW_LINKS))) {
                return new IrreplaceableFileException(file, "it is read-only", e);
            }
            if (Files.exists(MountPoints.LIST) && MountPoints.contains(Files.readString(MountPoints.LIST), file)) {
                return new IrreplaceableFileException(
                        file,
                        "it is itself a mount point, so that nothing can replace it; mount its directory instead",
                        e);
            }
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
        }
        return e;
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void deleteAll(Path file) throws IOException {
        DirectoryTree.delete(file);
    }

    @Override
    public boolean same(Path one, Path other) throws IOException {
        Object key = attributesOf(one).fileKey();
        // On systems with file keys a symbolic link is not the file that it leads to, and may lead nowhere.
        return key == null
                ? Files.isSameFile(one, other)
                : key.equals(attributesOf(other).fileKey());
    }

    @Override
    public LockFile openLock(Path file) throws IOException {
        // A symbolic link is not followed: it may lead to any file, which would be the one that is signed.
        return new ChannelLockFile(FileChannel.open(file, CREATE, READ, WRITE, NOFOLLOW_LINKS), false);
    }

    @Override
    public LockFile openSharedLock(Path file) throws IOException {
        return new ChannelLockFile(FileChannel.open(file, READ, NOFOLLOW_LINKS), true);
    }
}
