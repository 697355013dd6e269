package dev.saveschema.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Locale;
import javax.sql.DataSource;

/** The connections of a data source, which a test can have refuse what they are asked, or break when they commit. */
final class TestConnections extends TestSource {

    private final DataSource real;
    volatile boolean refusesWrites;
    volatile boolean refusesReads;
    volatile Commit commit = Commit.AS_IT_IS;

    /** The outcomes of a commit. */
    enum Commit {
        AS_IT_IS(false),
        /** The commit happens, and the connection breaks before that is known. */
        BREAKS_AFTERWARDS(true),
        /** The connection breaks, and it does not happen. */
        BREAKS_BEFORE(true),
        /** The commit happens, and the database warns that it may not last. */
        WARNS(false);

        final boolean breaks;

        Commit(boolean breaks) {
            this.breaks = breaks;
        }
    }

    TestConnections(DataSource real) {
        this.real = real;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                check(((String) arguments[0]).toLowerCase(Locale.ROOT));
            }
            if (method.getName().equals("commit") && commit.breaks) {
                breakOff(connection);
            }
            if (method.getName().equals("getWarnings") && commit == Commit.WARNS) {
                commit = Commit.AS_IT_IS;
                return new SQLWarning("canceling wait for synchronous replication due to user request", "01000");
            }
            return pass(connection, method, arguments);
        });
    }

    private void breakOff(Connection connection) throws SQLException {
        boolean happens = commit == Commit.BREAKS_AFTERWARDS;
        commit = Commit.AS_IT_IS;
        if (happens) {
            connection.commit();
        } else {
            connection.rollback();
        }
        connection.close();
        throw new SQLException("the connection is broken", "08006");
    }

    private void check(String sql) throws SQLException {
        boolean isRead = sql.startsWith("select");
        if (isRead ? refusesReads : refusesWrites) {
            throw new SQLException("the disk is full", "53100");
        }
    }
}
