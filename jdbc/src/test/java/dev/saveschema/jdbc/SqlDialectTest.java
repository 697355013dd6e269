package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The databases that saves can be kept in. */
class SqlDialectTest {

    @Test
    void h2IsRefusedWithTheReason(@TempDir Path directory) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:" + directory.resolve("saves"));
        assertThatThrownBy(() -> JdbcSaves.of(h2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("H2 is no place for saves: killed while it saved, it lost up to 4,198 saves")
                .hasMessageEndingWith("Embedded, use SQLite");
    }

    @Test
    void aDatabaseThatWasNotTriedIsRefusedByItsName() throws SQLException {
        DatabaseMetaData oracle = TestSource.proxy(DatabaseMetaData.class, (self, method, arguments) -> "Oracle");
        Connection connection = TestSource.proxy(Connection.class, (self, method, arguments) -> oracle);
        assertThatThrownBy(() -> SqlDialect.of(connection))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("saves were not tried in Oracle; they can be kept in PostgreSQL, SQLite, MariaDB");
    }
}
