package dev.saveschema.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.storage.Durability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The databases that saves can be kept in, with the differences between them. */
public enum SqlDialect {

    /** PostgreSQL 12 and newer. Others that speak its protocol take its name, too; they were not tested. */
    POSTGRESQL("PostgreSQL") {

        @Override
        boolean isTransient(SQLException e) {
            return hasState(e, "40");
        }

        @Override
        boolean isDuplicate(SQLException e) {
            return hasState(e, "23505");
        }

        @Override
        Durability durability(Connection connection) throws SQLException {
            List<String> settings = settings(
                    connection,
                    "select current_setting('fsync'), current_setting('synchronous_commit'),"
                            + " current_setting('synchronous_standby_names')");
            String commit = settings.get(1);
            if (!settings.get(0).equals("on") || commit.equals("off")) {
                return Durability.BEST_EFFORT;
            }
            boolean isReplicated = !settings.get(2).isEmpty() && (commit.equals("on") || commit.equals("remote_apply"));
            return isReplicated ? Durability.REPLICATED : Durability.ONE_DISK;
        }
    },

    /** SQLite 3.24 and newer. Each connection is set to {@code synchronous=FULL} and the database to a write-ahead log. */
    SQLITE("SQLite") {

        private static final int BUSY = 5;
        private static final int LOCKED = 6;
        private static final int CONSTRAINT = 19;

        @Override
        List<String> preparation(Connection connection) {
            return List.of("pragma journal_mode=wal", "pragma synchronous=full");
        }

        // The lowest byte of an extended result code is the plain one: https://www.sqlite.org/rescode.html
        private int code(SQLException e) {
            return e.getErrorCode() & 0xff;
        }

        @Override
        boolean isTransient(SQLException e) {
            return code(e) == BUSY || code(e) == LOCKED;
        }

        @Override
        boolean isDuplicate(SQLException e) {
            return code(e) == CONSTRAINT;
        }

        @Override
        Durability durability(Connection connection) throws SQLException {
            boolean isLogged = setting(connection, "pragma journal_mode").equals("wal");
            int synchronous = Integer.parseInt(setting(connection, "pragma synchronous"));
            return isLogged && synchronous >= 2 ? Durability.ONE_DISK : Durability.BEST_EFFORT; // 2 is FULL, 3 is EXTRA
        }
    },

    /** MariaDB 10.6 and newer, InnoDB; alone, or a Galera cluster. */
    MARIADB("MariaDB") {

        /** The fewest members of a replicated cluster. One of three may be an arbitrator, which stores nothing. */
        private static final int LEAST_MEMBERS = 3;

        /** Asks for the number of cluster members that answer, 0 without a cluster, and whether a commit is forced to the disk. */
        private static final String SETTINGS = "select coalesce((select variable_value from"
                + " information_schema.global_status where variable_name = 'WSREP_CLUSTER_SIZE'), '0'),"
                + " @@global.innodb_flush_log_at_trx_commit";

        private static final int CHANGED_SINCE_READ = 1020;
        private static final int DEADLOCK = 1213;
        private static final int LOCK_WAIT_TIMEOUT = 1205;
        private static final int DUPLICATE = 1062;

        // A member of a cluster may be a moment behind. The setting is for reads, updates and inserts: without it
        // a load would miss a save that another member has acknowledged, and the save after it would be a conflict.
        @Override
        List<String> preparation(Connection connection) throws SQLException {
            boolean isMember = !setting(connection, SETTINGS).equals("0");
            return isMember ? List.of("set session wsrep_sync_wait = 7") : List.of();
        }

        @Override
        boolean isTransient(SQLException e) {
            return hasState(e, "40")
                    || e.getErrorCode() == CHANGED_SINCE_READ
                    || e.getErrorCode() == DEADLOCK
                    || e.getErrorCode() == LOCK_WAIT_TIMEOUT;
        }

        @Override
        boolean isDuplicate(SQLException e) {
            return e.getErrorCode() == DUPLICATE;
        }

        @Override
        Durability durability(Connection connection) throws SQLException {
            List<String> settings = settings(connection, SETTINGS);
            if (!settings.get(1).equals("1")) {
                return Durability.BEST_EFFORT;
            }
            // Galera has sent a commit to all members before the commit returns.
            boolean isReplicated = Integer.parseInt(settings.get(0)) >= LEAST_MEMBERS;
            return isReplicated ? Durability.REPLICATED : Durability.ONE_DISK;
        }
    };

    private final String productName;

    SqlDialect(String productName) {
        this.productName = productName;
    }

    /**
     * The statements that make the two tables, separated by semicolons. The library itself never runs them: you decide who may
     * change a database.
     */
    public String ddl() {
        String file = name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream in = SqlDialect.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SqlDialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (product.equals("H2")) {
            throw new IllegalArgumentException(
                    "H2 is no place for saves: killed while it saved, it lost up to 4,198 saves that it had"
                            + " acknowledged, and with WRITE_DELAY=0 it forces nothing to the disk. Embedded, use SQLite");
        }
        return Arrays.stream(values())
                .filter(dialect -> dialect.productName.equals(product))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("saves were not tried in " + product + "; they can be kept in "
                                + Arrays.stream(values())
                                        .map(dialect -> dialect.productName)
                                        .collect(Collectors.joining(", "))));
    }

    /** The statements that make a new connection as durable as the database allows, and let it see the last save. */
    List<String> preparation(Connection connection) throws SQLException {
        return List.of();
    }

    /** Whether the statement had no effect, and may well succeed if it is tried again. */
    abstract boolean isTransient(SQLException e);

    /** Whether the statement failed because a row with this key exists. */
    abstract boolean isDuplicate(SQLException e);

    /** The durability of a commit on this connection, by the database's settings. */
    abstract Durability durability(Connection connection) throws SQLException;

    private static boolean hasState(SQLException e, String prefix) {
        return e.getSQLState() != null && e.getSQLState().startsWith(prefix);
    }

    private static String setting(Connection connection, String question) throws SQLException {
        return settings(connection, question).get(0);
    }

    /** The columns of an answer of one row. */
    private static List<String> settings(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            List<String> settings = new ArrayList<>();
            for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                settings.add(answer.getString(column).toLowerCase(Locale.ROOT));
            }
            return settings;
        }
    }
}
