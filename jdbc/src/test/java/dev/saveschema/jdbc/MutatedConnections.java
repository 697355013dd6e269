package dev.saveschema.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Connections by which one rule of saving is undone. */
final class MutatedConnections extends TestSource {

    /** The mutations of statements. */
    enum Mutation {
        /** A change of the head compares only its number, and not its id. */
        NO_ID_CHECK(sql -> sql.replace("and gen = ? and id = ?", "and gen = ? and ? <> ''")),
        /** The warning of the database after a commit is ignored. */
        NO_WARNINGS(sql -> sql),
        /** SQLite does not wait for the disk. */
        SYNCHRONOUS_NORMAL(sql -> sql.replace("pragma synchronous=full", "pragma synchronous=normal"));

        private final UnaryOperator<String> sql;

        Mutation(UnaryOperator<String> sql) {
            this.sql = sql;
        }
    }

    private final DataSource real;
    private final Mutation mutation;

    MutatedConnections(DataSource real, Mutation mutation) {
        this.real = real;
        this.mutation = mutation;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = real.getConnection();
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> connection.prepareStatement(mutation.sql.apply((String) arguments[0]));
            case "createStatement" -> mutated(connection.createStatement());
            case "getWarnings" -> mutation == Mutation.NO_WARNINGS ? null : connection.getWarnings();
            default -> pass(connection, method, arguments);
        });
    }

    private Statement mutated(Statement statement) {
        return proxy(
                Statement.class,
                (self, method, arguments) -> method.getName().equals("execute")
                        ? statement.execute(mutation.sql.apply((String) arguments[0]))
                        : pass(statement, method, arguments));
    }
}
