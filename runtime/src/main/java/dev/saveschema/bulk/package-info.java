/**
 * Many saves at once, each brought to the newest version.
 *
 * <ul>
 *   <li>{@link dev.saveschema.bulk.SaveMigration}: how it is done: dry or in earnest, by how many threads, how fast
 *   <li>{@link dev.saveschema.bulk.MigrationSummary}: what was done, and which saves were left as they are, and why
 *   <li>{@link dev.saveschema.bulk.MigrationSource}: where the saves are, for whoever keeps them elsewhere than in a folder of slots
 *       or in a database
 * </ul>
 */
@NullMarked
package dev.saveschema.bulk;

import org.jspecify.annotations.NullMarked;
