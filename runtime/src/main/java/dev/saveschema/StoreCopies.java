package dev.saveschema;

import dev.saveschema.storage.file.SaveBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The copies of a save that a person may want to go back to, as a schema reads them. */
record StoreCopies<T>(Schema<T> schema, Bytes bytes, LoadLimits limits) {

    /** Whoever has them. */
    interface Bytes {

        byte[] of(Copy copy) throws IOException;
    }

    List<Backup> backups(List<Copy> copies) {
        List<Backup> backups = new ArrayList<>();
        for (Copy copy : copies) {
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

    private LoadResult<T> read(Copy copy, byte[] found) {
        SchemaContent<T> content = new SchemaContent<>(schema, limits);
        boolean sealed = schema.envelope().isEmpty();
        return LoadResults.ofAlone(SaveBytes.retrieve(copy, found, limits.fileBytes(), sealed, content), schema);
    }
}
