package dev.saveschema;

import dev.saveschema.storage.file.FileReading;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
    private final FileReading reading;
    private final StoreCopies<T> copies;

    SaveView(Schema<T> schema, Path file, LoadLimits limits) {
        this.schema = schema;
        this.file = file;
        this.limits = limits;
        this.reading = new FileReading(limits.fileBytes(), schema.envelope().isEmpty());
        this.copies = new StoreCopies<>(
                schema, limits, Copy.of(file), () -> reading.backups(file), copy -> reading.read(file, copy));
    }

    /**
     * Reads the newest usable save, repaired and migrated in memory, as {@link SaveStore#load} does.
     *
     * @throws IOException if the disk refuses to give the file back
     * @throws UnusableDefaultsException if the defaults are needed and cannot be made
     */
    public LoadResult<T> load() throws IOException {
        return LoadResults.of(reading.read(file, new SchemaContent<>(schema, limits)), schema);
    }

    /**
     * The saves that are kept behind the newest one, as {@link SaveStore#backups} lists them. While somebody saves, one may be
     * listed under the name of the one before it, or twice.
     *
     * @throws IOException if the disk refuses to list them
     */
    public List<Backup> backups() throws IOException {
        return copies.backups();
    }

    /**
     * The copies that saves kept aside, as {@link SaveStore#kept} lists them.
     *
     * @throws IOException if the disk refuses to list them
     */
    public List<KeptCopy> kept() throws IOException {
        return reading.kept(file);
    }

    /**
     * Looks at a backup, as {@link SaveStore#load(Backup)} does.
     *
     * @throws NoSuchFileException if it is not kept any more
     * @throws IllegalArgumentException if it is no backup of this save
     * @throws IOException if the disk refuses to give it back
     */
    public LoadResult<T> load(Backup backup) throws IOException {
        return copies.load(backup);
    }

    /**
     * Looks at a backup, or at what was kept aside, as {@link SaveStore#load(Copy)} does.
     *
     * @throws IllegalArgumentException if it is no copy of this save
     * @throws IOException if the disk refuses to give it back
     */
    public LoadResult<T> load(Copy copy) throws IOException {
        return copies.load(copy);
    }

    /** The file as it was given to {@link SaveStore#openReadOnly}. */
    public Path file() {
        return file;
    }

    @Override
    public String toString() {
        return file + ", only looked at";
    }
}
