package dev.saveschema.cli.command;

import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Where a command prints.
 *
 * @param charset of both streams
 * @param coloured whether the output is a terminal that shows colours, and nobody said that it must not
 */
public record Console(PrintStream out, PrintStream err, Charset charset, boolean coloured) {}
