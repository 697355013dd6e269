package dev.saveschema.jdbc;

import dev.saveschema.SaveFormat;
import dev.saveschema.SaveSeal;
import dev.saveschema.storage.contract.Numbers;
import dev.saveschema.storage.medium.Generation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** Changes that a test itself makes to the tables. */
final class Tables {

    private Tables() {}

    static void create(DataSource database, SqlDialect dialect) throws SQLException {
        execute(database, dialect.ddl().split(";\\s*"));
    }

    static void execute(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static long count(DataSource database, String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    static String text(DataSource database, String question) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** The name of the save of a number. */
    static String name(int number) {
        return "%07d".formatted(number);
    }

    /** Makes this many saves, each of its own number, in one transaction. */
    static void fill(DataSource database, Numbers schema, int number) throws SQLException {
        SaveFormat<Double> format = SaveFormat.of(schema).compact();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < number; i++) {
                byte[] bytes = format.toBytes((double) i);
                SaveSeal seal = SaveSeal.of(bytes).orElseThrow();
                String slot = SlotKey.of(schema, name(i));
                Rows.moveHead(connection, slot, Optional.empty(), new Rows.Head(1, seal.id()));
                Generation first = new Generation(1, seal.id(), seal.time(), bytes.length, Optional.empty());
                Rows.insert(connection, slot, 1, schema.version(), first, bytes);
            }
            connection.commit();
        }
    }

    /** Replaces a body behind the back of every store: of the newest generation if the number is 0. */
    static void overwrite(DataSource database, String slot, long number, byte[] body) throws SQLException {
        String sql = "update save_gen set body = ?, size = ? where slot = ? and gen = "
                + (number == 0 ? "(select gen from save_head where save_head.slot = save_gen.slot)" : "?");
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, body);
            statement.setLong(2, body.length);
            statement.setString(3, slot);
            if (number != 0) {
                statement.setLong(4, number);
            }
            statement.executeUpdate();
        }
    }
}
