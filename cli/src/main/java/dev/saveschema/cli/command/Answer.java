package dev.saveschema.cli.command;

import dev.saveschema.cli.terminal.Page;
import tools.jackson.databind.node.ObjectNode;

/** The findings or deeds of a command, before they are printed for a person or a program. */
interface Answer {

    /** For a person. */
    void print(Page page);

    /** The same for a program; what is in it stays in it in later versions. */
    ObjectNode json();

    /** One of {@link ExitCode}. */
    int exitCode();
}
