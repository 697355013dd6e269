package dev.saveschema.bulk;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Schema;
import java.io.IOException;
import java.util.List;

/**
 * The saves that a {@link SaveMigration} brings to the newest version: those of a folder, of a database.
 *
 * <p>Safe for use by several threads.
 *
 * @param <S> what one of them is known by
 */
public interface MigrationSource<S> {

    /**
     * How many of them are of an older version now.
     *
     * @throws IOException if they cannot be listed
     */
    long count() throws IOException;

    /**
     * Begins to go through those of an older version.
     *
     * @param most how many a page may have, at least 1
     * @throws IOException if they cannot be listed
     */
    Pages<S> older(int most) throws IOException;

    /**
     * Brings the saves of a page to the newest version, each completely or not at all, and none that somebody else has saved
     * meanwhile. One that a load cannot take whole is left as it is.
     *
     * @param isDryRun whether nothing is to be changed, and only to be said what would be done
     * @return what became of each
     * @throws IOException if where they are kept refuses altogether; then the migration ends
     */
    MigrationSummary migrate(List<S> page, boolean isDryRun) throws IOException;

    /** Whether a load found a save, and of a version before the schema's. */
    static boolean isOlder(Schema<?> schema, LoadResult<?> loaded) {
        boolean isThere = loaded.outcome() != Outcome.FIRST_RUN;
        return isThere && loaded.storedVersion().orElse(schema.unversionedVersion()) < schema.version();
    }

    /** The older saves, a page at a time. Used by one thread at a time. */
    interface Pages<S> {

        /**
         * The next page; empty after the last.
         *
         * @throws IOException if they cannot be listed
         */
        List<S> next() throws IOException;
    }
}
