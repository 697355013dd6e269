package dev.saveschema.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.saveschema.storage.Durability;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On a primary whose commits wait for its standby. */
class PostgresTest extends JdbcStorageContract {

    @TempDir
    static Path directory;

    private static PostgresPair pair;
    private static HikariDataSource pool;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(PostgresPair.canRun(), "the binaries are for Linux on amd64");
        pair = PostgresPair.start(directory, true);
        pair.awaitPrimary();
        Tables.create(pair.database(), SqlDialect.POSTGRESQL);
        HikariConfig config = new HikariConfig();
        config.setDataSource(pair.database());
        pool = new HikariDataSource(config);
    }

    @AfterAll
    static void stop() throws Exception {
        if (pool != null) {
            pool.close();
        }
        if (pair != null) {
            pair.close();
        }
    }

    @Override
    DataSource database() {
        return pool;
    }

    @Override
    protected Durability durability() {
        return Durability.REPLICATED;
    }
}
