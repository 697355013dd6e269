package dev.saveschema;

import dev.saveschema.codec.Document;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.file.FileReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A save that is only looked at, beside whoever has it open: for a launcher, a status command, a test. Takes no lock and writes
 * nothing at all, no lock file either, so that it works in a folder that cannot be written. There is nothing to close.
 *
 * <p>Each {@link #load} is one look at what is saved at that moment, and is not disturbed by a save that is under way: it gives
 * the old value or the new one. A save that was never finished is not seen before a {@link SaveStore} has been opened on it.
 *
 * <p>Safe for use by several threads.
 *
 * @param <T> the record
 */
public final class SaveView<T> {

    private final Schema<T> schema;
    private final Path file;
    private final LoadLimits limits;

    SaveView(Schema<T> schema, Path file, LoadLimits limits) {
        this.schema = schema;
        this.file = file;
        this.limits = limits;
    }

    /**
     * Reads the newest usable save, repaired and migrated in memory, as {@link SaveStore#load} does.
     *
     * @throws IOException if the disk refuses to give the file back
     * @throws UnusableDefaultsException if the defaults are needed and cannot be made
     */
    public LoadResult<T> load() throws IOException {
        Retrieval<Document<T>> retrieval = reading().read(file, new SchemaContent<>(schema, limits));
        return LoadResults.of(retrieval, schema);
    }

    private FileReading reading() {
        return new FileReading(limits.fileBytes(), schema.envelope().isEmpty());
    }

    /**
     * The saves that are kept behind the newest one, as {@link SaveStore#backups} lists them.
     *
     * @throws IOException if the disk refuses to list them
     */
    public List<Backup> backups() throws IOException {
        return copies().backups(reading().backups(file));
    }

    /**
     * What saves kept aside, the newest first, as {@link SaveStore#kept} lists it.
     *
     * @throws IOException if the disk refuses to list it
     */
    public List<KeptCopy> kept() throws IOException {
        return reading().kept(file);
    }

    /**
     * Looks at a backup, or at what was kept aside, as {@link SaveStore#load(Copy)} does.
     *
     * @throws IllegalArgumentException if it is no copy of this save
     * @throws IOException if the disk refuses to give it back
     */
    public LoadResult<T> load(Copy copy) throws IOException {
        return copies().load(copy);
    }

    private StoreCopies<T> copies() {
        FileReading reading = reading();
        return new StoreCopies<>(schema, copy -> reading.read(file, copy), limits);
    }

    /** The file as it was given to {@link SaveStore#openReadOnly}. */
    public Path file() {
        return file;
    }
}
