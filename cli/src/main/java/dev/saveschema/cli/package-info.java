/**
 * The command line {@code saveschema}: for whoever has a save, and wants to know what it is, what its program would make of it, or
 * which copies there are to go back to. Public are only its jar's commands and what they print, which {@code docs/cli.md} shows.
 *
 * <ul>
 *   <li>{@link Main}: where it starts.
 *   <li>{@code command}: the commands, each of which makes an {@code Answer}.
 *   <li>{@code save}: saves as files, and who says what is wrong with them.
 *   <li>{@code history}: what the versions of a schema looked like.
 *   <li>{@code terminal}: what reaches the terminal.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli;

import org.jspecify.annotations.NullMarked;
