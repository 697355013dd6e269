package dev.saveschema.jdbc;

import dev.saveschema.storage.Durability;
import dev.saveschema.storage.medium.Generation;
import dev.saveschema.storage.medium.GenerationChange;
import dev.saveschema.storage.medium.GenerationMedium;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A medium that saves in a wrong way: by one statement that inserts a generation if the newest one is still the one before it.
 * While the statement is under way, others make that generation and more, and prune it, so that nothing refuses the statement any
 * more. It waits now and then, as a database does whose machine is busy.
 */
final class ConditionalInsertMedium implements GenerationMedium {

    private static final String INSERT = "insert into save_gen (slot, gen, id, version, kept, saved_at, size, body)"
            + " select ?, ?, ?, 1, '', ?, ?, ? where (select coalesce(max(gen), 0) from save_gen where slot = ?) = ?"
            + " and pg_sleep(case when random() < 0.2 then 0.1 else 0 end) is not null";

    private final Database database;
    private final String slot;

    ConditionalInsertMedium(Database database, String slot) {
        this.database = database;
        this.slot = slot;
    }

    @Override
    public List<Generation> list() throws IOException {
        return database.read(connection -> Rows.list(connection, slot)).stream()
                .map(row -> row.after(0))
                .toList();
    }

    @Override
    public Optional<byte[]> read(long number) throws IOException {
        return database.read(connection -> Rows.body(connection, slot, number));
    }

    @Override
    public Result commit(GenerationChange change) throws IOException {
        return database.change(connection -> {
            boolean isNewest = insert(connection, change);
            for (long number : isNewest ? change.prune() : List.<Long>of()) {
                Rows.delete(connection, slot, number);
            }
            return isNewest;
        });
    }

    private boolean insert(Connection connection, GenerationChange change) throws SQLException {
        Generation next = change.next();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, slot);
            statement.setLong(2, next.number());
            statement.setString(3, next.id());
            statement.setLong(4, next.time().getEpochSecond());
            statement.setLong(5, change.bytes().length);
            statement.setBytes(6, change.bytes());
            statement.setString(7, slot);
            statement.setLong(8, change.expected().map(Generation::number).orElse(0L));
            return statement.executeUpdate() == 1;
        }
    }

    @Override
    public Durability durability() {
        return Durability.REPLICATED;
    }

    @Override
    public void close() {}
}
