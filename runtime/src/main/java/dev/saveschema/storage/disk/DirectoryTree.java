package dev.saveschema.storage.disk;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Objects;

/**
 * Removes a directory with all that is in it.
 *
 * <p>Where the system can open what is in an open directory, that is how it is done: between a look at a directory and its listing by
 * name somebody could put a link there, and have root remove what that leads to. Names are never made texts on the way, since some
 * have none in the language of the system.
 */
final class DirectoryTree {

    private DirectoryTree() {}

    static void delete(Path file) throws IOException {
        Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try (DirectoryStream<Path> directory = Files.newDirectoryStream(parent)) {
            if (directory instanceof SecureDirectoryStream<Path> secure) {
                deleteIn(secure, file);
            } else {
                deleteByName(file);
            }
        } catch (DirectoryIteratorException cutShort) {
            throw cutShort.getCause();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Closing sometimes fails with an undeclared exception of Java's own.
            throw (IOException) new FileSystemException(file.toString(), null, e.getMessage()).initCause(e);
        }
    }

    private static void deleteIn(SecureDirectoryStream<Path> directory, Path file) throws IOException {
        Path name = file.getFileName();
        try {
            if (isDirectory(directory, name)) {
                try (SecureDirectoryStream<Path> inside = directory.newDirectoryStream(name, NOFOLLOW_LINKS)) {
                    for (Path entry : inside) {
                        deleteIn(inside, file.resolve(entry.getFileName()));
                    }
                }
                directory.deleteDirectory(name);
            } else {
                directory.deleteFile(name);
            }
        } catch (NoSuchFileException gone) {
            // by somebody else's hand
        } catch (FileSystemException e) {
            throw name.toString().equals(e.getFile()) ? named(file, e) : e;
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> directory, Path name) throws IOException {
        return directory
                .getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    // The exception has the last name only.
    private static IOException named(Path file, FileSystemException e) {
        return (IOException) new FileSystemException(file.toString(), null, SystemError.reason(e)).initCause(e);
    }

    private static void deleteByName(Path file) throws IOException {
        if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(file)) {
                for (Path entry : inside) {
                    deleteByName(entry);
                }
            }
        }
        Files.deleteIfExists(file);
    }
}
