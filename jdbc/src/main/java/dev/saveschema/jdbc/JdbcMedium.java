package dev.saveschema.jdbc;

import dev.saveschema.document.HeadReader;
import dev.saveschema.jdbc.Rows.Head;
import dev.saveschema.jdbc.Rows.Row;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.medium.Generation;
import dev.saveschema.storage.medium.GenerationChange;
import dev.saveschema.storage.medium.GenerationMedium;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The generations of one slot. Generations from before the slot's last deletion are not shown, and the others are counted from
 * there.
 */
final class JdbcMedium implements GenerationMedium {

    private final Transactions database;
    private final String slot;
    private final int version;
    private final Durability durability;

    /** The last deletion that was seen. */
    private Optional<Head> deletion = Optional.empty();

    /**
     * @param version the version of a written document that does not state its own
     * @param durability the durability of a change
     */
    JdbcMedium(Transactions database, String slot, int version, Durability durability) {
        this.database = database;
        this.slot = slot;
        this.version = version;
        this.durability = durability;
    }

    @Override
    public List<Generation> list() throws IOException {
        List<Row> rows = database.read(connection -> Rows.list(connection, slot));
        deletion = rows.stream().filter(Row::isDeletion).findFirst().map(row -> new Head(row.number(), row.id()));
        return rows.stream()
                .takeWhile(row -> !row.isDeletion())
                .map(row -> row.after(before()))
                .toList();
    }

    /** The number that generations are counted from. */
    private long before() {
        return deletion.map(Head::number).orElse(0L);
    }

    @Override
    public Optional<byte[]> read(long number) throws IOException {
        return database.read(connection -> Rows.body(connection, slot, before() + number));
    }

    @Override
    public Result commit(GenerationChange change) throws IOException {
        Optional<Head> expected = change.expected().map(this::head).or(() -> deletion);
        // An older program may write the document of a newer one, which keeps its version.
        int written = HeadReader.version(change.bytes()).orElse(version);
        long before = before();
        return database.change(connection -> Rows.replace(connection, slot, written, before, expected, change));
    }

    private Head head(Generation generation) {
        return new Head(before() + generation.number(), generation.id());
    }

    @Override
    public Durability durability() {
        return durability;
    }

    @Override
    public void close() {
        // nothing to close: each question and each change has a connection of its own
    }
}
