/**
 * The terminal: the text that may reach it, and the look of that.
 *
 * <ul>
 *   <li>{@link Page}: prints lines, in colours or without.
 *   <li>{@link Line}: text in several {@link Ink}s; made harmless by {@link Harmless}.
 *   <li>{@link Table}: rows in columns.
 *   <li>{@link Glyphs}: the signs that are drawn with.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.terminal;

import org.jspecify.annotations.NullMarked;
