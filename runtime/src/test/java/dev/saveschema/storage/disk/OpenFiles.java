package dev.saveschema.storage.disk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files that this process has open, where the system lists them. */
final class OpenFiles {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenFiles() {}

    /** Those in a directory; one that is deleted is still among them, with a remark of the system's behind its name. */
    static List<Path> in(Path directory) throws IOException {
        if (!Files.isDirectory(DESCRIPTORS)) {
            System.out.println("Skipped: this system does not list the files that are open");
        }
        assumeTrue(Files.isDirectory(DESCRIPTORS), "the system lists the files that are open");
        Path real = directory.toRealPath();
        List<Path> open = new ArrayList<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                target(descriptor, open, real);
            }
        }
        return open;
    }

    private static void target(Path descriptor, List<Path> open, Path real) throws IOException {
        try {
            Path file = Files.readSymbolicLink(descriptor);
            if (file.startsWith(real)) {
                open.add(file);
            }
        } catch (NoSuchFileException closedMeanwhile) {
            // that of the listing itself, or of another thread
        }
    }
}
