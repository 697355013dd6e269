package dev.saveschema.cli.command;

import dev.saveschema.cli.terminal.Page;
import tools.jackson.databind.node.ObjectNode;

/** The result of a command, before it is printed for a person or a program. */
interface Answer {

    /** Prints the result for a person. */
    void print(Page page);

    /** The result as JSON for a program. Later versions only add members. */
    ObjectNode json();

    /** The exit code of the command, one of {@link ExitCode}. */
    int exitCode();
}
