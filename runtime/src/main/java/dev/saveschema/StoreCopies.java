package dev.saveschema;

import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.file.SaveBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The copies of a save that a person may want to go back to, as a schema reads them. */
record StoreCopies<T>(Schema<T> schema, SaveStorage storage, LoadLimits limits) {

    List<Backup> backups() throws IOException {
        List<Backup> backups = new ArrayList<>();
        for (Copy copy : storage.backups()) {
            backups.add(backup(copy));
        }
        return backups;
    }

    private Backup backup(Copy copy) {
        byte[] bytes;
        try {
            bytes = storage.read(copy);
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
        return read(copy, storage.read(copy));
    }

    private LoadResult<T> read(Copy copy, byte[] bytes) {
        SchemaContent<T> content = new SchemaContent<>(schema, limits);
        boolean sealed = schema.envelope().isEmpty();
        return LoadResults.ofAlone(SaveBytes.retrieve(copy, bytes, limits.fileBytes(), sealed, content), schema);
    }
}
