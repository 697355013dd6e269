/**
 * Keeps saves in two tables of a database, a row for each generation: for servers that keep one save a person, and millions of them.
 *
 * <p>{@link JdbcSaves} is where to begin; {@link JdbcSlots} lists, deletes and copies saves, and a
 * {@link dev.saveschema.bulk.SaveMigration} brings them all to the newest version. What a database must be asked in its own words is in
 * {@link SqlDialect}. Behind them: {@code Database} makes connections and transactions, and knows what became of one; {@code Rows} holds
 * every statement; {@code JdbcMedium} is one save; {@code JdbcMigration} is all of them, a page at a time.
 */
@NullMarked
package dev.saveschema.jdbc;

import org.jspecify.annotations.NullMarked;
