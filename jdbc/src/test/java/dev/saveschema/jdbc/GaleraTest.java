package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.saveschema.jdbc.CountingPrograms.Count;
import dev.saveschema.storage.Durability;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On three MariaDBs that are a Galera cluster, if that is installed here. Every question and every change goes to another of them. */
class GaleraTest extends JdbcStorageContract {

    @TempDir
    static Path directory;

    private static final List<HikariDataSource> POOLS = new ArrayList<>();
    private static MariaDbServers cluster;

    @BeforeAll
    static void start() throws Exception {
        Installed.orSkip("Galera", MariaDbServers.missingCluster());
        cluster = MariaDbServers.startCluster(directory);
        Tables.create(cluster.database(), SqlDialect.MARIADB);
        for (int i = 0; i < 3; i++) {
            HikariConfig config = new HikariConfig();
            config.setDataSource(cluster.database(i));
            POOLS.add(new HikariDataSource(config));
        }
    }

    @AfterAll
    static void stop() {
        POOLS.forEach(HikariDataSource::close);
        POOLS.clear();
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    DataSource database() {
        AtomicInteger turn = new AtomicInteger();
        return new TestSource() {

            @Override
            public Connection getConnection() throws SQLException {
                return POOLS.get(turn.getAndIncrement() % POOLS.size()).getConnection();
            }
        };
    }

    @Override
    protected int increments() {
        return Integer.getInteger(
                "contract.increments", 10); // members disagree often, and each time one of them begins anew
    }

    @Override
    int many() {
        return Integer.getInteger(
                "migration.saves", 200); // a page of which somebody saves one at another member begins anew
    }

    @Override
    protected Durability durability() {
        return Durability.REPLICATED;
    }

    @Test
    void noAcknowledgedSaveIsLostThoughAMemberIsKilled() throws Exception {
        try (CountingPrograms programs = new CountingPrograms(JdbcSaves.of(cluster.database()), 4)) {
            programs.awaitSaved(50);
            cluster.kill(0);
            programs.awaitSaved(50);
            cluster.restart(0);
            Count count = programs.stop();
            assertThat(count).matches(Count::isExact, "is exact");
            System.out.printf("Galera, a member killed: %s%n", count);
        }
    }
}
