package dev.saveschema.jdbc;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.bulk.MigrationSource;
import dev.saveschema.bulk.MigrationSummary;
import dev.saveschema.bulk.MigrationSummary.Left;
import dev.saveschema.jdbc.Rows.Listed;
import dev.saveschema.jdbc.Rows.Range;
import dev.saveschema.jdbc.Transactions.Work;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.medium.GenerationMedium.Result;
import dev.saveschema.storage.medium.InDoubtException;
import dev.saveschema.storage.medium.MediumStorage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The saves of one format in a database. A page is read on one connection and committed as one transaction. */
final class JdbcMigration<T> implements MigrationSource<Listed> {

    private final Database database;
    private final Schema<T> schema;
    private final StoreOptions options;

    JdbcMigration(Database database, Schema<T> schema, StoreOptions options) {
        this.database = database;
        this.schema = schema;
        this.options = options.withoutLog();
    }

    private Range range(String after) {
        String prefix = SlotKey.prefix(schema);
        return new Range(prefix, after, SlotKey.behind(prefix));
    }

    @Override
    public long count() throws IOException {
        return database.read(connection -> Rows.countOlder(connection, range(""), schema.version()));
    }

    @Override
    public Pages<Listed> older(int most) {
        return new Pages<>() {

            private String after = "";

            @Override
            public List<Listed> next() throws IOException {
                List<Listed> page =
                        database.read(connection -> Rows.older(connection, range(after), schema.version(), most));
                after = page.isEmpty() ? after : page.get(page.size() - 1).slot();
                return page;
            }
        };
    }

    @Override
    public MigrationSummary migrate(List<Listed> page, boolean isDryRun) throws IOException {
        Page done = database.read(connection -> load(connection, page));
        int overtaken = page.size() - done.left().size() - done.changes().size();
        if (!isDryRun) {
            overtaken += done.commit(database);
        }
        int migrated = page.size() - done.left().size() - overtaken;
        return MigrationSummary.of(isDryRun, migrated, overtaken, done.left());
    }

    /**
     * A page that was read, and is not committed yet.
     *
     * @param left the saves that stay as they are
     * @param changes the changes to the other saves; a save that was saved meanwhile has none
     */
    private record Page(List<Left> left, List<Work<Boolean>> changes) {

        /**
         * Commits all changes at once, but for saves that were replaced meanwhile.
         *
         * @return the number of these
         */
        int commit(Database database) throws IOException {
            int[] overtaken = new int[1];
            try {
                database.change(connection -> {
                    // the count begins anew if the database has undone the transaction, which is then tried again
                    overtaken[0] = 0;
                    for (Work<Boolean> change : changes) {
                        overtaken[0] += change.on(connection) ? 0 : 1;
                    }
                    return true;
                });
                return overtaken[0];
            } catch (InDoubtException e) {
                throw new IOException("the last page may have been migrated or not: run the migration again", e);
            }
        }
    }

    private Page load(Connection connection, List<Listed> listed) throws SQLException {
        Page page = new Page(new ArrayList<>(), new ArrayList<>());
        for (Listed each : listed) {
            String name = SlotKey.name(schema, each.slot());
            JdbcMedium medium = new JdbcMedium(
                    new Noted(connection, page.changes()), each.slot(), schema.version(), Durability.BEST_EFFORT);
            MediumStorage storage = MediumStorage.of(name, medium, options.storage(schema));
            try (SaveStore<T> store = SaveStore.open(schema, storage, options)) {
                load(store, name, page);
            } catch (IOException e) {
                throw e.getCause() instanceof SQLException refused ? refused : new SQLException(e);
            }
        }
        return page;
    }

    private void load(SaveStore<T> store, String name, Page page) throws IOException {
        LoadResult<T> loaded = store.load();
        if (!MigrationSource.isOlder(schema, loaded)) {
            return;
        }
        Optional<Left> left = Left.because(name, loaded);
        if (left.isPresent()) {
            page.left().add(left.get());
            return;
        }
        try {
            store.save(loaded.value());
        } catch (IllegalArgumentException e) {
            page.left().add(new Left(name, "REFUSED", String.valueOf(e.getMessage())));
        }
    }

    /** Reads on the connection of a page, and notes the changes of its saves, which are made together later. */
    private record Noted(Connection connection, List<Work<Boolean>> changes) implements Transactions {

        @Override
        public <R> R read(Work<R> work) throws IOException {
            try {
                return work.on(connection);
            } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        @Override
        public Result change(Work<Boolean> work) {
            changes.add(work);
            return Result.DURABLE;
        }
    }
}
