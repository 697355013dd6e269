package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.saveschema.storage.Durability;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On one MariaDB, if it is installed here. */
class MariaDbTest extends JdbcStorageContract {

    @TempDir
    static Path directory;

    private static MariaDbServers server;
    private static HikariDataSource pool;

    @BeforeAll
    static void start() throws Exception {
        Installed.orSkip("MariaDB", MariaDbServers.missing());
        // the default of newer ones, where a row that has changed is an error of its own
        server = MariaDbServers.start(directory, "--loose-innodb-snapshot-isolation=ON");
        Tables.create(server.database(), SqlDialect.MARIADB);
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.database());
        pool = new HikariDataSource(config);
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Override
    DataSource database() {
        return pool;
    }

    @Override
    protected Durability durability() {
        return Durability.ONE_DISK;
    }

    @Test
    void aCommitThatWaitsForNoDiskIsBestEffort() throws Exception {
        Tables.execute(pool, "set global innodb_flush_log_at_trx_commit = 2");
        try {
            assertThat(saves().durability()).isEqualTo(Durability.BEST_EFFORT);
        } finally {
            Tables.execute(pool, "set global innodb_flush_log_at_trx_commit = 1");
        }
    }
}
