package dev.saveschema.jdbc;

import dev.saveschema.KeptCopy.Why;
import dev.saveschema.SaveSeal;
import dev.saveschema.jdbc.Rows.Head;
import dev.saveschema.jdbc.Rows.Listed;
import dev.saveschema.storage.RandomIds;
import dev.saveschema.storage.medium.Generation;
import dev.saveschema.storage.medium.GenerationChange;
import dev.saveschema.storage.medium.InDoubtException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Head head = new Head(from.row().number(), from.row().id());
        Optional<SaveSeal> seal = SaveSeal.of(bytes); // which a plain document does not have
        Generation next = new Generation(
                head.number() + 1,
                seal.map(SaveSeal::id).orElseGet(RandomIds::next),
                seal.map(SaveSeal::time).orElseGet(Instant::now),
                bytes.length,
                Optional.empty());
        GenerationChange change = new GenerationChange(
                Optional.of(from.row().after(0)), next, bytes, Map.of(head.number(), Why.VERSION), Set.of());
        return Rows.replace(connection, from.slot(), version, 0, Optional.of(head), change);
    }
}
