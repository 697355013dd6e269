/**
 * Saves as files, and what can be said of them.
 *
 * <ul>
 *   <li>{@link SaveFile}: the bytes, and what they say without a schema, which {@link PlainSchema} reads.
 *   <li>{@link Program}: the schemas of a program's jar.
 *   <li>{@link Checker}: says what is wrong with a save; by the program it is {@link ProgramChecker}, by a history {@link HistoryChecker}.
 *   <li>{@link Positions}: where values stand in the text.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.save;

import org.jspecify.annotations.NullMarked;
