/**
 * Saves as files, and the checkers that find their problems.
 *
 * <ul>
 *   <li>{@link SaveFile}: the bytes of a save, and its content without a schema, which {@link PlainSchema} reads.
 *   <li>{@link Program}: the schemas of a program's jar.
 *   <li>{@link Checker}: finds the problems of a save: {@link ProgramChecker} by the program, {@link HistoryChecker} by a history.
 *   <li>{@link Positions}: the positions of values in the text.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.save;

import org.jspecify.annotations.NullMarked;
