package dev.saveschema;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One place where content of a save is: the save itself, a backup, or what was kept aside. Prints as its path, or where it is no
 * file, as its name.
 *
 * @param name what tells it from the others of the same save: {@code progress.json.bak1}
 * @param path the file, where it is one
 */
public record Copy(String name, Optional<Path> path) {

    /** A copy that is a file. */
    public static Copy of(Path file) {
        return new Copy(String.valueOf(file.getFileName()), Optional.of(file));
    }

    /** A copy that is no file, in a storage that has none. */
    public static Copy named(String name) {
        return new Copy(name, Optional.empty());
    }

    @Override
    public String toString() {
        return path.map(Path::toString).orElse(name);
    }
}
