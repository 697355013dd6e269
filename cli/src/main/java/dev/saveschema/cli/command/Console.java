package dev.saveschema.cli.command;

import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The streams that a command prints to.
 *
 * @param charset the charset of both streams
 * @param coloured whether the output is a terminal that shows colours, and no option or variable turns them off
 */
public record Console(PrintStream out, PrintStream err, Charset charset, boolean coloured) {}
