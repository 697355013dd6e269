/**
 * Finds the differences in meaning between two saves.
 *
 * <ul>
 *   <li>{@link Differences}: compares two documents, and gives each {@link Difference}.
 *   <li>{@link Moves}: joins a removed and an added value if they are the same.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.diff;

import org.jspecify.annotations.NullMarked;
