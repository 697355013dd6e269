package dev.saveschema.jdbc;

import dev.saveschema.SaveFormat;
import dev.saveschema.SaveSeal;
import dev.saveschema.Schema;
import dev.saveschema.jdbc.Rows.Head;
import dev.saveschema.jdbc.Rows.Listed;
import dev.saveschema.jdbc.Rows.Range;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.RandomIds;
import dev.saveschema.storage.medium.Generation;
import dev.saveschema.storage.medium.GenerationChange;
import dev.saveschema.storage.medium.GenerationMedium.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The saves of one format in a database.
 *
 * <p>Deleting a save makes a generation of its own. A store that has the save open gets a {@link dev.saveschema.ConflictException}
 * at its next save, and a store that is opened afterwards finds nothing. Until {@link #purge} the save can be brought back.
 *
 * <p>Safe for use by several threads.
 *
 * @param <T> the record
 */
public final class JdbcSlots<T> {

    private final Database database;
    private final Schema<T> schema;

    JdbcSlots(Database database, Schema<T> schema) {
        this.database = database;
        this.schema = schema;
    }

    /**
     * A page of the list, by name, in the order of code points. The next page comes after the last name of this one.
     *
     * <pre>{@code
     * List<JdbcSlot> page = slots.list("", "", 500);
     * List<JdbcSlot> next = slots.list("", page.get(page.size() - 1).name(), 500);
     * }</pre>
     *
     * @param prefix what the names begin with; empty for all
     * @param after the name after which the page begins; empty for the first page
     * @param most how many, at least 1
     * @throws IOException if the database refuses
     */
    public List<JdbcSlot> list(String prefix, String after, int most) throws IOException {
        return list(prefix, after, most, false);
    }

    /**
     * A page of the deleted saves that can be brought back, as {@link #list} gives the others.
     *
     * @throws IOException if the database refuses
     */
    public List<JdbcSlot> deleted(String prefix, String after, int most) throws IOException {
        return list(prefix, after, most, true);
    }

    private List<JdbcSlot> list(String prefix, String after, int most, boolean deleted) throws IOException {
        if (most < 1) {
            throw new IllegalArgumentException(most + " saves are no page");
        }
        String from = SlotKey.prefix(schema) + prefix;
        Range range = new Range(from, SlotKey.prefix(schema) + after, SlotKey.behind(from));
        return database.read(connection -> Rows.heads(connection, range, deleted, most)).stream()
                .map(this::slot)
                .toList();
    }

    private JdbcSlot slot(Listed listed) {
        Rows.Row row = listed.row();
        return new JdbcSlot(
                SlotKey.name(schema, listed.slot()),
                row.number(),
                row.version(),
                Instant.ofEpochSecond(row.savedAt()),
                row.size());
    }

    /**
     * Deletes a save; {@link #undelete} brings it back.
     *
     * @return whether there was such a save
     * @throws IOException if the database refuses
     */
    public boolean delete(String name) throws IOException {
        String slot = SlotKey.of(schema, name);
        String id = RandomIds.next();
        while (true) {
            Optional<Head> head = living(slot);
            if (head.isEmpty()) {
                return false;
            }
            Head next = new Head(head.get().number() + 1, id);
            Result result = database.change(connection -> {
                boolean isUnchanged = Rows.moveHead(connection, slot, head, next);
                if (isUnchanged) {
                    Rows.insertDeletion(connection, slot, next, Instant.now());
                }
                return isUnchanged;
            });
            if (result != Result.CONFLICT) {
                return true;
            }
        }
    }

    /** The head of a slot that exists and was not deleted. */
    private Optional<Head> living(String slot) throws IOException {
        return database.read(connection -> newest(connection, slot, false));
    }

    private static Optional<Head> newest(Connection connection, String slot, boolean deleted) throws SQLException {
        return Rows.list(connection, slot).stream()
                .findFirst()
                .filter(row -> row.isDeletion() == deleted)
                .map(row -> new Head(row.number(), row.id()));
    }

    /**
     * Brings back a save that was deleted, with its backups.
     *
     * @return whether there was one, and nothing was saved under this name since
     * @throws IOException if the database refuses
     */
    public boolean undelete(String name) throws IOException {
        String slot = SlotKey.of(schema, name);
        return database.change(connection -> undelete(connection, slot)) != Result.CONFLICT;
    }

    private static boolean undelete(Connection connection, String slot) throws SQLException {
        List<Rows.Row> rows = Rows.list(connection, slot);
        if (rows.size() < 2 || !rows.get(0).isDeletion() || rows.get(1).isDeletion()) {
            return false;
        }
        Head deletion = new Head(rows.get(0).number(), rows.get(0).id());
        Head last = new Head(rows.get(1).number(), rows.get(1).id());
        boolean isUnchanged = Rows.moveHead(connection, slot, Optional.of(deletion), last);
        if (isUnchanged) {
            Rows.delete(connection, slot, deletion.number());
        }
        return isUnchanged;
    }

    /**
     * Destroys for good all saves that were deleted longer ago than this, with all their generations.
     *
     * @return the number of these saves
     * @throws IOException if the database refuses; saves that are destroyed by then stay destroyed
     */
    public int purge(Duration olderThan) throws IOException {
        Instant latest = Instant.now().minus(olderThan);
        int purged = 0;
        String after = "";
        while (true) {
            List<JdbcSlot> page = deleted("", after, 500);
            for (JdbcSlot slot : page) {
                if (!slot.time().isAfter(latest) && purge(SlotKey.of(schema, slot.name()))) {
                    purged++;
                }
            }
            if (page.isEmpty()) {
                return purged;
            }
            after = page.get(page.size() - 1).name();
        }
    }

    private boolean purge(String slot) throws IOException {
        return database.change(connection -> {
                    Optional<Head> deletion = newest(connection, slot, true);
                    if (deletion.isPresent()) {
                        Rows.purge(connection, slot, deletion.get());
                    }
                    return deletion.isPresent();
                })
                != Result.CONFLICT;
    }

    /**
     * Writes the newest generation of a save into a new file, byte for byte: {@code ProgressSchema.open(file)} reads it.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file already
     * @throws IOException if there is no such save, or the database or the disk refuses
     */
    public void exportTo(String name, Path file) throws IOException {
        String slot = SlotKey.of(schema, name);
        Head head = living(slot).orElseThrow(() -> new IOException("there is no save " + name));
        byte[] bytes = database.read(connection -> Rows.body(connection, slot, head.number()))
                .orElseThrow(() -> new IOException(name + " was saved meanwhile"));
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Makes a file the first generation of a save, byte for byte, in whatever state it is. A load will check it.
     *
     * @return whether there was no such save yet; otherwise nothing is done
     * @throws IOException if the database or the disk refuses. If the connection was lost, the save may be there, which {@link #list} and
     *     {@code load} tell
     */
    public boolean importFrom(String name, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Optional<SaveSeal> seal = SaveSeal.of(bytes);
        Generation first = new Generation(
                1,
                seal.map(SaveSeal::id).orElseGet(RandomIds::next),
                seal.map(SaveSeal::time).orElseGet(Instant::now),
                bytes.length,
                Optional.empty());
        int version = SaveFormat.of(schema).fromBytes(bytes).storedVersion().orElse(schema.unversionedVersion());
        JdbcMedium medium = new JdbcMedium(database, SlotKey.of(schema, name), version, Durability.BEST_EFFORT);
        return medium.list().isEmpty()
                && medium.commit(new GenerationChange(Optional.empty(), first, bytes, Map.of(), Set.of()))
                        != Result.CONFLICT;
    }
}
