package dev.saveschema.jdbc;

import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.bulk.SaveMigration;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.medium.MediumStorage;
import java.io.IOException;
import javax.sql.DataSource;

/**
 * Saves in a database, one for each name and format.
 *
 * <pre>{@code
 * JdbcSaves saves = JdbcSaves.of(dataSource);
 * try (SaveStore<Progress> store = saves.open(ProgressSchema.INSTANCE, "ada")) {
 *     store.update(now -> ProgressSchema.with(now).step(now.step() + 1).done());
 * }
 * }</pre>
 *
 * <p>A store reads a document with the same distrust as a file, and migrates it. It keeps the two generations before the newest, or those
 * of {@link StoreOptions#backups}, and every generation that was damaged, edited, newer or older. The bytes are those of a file, seal
 * included. There is no lock, and several programs may have one save open: {@link SaveStore#save} throws a
 * {@link dev.saveschema.ConflictException} if another program has saved meanwhile, and {@link SaveStore#update} loads and tries again.
 *
 * <p>You make the two tables: {@link SqlDialect#ddl}. A store takes a connection for each load and save, and gives it back. Opening a store
 * costs a question or two, so that a server can open and close a store for each request. Give writes no time limit: a database whose commit
 * is cancelled may say that it has committed, and lose the commit.
 *
 * <p>Safe for use by several threads.
 */
public final class JdbcSaves {

    private final Database database;

    private JdbcSaves(Database database) {
        this.database = database;
    }

    /**
     * Saves in the database that a data source leads to.
     *
     * @throws IOException if the database cannot be reached
     * @throws IllegalArgumentException if saves cannot be kept in a database of this kind; the message has the reason
     */
    public static JdbcSaves of(DataSource dataSource) throws IOException {
        return new JdbcSaves(Database.of(dataSource));
    }

    /** The kind of the database. */
    public SqlDialect dialect() {
        return database.dialect();
    }

    /**
     * What a save survives once it has returned, by the settings of the database.
     *
     * @throws IOException if the database cannot be asked
     */
    public Durability durability() throws IOException {
        return database.read(database.dialect()::durability);
    }

    /**
     * Opens a save with the default options; see {@link #open(Schema, String, StoreOptions)}.
     *
     * @throws IOException if the database refuses
     */
    public <T> SaveStore<T> open(Schema<T> schema, String name) throws IOException {
        return open(schema, name, StoreOptions.defaults());
    }

    /**
     * Opens a save. It need not exist: then a load answers with the defaults.
     *
     * @param name the name of the save, such as that of its user. Saves of other formats may have the same name. With the format's id it
     *     has at most 200 characters. It has no control characters, and no white space at its ends. Names that differ only in upper and
     *     lower case are two names
     * @param options the options. Those that concern the value, {@link StoreOptions#backups} and {@link StoreOptions#keepAside} work as
     *     for a file. {@link StoreOptions#lockTimeout}, {@link StoreOptions#shared}, {@link StoreOptions#durability} and {@link
     *     StoreOptions#ownerOnly} change nothing: there is no lock, and the database's settings decide the rest
     * @throws IOException if the database refuses
     * @throws IllegalArgumentException if the name is not allowed
     */
    public <T> SaveStore<T> open(Schema<T> schema, String name, StoreOptions options) throws IOException {
        JdbcMedium medium = new JdbcMedium(database, SlotKey.of(schema, name), schema.version(), durability());
        return SaveStore.open(schema, MediumStorage.of(name, medium, options.storage(schema)), options);
    }

    /** The saves of one format: to list, delete, export and import them. */
    public <T> JdbcSlots<T> slots(Schema<T> schema) {
        return new JdbcSlots<>(database, schema);
    }

    /** A migration that brings all saves of one format to its newest version, written with the default options. */
    public <T> SaveMigration migration(Schema<T> schema) {
        return migration(schema, StoreOptions.defaults());
    }

    /**
     * A migration that brings all saves of one format to its newest version. A page of saves is committed as one transaction. A
     * program that saves one of them meanwhile wins. There is no log entry for each save.
     *
     * @param options the options that {@link #open(Schema, String, StoreOptions)} is given in the same program
     */
    public <T> SaveMigration migration(Schema<T> schema, StoreOptions options) {
        return SaveMigration.of(new JdbcMigration<>(database, schema, options));
    }
}
