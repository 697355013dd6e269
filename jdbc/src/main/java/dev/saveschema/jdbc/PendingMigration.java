package dev.saveschema.jdbc;

import dev.saveschema.KeptCopy.Why;
import dev.saveschema.SaveSeal;
import dev.saveschema.jdbc.Rows.Head;
import dev.saveschema.jdbc.Rows.Listed;
import dev.saveschema.storage.medium.Generation;
import dev.saveschema.storage.medium.InDoubtException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest generation of a slot, and what is to follow it once a whole page is committed.
 *
 * @param from what was found
 * @param bytes of the next generation, sealed
 */
record PendingMigration(Listed from, byte[] bytes) {

    /**
     * Commits a page as one transaction, but for those whose slots were saved meanwhile.
     *
     * @return how many of them were
     */
    static int commit(Database database, int version, List<PendingMigration> page) throws IOException {
        int[] overtaken = new int[1];
        try {
            database.change(connection -> {
                overtaken[0] = 0; // a transaction that the database has undone is tried again
                for (PendingMigration pending : page) {
                    overtaken[0] += pending.apply(connection, version) ? 0 : 1;
                }
                return true;
            });
            return overtaken[0];
        } catch (InDoubtException e) {
            throw new IOException("the last page may have been migrated or not: run the migration again", e);
        }
    }

    private boolean apply(Connection connection, int version) throws SQLException {
        Head before = new Head(from.row().number(), from.row().id());
        Optional<SaveSeal> seal = SaveSeal.of(bytes); // which a plain document does not have
        Head next = new Head(before.number() + 1, seal.map(SaveSeal::id).orElseGet(Ids::next));
        boolean isUnchanged = Rows.moveHead(connection, from.slot(), Optional.of(before), next);
        if (isUnchanged) {
            Rows.keep(connection, from.slot(), before.number(), Why.VERSION);
            Generation generation = new Generation(
                    next.number(),
                    next.id(),
                    seal.map(SaveSeal::time).orElseGet(Instant::now),
                    bytes.length,
                    Optional.empty());
            Rows.insert(connection, from.slot(), next.number(), version, generation, bytes);
        }
        return isUnchanged;
    }
}
