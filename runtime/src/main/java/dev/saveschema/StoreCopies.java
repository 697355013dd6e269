package dev.saveschema;

import dev.saveschema.storage.file.SaveBytes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The copies of a save that a person may want to go back to, as a schema reads them.
 *
 * @param save the save itself
 * @param listing of its backups, the newest first
 * @param bytes of a copy
 */
record StoreCopies<T>(Schema<T> schema, LoadLimits limits, Copy save, Listing listing, Bytes bytes) {

    /** Lists copies. */
    interface Listing {

        List<Copy> list() throws IOException;
    }

    /** Reads a copy. */
    interface Bytes {

        byte[] of(Copy copy) throws IOException;
    }

    List<Backup> backups() throws IOException {
        List<Backup> backups = new ArrayList<>();
        for (Copy copy : listing.list()) {
            backups.add(backup(copy));
        }
        return backups;
    }

    private Backup backup(Copy copy) {
        byte[] content;
        try {
            content = bytes.of(copy);
        } catch (IOException refused) {
            // It must not keep anybody from the others; whoever loads it is told why.
            return new Backup(
                    copy, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(), 0, Finding.State.UNREADABLE);
        }
        LoadResult<T> loaded = read(copy, content);
        return new Backup(
                copy,
                loaded.generation(),
                loaded.time(),
                loaded.storedVersion(),
                content.length,
                loaded.findings().get(0).state());
    }

    LoadResult<T> load(Copy copy) throws IOException {
        return read(copy, bytes.of(copy));
    }

    /**
     * A backup as it was listed, wherever it is by now: each save gives it the name of an older one.
     *
     * @throws NoSuchFileException if it is not kept any more
     */
    LoadResult<T> load(Backup backup) throws IOException {
        if (backup.generation().isEmpty()) {
            return load(backup.copy()); // it has nothing but its name to be known by
        }
        NoSuchFileException gone = new NoSuchFileException(
                backup.copy().toString(),
                null,
                "generation %d is not kept any more"
                        .formatted(backup.generation().getAsLong()));
        Optional<LoadResult<T>> found = find(backup, backup.copy(), gone);
        if (found.isEmpty()) { // it has been moved on
            List<Copy> others = new ArrayList<>(listing.list());
            others.add(save);
            others.remove(backup.copy());
            for (int at = 0; found.isEmpty() && at < others.size(); at++) {
                found = find(backup, others.get(at), gone);
            }
        }
        return found.orElseThrow(() -> gone);
    }

    /** @param gone is told of a copy that cannot be read, and so may be the one */
    private Optional<LoadResult<T>> find(Backup backup, Copy candidate, NoSuchFileException gone) {
        try {
            return Optional.of(load(candidate))
                    .filter(loaded -> loaded.generation().equals(backup.generation())
                            && loaded.time().equals(backup.time()));
        } catch (IOException refused) {
            gone.addSuppressed(refused);
            return Optional.empty();
        }
    }

    private LoadResult<T> read(Copy copy, byte[] content) {
        boolean sealed = schema.envelope().isEmpty();
        return LoadResults.ofAlone(
                SaveBytes.retrieve(copy, content, limits.fileBytes(), sealed, new SchemaContent<>(schema, limits)),
                schema);
    }
}
