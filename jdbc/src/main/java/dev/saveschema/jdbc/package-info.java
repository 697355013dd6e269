/**
 * Keeps saves in two tables of a database, a row for each generation: for servers with one save for each of millions of users.
 *
 * <p>Begin with {@link JdbcSaves}. {@link JdbcSlots} lists, deletes and copies saves, and a {@link dev.saveschema.bulk.SaveMigration}
 * brings them all to the newest version. {@link SqlDialect} has the differences between databases. Behind them: {@code Database} makes
 * connections and transactions, and finds out the outcome of a commit; {@code Rows} has every statement; {@code JdbcMedium} is one save;
 * {@code JdbcMigration} is all saves, a page at a time.
 */
@NullMarked
package dev.saveschema.jdbc;

import org.jspecify.annotations.NullMarked;
