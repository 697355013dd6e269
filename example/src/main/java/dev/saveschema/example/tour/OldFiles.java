package dev.saveschema.example.tour;

import dev.saveschema.example.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as other programs, and other versions of this one, left them. */
final class OldFiles {

    private OldFiles() {}

    /** Puts one where a program looks for its save. */
    static Path copy(String name, Path target) throws IOException {
        try (InputStream in = Progress.class.getResourceAsStream("saves/" + name)) {
            if (in == null) {
                throw new IOException(name + " is not among the example's resources");
            }
            Files.copy(in, target);
        }
        return target;
    }
}
