package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds how a directory spells the name of a save. On a volume that does not tell upper from lower case, {@code Hero.JSON} leads to
 * {@code hero.json}; but not every such volume says that the two are one file, and so not every lock of one holds for the other.
 * The names of the backups and of the lock file follow the save's, and so must not depend on who opens it how.
 */
public record Spelling(FileOps ops) {

    /** The names beside a save that is spelled as its directory spells it, or its lock file if there is no save yet. */
    public FileNames of(FileNames names) throws IOException {
        Optional<Path> live = listed(names.live());
        if (live.isPresent()) {
            return new FileNames(live.get());
        }
        return listed(names.lock()).flatMap(names::withLock).orElse(names);
    }

    /**
     * An existing file as the directory lists it; empty where each spelling is a file of its own. Only a listing proves that the file
     * exists: of one that was just deleted by another spelling, the system may still give the attributes by this one.
     */
    private Optional<Path> listed(Path file) throws IOException {
        String name = file.getFileName().toString();
        String otherCase = otherCase(name);
        if (otherCase.equals(name)
                || !exists(file, otherCase)
                || ops.attributes(file).isEmpty()) {
            return Optional.empty();
        }
        List<String> spellings = ops.list(FileNames.directoryOf(file), listed -> listed.equalsIgnoreCase(name));
        return spellings.contains(name)
                ? Optional.of(file)
                : spellings.stream().findFirst().map(file::resolveSibling);
    }

    private boolean exists(Path file, String otherCase) throws IOException {
        try {
            return ops.attributes(file.resolveSibling(otherCase)).isPresent();
        } catch (InvalidPathException unmappable) {
            return false;
        }
    }

    private static String otherCase(String name) {
        StringBuilder other = new StringBuilder();
        for (int letter : name.codePoints().toArray()) {
            other.appendCodePoint(
                    Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter));
        }
        return other.toString();
    }
}
