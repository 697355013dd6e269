package dev.saveschema;

import dev.saveschema.storage.file.SaveBytes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The copies of a save that a person may want to go back to, as a schema reads them. */
record StoreCopies<T>(Schema<T> schema, Source source, LoadLimits limits) {

    /** Where they are: a storage, or files that somebody else may have open. */
    interface Source {

        /** The save itself. */
        Copy copy();

        List<Copy> backups() throws IOException;

        byte[] read(Copy copy) throws IOException;
    }

    List<Backup> backups() throws IOException {
        List<Backup> backups = new ArrayList<>();
        for (Copy copy : source.backups()) {
            backups.add(backup(copy));
        }
        return backups;
    }

    private Backup backup(Copy copy) {
        byte[] bytes;
        try {
            bytes = source.read(copy);
        } catch (IOException refused) {
            // It must not keep anybody from the others; whoever loads it is told why.
            return new Backup(
                    copy, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(), 0, Finding.State.UNREADABLE);
        }
        LoadResult<T> loaded = read(copy, bytes);
        return new Backup(
                copy,
                loaded.generation(),
                loaded.time(),
                loaded.storedVersion(),
                bytes.length,
                loaded.findings().get(0).state());
    }

    LoadResult<T> load(Copy copy) throws IOException {
        return read(copy, source.read(copy));
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
        List<Copy> candidates = new ArrayList<>();
        candidates.add(backup.copy());
        candidates.addAll(source.backups());
        candidates.add(source.copy());
        NoSuchFileException gone = new NoSuchFileException(
                backup.copy().toString(),
                null,
                "generation %d is not kept any more"
                        .formatted(backup.generation().getAsLong()));
        for (Copy candidate : candidates) {
            try {
                LoadResult<T> found = load(candidate);
                if (found.generation().equals(backup.generation())
                        && found.time().equals(backup.time())) {
                    return found;
                }
            } catch (IOException refused) {
                gone.addSuppressed(refused); // it has been moved on meanwhile, or may be the one that cannot be read
            }
        }
        throw gone;
    }

    private LoadResult<T> read(Copy copy, byte[] found) {
        SchemaContent<T> content = new SchemaContent<>(schema, limits);
        boolean sealed = schema.envelope().isEmpty();
        return LoadResults.ofAlone(SaveBytes.retrieve(copy, found, limits.fileBytes(), sealed, content), schema);
    }
}
