package dev.saveschema.storage.disk;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the file that a path leads to. Symbolic links are followed by hand, since a link or a move would otherwise take place
 * on the symbolic link itself, and since its target need not exist yet.
 *
 * <p>A link that belongs to another user is followed only to a file of that user's own. Otherwise everybody who may write in the
 * directory of a save could have any file replaced that a program of root's, or of another user, may replace. Only the last element of
 * a path is checked: links among its directories are followed as the system does.
 */
public record LinkResolver(FileOps ops) {

    private static final int MOST_HOPS = 40;

    /** Root's links are followed anywhere: root can bring about anything that they could. */
    private static final String ROOT = "root";

    /**
     * The file itself, in a directory that exists now.
     *
     * @throws IOException also if the directory cannot be created
     */
    public Path find(Path path) throws IOException {
        Path file = follow(path);
        createDirectory(directoryOf(file));
        return inRealDirectory(file);
    }

    /** The file itself; empty if there is no directory for it. Creates nothing. */
    public Optional<Path> findExisting(Path path) throws IOException {
        Path file = follow(path);
        return ops.attributes(directoryOf(file)).isPresent() ? Optional.of(inRealDirectory(file)) : Optional.empty();
    }

    private Path follow(Path path) throws IOException {
        Path file = path.toAbsolutePath();
        List<Path> links = new ArrayList<>();
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            Optional<Attributes> found = ops.attributes(file);
            if (found.isEmpty() || found.get().kind() == Kind.FILE) {
                requireThatEachMayLeadTo(file, links);
                return file;
            }
            if (found.get().kind() != Kind.LINK) {
                throw found.get().kind() == Kind.DIRECTORY
                        ? isDirectory(path)
                        : new IOException(path + " is not a file, but a device or the like");
            }
            links.add(file);
            file = directoryOf(file).resolve(ops.readLink(file));
        }
        throw new FileSystemLoopException(path.toString());
    }

    private Path existing(Path file) throws IOException {
        Path existing = file;
        while (ops.attributes(existing).isEmpty()) {
            existing = directoryOf(existing);
        }
        return existing;
    }

    private void requireThatEachMayLeadTo(Path target, List<Path> links) throws IOException {
        if (links.isEmpty()
                || !target.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        String owner = ops.owner(existing(target));
        for (Path link : links) {
            String owners = ops.owner(link);
            if (!List.of(owner, ROOT, System.getProperty("user.name")).contains(owners)) {
                throw new IOException("%s is a symbolic link of %s's, and leads to what is %s's: open %s itself"
                        .formatted(link, owners, owner, target));
            }
        }
    }

    private Path inRealDirectory(Path file) throws IOException {
        return ops.realPath(directoryOf(file)).resolve(file.getFileName());
    }

    private static Path directoryOf(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory == null) {
            throw isDirectory(file);
        }
        return directory;
    }

    private static IOException isDirectory(Path path) {
        return new IOException((path.toString().isEmpty() ? "an empty path" : path)
                + " is not a file, but a directory; name a file in it, such as " + path.resolve("save.json"));
    }

    /** Creates a directory, and those that lead to it, as far as they do not exist. */
    public void createDirectory(Path directory) throws IOException {
        if (ops.attributes(directory).isPresent()) {
            return; // if it is no directory, the next call on it says so
        }
        Path parent = directoryOf(directory);
        createDirectory(parent);
        try {
            ops.createDirectory(directory);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        }
        new DirectoryForce(ops).force(parent);
    }
}
