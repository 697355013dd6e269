package dev.saveschema.jdbc;

import dev.saveschema.storage.medium.GenerationMedium.Result;
import dev.saveschema.storage.medium.InDoubtException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Makes connections and transactions, and finds out the outcome of a commit. No statement has a time limit: a database whose commit
 * is cancelled may say that it has committed, and lose the commit.
 */
final class Database implements Transactions {

    /** The number of attempts at a transaction that the database has undone for the sake of another one. */
    private static final int MOST_ATTEMPTS = 20;

    private static final int MOST_DOUBLINGS = 9; // of one millisecond

    /** The time that a standby may take to become the primary. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource connections;
    private final SqlDialect dialect;
    private final List<String> preparation;

    private Database(DataSource connections, SqlDialect dialect, List<String> preparation) {
        this.connections = connections;
        this.dialect = dialect;
        this.preparation = preparation;
    }

    static Database of(DataSource connections) throws IOException {
        try (Connection connection = connections.getConnection()) {
            SqlDialect dialect = SqlDialect.of(connection);
            return new Database(connections, dialect, dialect.preparation(connection));
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    SqlDialect dialect() {
        return dialect;
    }

    @Override
    public <R> R read(Work<R> work) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = open()) {
                return work.on(connection);
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || !dialect.isTransient(e)) {
                    throw refusal(e);
                }
            }
            giveWay(attempt);
        }
    }

    @Override
    public Result change(Work<Boolean> work) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Connection connection = connect();
            try {
                connection.setAutoCommit(false);
                return tryOnce(connection, work);
            } catch (SQLException e) {
                if (attempt == MOST_ATTEMPTS || !dialect.isTransient(e)) {
                    throw refusal(e);
                }
            } finally {
                close(connection);
            }
            giveWay(attempt);
        }
    }

    private Result tryOnce(Connection connection, Work<Boolean> work) throws SQLException, IOException {
        try {
            if (!work.on(connection)) {
                connection.rollback();
                return Result.CONFLICT;
            }
        } catch (SQLException e) {
            undo(connection, e);
            if (dialect.isDuplicate(e)) {
                return Result.CONFLICT; // another program has made the same generation
            }
            throw e;
        }
        return commit(connection);
    }

    private Result commit(Connection connection) throws SQLException, IOException {
        connection.clearWarnings();
        try {
            connection.commit();
        } catch (SQLException e) {
            if (dialect.isTransient(e)) {
                undo(connection, e);
                throw e;
            }
            awaitAnyone();
            throw new InDoubtException(e);
        }
        try {
            // PostgreSQL gives a warning, and no exception, if it was kept from waiting for its standby
            return connection.getWarnings() == null ? Result.DURABLE : Result.MAY_ROLL_BACK;
        } catch (SQLException unsaid) {
            return Result.MAY_ROLL_BACK; // committed, but it is not known whether there was a warning
        }
    }

    /** Waits until a database answers again, which can be asked about the commit, or for half a minute. */
    private void awaitAnyone() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; System.nanoTime() < deadline; attempt++) {
            try {
                close(open());
                return;
            } catch (SQLException stillAway) {
                giveWay(attempt); // the question that follows gets the exception
            }
        }
    }

    private static void undo(Connection connection, SQLException because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e); // the connection is broken, which ends the transaction
        }
    }

    private Connection connect() throws IOException {
        try {
            return open();
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = connections.getConnection();
        try {
            prepare(connection);
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    private void prepare(Connection connection) throws SQLException {
        if (preparation.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : preparation) {
                statement.execute(sql);
            }
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The outcome of the transaction is known by then. A connection that does not close is a matter of its
            // pool.
        }
    }

    private static void giveWay(int attempt) {
        long longest = TimeUnit.MILLISECONDS.toNanos(1) << Math.min(attempt, MOST_DOUBLINGS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    private static IOException refusal(SQLException e) {
        return new IOException(e.getMessage(), e);
    }
}
