package dev.saveschema.jdbc;

import dev.saveschema.KeptCopy.Why;
import dev.saveschema.storage.medium.Generation;
import dev.saveschema.storage.medium.GenerationChange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every statement on the two tables. {@code save_head} has one row for each slot, which names the slot's newest generation. A save
 * succeeds only if this row is still the one that the program knew, and changes it. {@code save_gen} has the generations. A deleted
 * slot has a generation without a body, {@link #DELETED}, as its newest.
 */
final class Rows {

    private static final String KEPT_FOR_NOTHING = "";
    private static final String DELETED = "DELETED";
    private static final String OLDER = "g.kept <> '" + DELETED + "' and g.version < ?";

    private Rows() {}

    /** The newest generation of a slot. */
    record Head(long number, String id) {}

    /** A row without its body. */
    record Row(long number, String id, int version, String why, long savedAt, long size) {

        boolean isDeletion() {
            return why.equals(DELETED);
        }

        /** The row as a generation, counted from the last deletion. */
        Generation after(long deletion) {
            return new Generation(number - deletion, id, Instant.ofEpochSecond(savedAt), size, reason());
        }

        /**
         * The reason for which the generation is kept. A reason that only a later release of this library knows is a reason, too.
         */
        private Optional<Why> reason() {
            if (why.equals(KEPT_FOR_NOTHING)) {
                return Optional.empty();
            }
            return Optional.of(Arrays.stream(Why.values())
                    .filter(known -> known.name().equals(why))
                    .findFirst()
                    .orElse(Why.NEWER));
        }
    }

    /** All rows of a slot, the newest first. */
    static List<Row> list(Connection connection, String slot) throws SQLException {
        String sql = "select gen, id, version, kept, saved_at, size from save_gen where slot = ? order by gen desc";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slot);
            try (ResultSet found = statement.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found, 1));
                }
                return rows;
            }
        }
    }

    static Optional<byte[]> body(Connection connection, String slot, long number) throws SQLException {
        String sql = "select body from save_gen where slot = ? and gen = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slot);
            statement.setLong(2, number);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getBytes(1)) : Optional.empty();
            }
        }
    }

    static Optional<Head> head(Connection connection, String slot) throws SQLException {
        String sql = "select gen, id from save_head where slot = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slot);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(new Head(found.getLong(1), found.getString(2))) : Optional.empty();
            }
        }
    }

    /**
     * Moves the head on, if it is the expected one. A key that exists already is an exception.
     *
     * @return whether the head was moved
     */
    static boolean moveHead(Connection connection, String slot, Optional<Head> expected, Head next)
            throws SQLException {
        String sql = expected.isPresent()
                ? "update save_head set gen = ?, id = ? where slot = ? and gen = ? and id = ?"
                : "insert into save_head (gen, id, slot) values (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, next.number());
            statement.setString(2, next.id());
            statement.setString(3, slot);
            if (expected.isPresent()) {
                statement.setLong(4, expected.get().number());
                statement.setString(5, expected.get().id());
            }
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Makes the changes of a save to a slot, if its head is still the expected one; otherwise it does nothing.
     *
     * @param before the number that the generations of the change are counted from
     * @param expected the head that must be there; empty if there must be none
     * @return whether the changes were made
     */
    static boolean replace(
            Connection connection,
            String slot,
            int version,
            long before,
            Optional<Head> expected,
            GenerationChange change)
            throws SQLException {
        Generation next = change.next();
        if (!moveHead(connection, slot, expected, new Head(before + next.number(), next.id()))) {
            return false;
        }
        for (Map.Entry<Long, Why> kept : change.keep().entrySet()) {
            keep(connection, slot, before + kept.getKey(), kept.getValue());
        }
        insert(connection, slot, before + next.number(), version, next, change.bytes());
        for (long number : change.prune()) {
            delete(connection, slot, before + number);
        }
        return true;
    }

    static void insert(Connection connection, String slot, long number, int version, Generation generation, byte[] body)
            throws SQLException {
        insert(connection, slot, number, generation.id(), version, KEPT_FOR_NOTHING, generation.time(), body);
    }

    static void insertDeletion(Connection connection, String slot, Head deletion, Instant time) throws SQLException {
        insert(connection, slot, deletion.number(), deletion.id(), 0, DELETED, time, new byte[0]);
    }

    private static void insert(
            Connection connection,
            String slot,
            long number,
            String id,
            int version,
            String why,
            Instant time,
            byte[] body)
            throws SQLException {
        String sql =
                "insert into save_gen (slot, gen, id, version, kept, saved_at, size, body) values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slot);
            statement.setLong(2, number);
            statement.setString(3, id);
            statement.setInt(4, version);
            statement.setString(5, why);
            statement.setLong(6, time.getEpochSecond());
            statement.setLong(7, body.length);
            statement.setBytes(8, body);
            statement.executeUpdate();
        }
    }

    private static void keep(Connection connection, String slot, long number, Why why) throws SQLException {
        String sql = "update save_gen set kept = ? where slot = ? and gen = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, why.name());
            statement.setString(2, slot);
            statement.setLong(3, number);
            statement.executeUpdate();
        }
    }

    static void delete(Connection connection, String slot, long number) throws SQLException {
        String sql = "delete from save_gen where slot = ? and gen = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slot);
            statement.setLong(2, number);
            statement.executeUpdate();
        }
    }

    /** Destroys all generations up to a deletion, and the head, too, if that deletion is the newest generation. */
    static void purge(Connection connection, String slot, Head deletion) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from save_head where slot = ? and gen = ? and id = ?")) {
            statement.setString(1, slot);
            statement.setLong(2, deletion.number());
            statement.setString(3, deletion.id());
            boolean isGone = statement.executeUpdate() == 1;
            // if the slot was saved again, its deletion stays: generations are counted from it
            long last = isGone ? deletion.number() : deletion.number() - 1;
            try (PreparedStatement generations =
                    connection.prepareStatement("delete from save_gen where slot = ? and gen <= ?")) {
                generations.setString(1, slot);
                generations.setLong(2, last);
                generations.executeUpdate();
            }
        }
    }

    /** The newest row of each slot in a range: of the deleted slots, or of the others. */
    static List<Listed> heads(Connection connection, Range range, boolean deleted, int most) throws SQLException {
        return heads(
                connection,
                range,
                "g.kept " + (deleted ? "= ?" : "<> ?"),
                statement -> statement.setString(4, DELETED),
                most);
    }

    /** The newest row of each slot in a range whose newest row is of an older version than this. */
    static List<Listed> older(Connection connection, Range range, int version, int most) throws SQLException {
        return heads(connection, range, OLDER, statement -> statement.setInt(4, version), most);
    }

    /** How many slots in a range have a newest row of an older version than this. */
    static long countOlder(Connection connection, Range range, int version) throws SQLException {
        String sql = "select count(*) from save_head h join save_gen g on g.slot = h.slot and g.gen = h.gen"
                + " where h.slot >= ? and h.slot > ? and h.slot < ? and " + OLDER;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, range.from());
            statement.setString(2, range.after());
            statement.setString(3, range.before());
            statement.setInt(4, version);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private interface Parameter {

        void set(PreparedStatement statement) throws SQLException;
    }

    private static List<Listed> heads(
            Connection connection, Range range, String condition, Parameter parameter, int most) throws SQLException {
        String sql = "select h.slot, g.gen, g.id, g.version, g.kept, g.saved_at, g.size"
                + " from save_head h join save_gen g on g.slot = h.slot and g.gen = h.gen"
                + " where h.slot >= ? and h.slot > ? and h.slot < ? and " + condition
                + " order by h.slot limit ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, range.from());
            statement.setString(2, range.after());
            statement.setString(3, range.before());
            parameter.set(statement);
            statement.setInt(5, most);
            try (ResultSet found = statement.executeQuery()) {
                List<Listed> heads = new ArrayList<>();
                while (found.next()) {
                    heads.add(new Listed(found.getString(1), row(found, 2)));
                }
                return heads;
            }
        }
    }

    /** The row in the columns from this one on. */
    private static Row row(ResultSet found, int column) throws SQLException {
        return new Row(
                found.getLong(column),
                found.getString(column + 1),
                found.getInt(column + 2),
                found.getString(column + 3),
                found.getLong(column + 4),
                found.getLong(column + 5));
    }

    /**
     * Slots from one name to another.
     *
     * @param from the first name that is included
     * @param after the name behind which the range begins; not included
     * @param before the name before which the range ends; not included
     */
    record Range(String from, String after, String before) {}

    /** A slot and its newest row. */
    record Listed(String slot, Row row) {}
}
