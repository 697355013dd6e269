/**
 * The output on a terminal.
 *
 * <ul>
 *   <li>{@link Page}: prints lines, in colours or without.
 *   <li>{@link Line}: text in several {@link Ink}s, made harmless by {@link Harmless}.
 *   <li>{@link Table}: rows in columns.
 *   <li>{@link Glyphs}: the signs for drawings.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.terminal;

import org.jspecify.annotations.NullMarked;
