package dev.saveschema.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files among the example's resources. */
final class OldSave {

    private OldSave() {}

    static Path copy(String name, Path target) throws IOException {
        try (InputStream in = Progress.class.getResourceAsStream("saves/" + name)) {
            Files.copy(in, target);
        }
        return target;
    }
}
