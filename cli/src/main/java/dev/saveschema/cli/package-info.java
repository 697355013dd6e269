/**
 * The command line {@code saveschema}: for a person who has a save and wants to know its state, the result of a load, or the copies
 * to go back to. Only the commands of the jar and their output are public; {@code docs/cli.md} shows them.
 *
 * <ul>
 *   <li>{@link Main}: the entry.
 *   <li>{@code command}: the commands, each of which makes an {@code Answer}.
 *   <li>{@code save}: saves as files, and the checkers that find their problems.
 *   <li>{@code diff}: the differences between two saves.
 *   <li>{@code history}: the versions of a schema.
 *   <li>{@code report}: a report as a page for a browser.
 *   <li>{@code terminal}: the output on a terminal.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli;

import org.jspecify.annotations.NullMarked;
