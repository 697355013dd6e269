/**
 * Compares the versions of a schema.
 *
 * <ul>
 *   <li>{@link Lives}: every member from its birth to its removal, each a {@link Life}.
 *   <li>{@link AppendOnly}: whether a history has only grown since.
 *   <li>{@link Revision}: a history as it was at a revision of git.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.history;

import org.jspecify.annotations.NullMarked;
