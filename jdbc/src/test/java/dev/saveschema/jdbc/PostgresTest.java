package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.saveschema.Copy;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Place;
import dev.saveschema.storage.contract.SaveStorageContract;
import dev.saveschema.storage.medium.MediumStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    /** The same, on connections that are set so. */
    private static DataSource committing(String synchronousCommit) {
        return new TestSource() {

            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = pair.database().getConnection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set synchronous_commit = " + synchronousCommit);
                }
                return connection;
            }
        };
    }

    @Test
    void aCommitThatWaitsForNoDiskIsBestEffort() throws IOException {
        assertThat(JdbcSaves.of(committing("off")).durability()).isEqualTo(Durability.BEST_EFFORT);
    }

    /** A database whose commits do not wait for the standby. */
    static class Asynchronous extends JdbcStorageContract {

        @Override
        DataSource database() {
            return committing("local");
        }

        @Override
        protected Durability durability() {
            return Durability.REPLICATED;
        }
    }

    @Test
    void whoDoesNotWaitForTheStandbyDoesNotSurviveTheLossOfAMachine() {
        Contract.isBrokenBy(Asynchronous.class, "itSaysWhatSurvives");
    }

    /** A storage that saves by a conditional insert. */
    static class ConditionalInsert extends SaveStorageContract {

        private final String slot = "words/" + UUID.randomUUID();

        @Override
        protected Place place() {
            return new Place() {

                @Override
                public SaveStorage open() throws IOException {
                    ConditionalInsertMedium medium = new ConditionalInsertMedium(Database.of(pool), slot);
                    return MediumStorage.of("words", medium, StorageOptions.DEFAULTS);
                }

                @Override
                public void overwrite(Copy copy, byte[] bytes) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void refuseWrites(boolean refused) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void refuseReads(boolean refused) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        protected Durability durability() {
            return Durability.REPLICATED;
        }

        @Override
        protected boolean isShared() {
            return true;
        }
    }

    @Test
    void aConditionalInsertLosesSavesThatItAcknowledges() {
        Contract.isBrokenBy(ConditionalInsert.class, "eightProgramsCountTogetherAndNoneIsLost");
    }
}
