package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.Durability;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteTest extends JdbcStorageContract {

    @TempDir
    static Path directory;

    private static SQLiteDataSource database;

    @BeforeAll
    static void create() throws SQLException {
        database = of(directory.resolve("saves.db"));
        Tables.create(database, SqlDialect.SQLITE);
    }

    static SQLiteDataSource of(Path file) {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        return database;
    }

    @Override
    DataSource database() {
        return database;
    }

    @Override
    protected Durability durability() {
        return Durability.ONE_DISK;
    }

    @Test
    void aDatabaseThatKeepsNoLogIsBestEffort() throws IOException {
        SQLiteDataSource memory = of(Path.of(":memory:"));
        assertThat(JdbcSaves.of(memory).durability()).isEqualTo(Durability.BEST_EFFORT);
    }
}
