/**
 * The commands. Each is a {@link Command}, which reads a save or a history and makes an {@link Answer}. The answer prints itself,
 * as text or as JSON, and has an {@link ExitCode}.
 */
@NullMarked
package dev.saveschema.cli.command;

import org.jspecify.annotations.NullMarked;
