package dev.saveschema;

import dev.saveschema.codec.RepairLog;
import dev.saveschema.document.DocumentSchema;
import dev.saveschema.document.SummarySchema;
import dev.saveschema.migration.Migration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a record is read, migrated and written. The processor generates one for each {@code @SaveSchema} record; there is no need
 * to write one by hand. Instances hold no state and are safe for use by several threads.
 *
 * @param <T> the record
 */
public interface Schema<T> extends DocumentSchema<T> {

    /** The name of the format. */
    String id();

    /** Takes a tree of an older version through every step to the current one. */
    void migrate(Migration migration);

    /** What a list shows of a save; empty if none of its components has a {@code @Summary}. */
    default Optional<SummarySchema<T, ?>> summary() {
        return Optional.empty();
    }

    @Override
    default List<MigratedStep> migrate(ObjectNode document, int from, LoadLimits limits, RepairLog log) {
        Migration migration = new Migration(document, from, limits, log);
        migrate(migration);
        return migration.steps();
    }
}
