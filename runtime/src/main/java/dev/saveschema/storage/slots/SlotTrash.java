package dev.saveschema.storage.slots;

import dev.saveschema.storage.disk.DirectoryForce;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Slots that were deleted, and what is left of those that are removed for good. A folder is renamed before anything in it is
 * removed, so that there never is a slot with a part of its files, which would load as an older save.
 *
 * @param directory the folder of the slots
 */
record SlotTrash(FileOps ops, Path directory) {

    private static final String TRASH = ".trash";
    private static final Pattern REST = Pattern.compile("\\.(new|gone)-[0-9a-f]{16}");

    Path path() {
        return directory.resolve(TRASH);
    }

    /** The folder in which a copy is made. */
    Path fresh(String token) {
        return directory.resolve(".new-" + token);
    }

    private Path gone(String token) {
        return directory.resolve(".gone-" + token);
    }

    /**
     * Whether there is a trash.
     *
     * @throws IOException if the name is that of no directory, such as of a symbolic link, which may lead to any folder
     */
    private boolean isThere() throws IOException {
        Optional<Attributes> found = ops.attributes(path());
        if (found.isPresent() && found.get().kind() != Kind.DIRECTORY) {
            throw new NotDirectoryException(path().toString());
        }
        return found.isPresent();
    }

    /** The slots in the trash, the newest first. */
    List<TrashEntry> entries() throws IOException {
        if (!isThere()) {
            return List.of();
        }
        return ops.list(path(), listed -> TrashEntry.of(listed).isPresent()).stream()
                .map(listed -> TrashEntry.of(listed).orElseThrow())
                .sorted(Comparator.comparing(TrashEntry::time).reversed().thenComparing(TrashEntry::id))
                .toList();
    }

    /** The folder of a slot in the trash; empty if it is not there any more. */
    Optional<Path> find(TrashEntry entry) throws IOException {
        Path slot = path().resolve(entry.id());
        boolean isOurs = TrashEntry.of(entry.id()).isPresent()
                && isThere()
                && ops.attributes(slot).isPresent();
        return isOurs ? Optional.of(slot) : Optional.empty();
    }

    /** Moves a slot to the trash. */
    void take(Path slot, TrashEntry entry) throws IOException {
        if (!isThere()) {
            // Every user who may delete a slot of the folder may put it here, and not only the first one.
            ops.createDirectoryLike(directory, path());
            force(directory);
        }
        move(slot, path().resolve(entry.id()));
    }

    /** Renames a folder, and makes that durable. */
    void move(Path from, Path to) throws IOException {
        ops.move(from, to);
        Path target = Objects.requireNonNull(to.getParent());
        Path source = Objects.requireNonNull(from.getParent());
        force(target);
        if (!target.equals(source)) {
            force(source);
        }
    }

    /** Removes a folder with all that is in it. */
    void remove(Path slot, String token) throws IOException {
        Path gone = gone(token);
        move(slot, gone);
        ops.deleteAll(gone);
    }

    /** Removes the rest of copies and removals that another program never finished. The caller holds the lock. */
    void sweep() throws IOException {
        for (String rest : ops.list(directory, listed -> REST.matcher(listed).matches())) {
            ops.deleteAll(directory.resolve(rest));
        }
    }

    private void force(Path folder) throws IOException {
        new DirectoryForce(ops).force(folder);
    }
}
