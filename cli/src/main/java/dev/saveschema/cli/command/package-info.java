/**
 * The commands. Each is a {@link Command}, which reads what it is asked about and makes an {@link Answer}; that one prints itself, as
 * text or as JSON, and says the {@link ExitCode}.
 */
@NullMarked
package dev.saveschema.cli.command;

import org.jspecify.annotations.NullMarked;
