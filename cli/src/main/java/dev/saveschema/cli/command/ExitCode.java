package dev.saveschema.cli.command;

/** The exit codes, for the script that runs a command. */
final class ExitCode {

    /** The command found no fault, or did its work. */
    static final int FINE = 0;

    /** The command ran and found something: a load would repair something, two saves differ, a history was changed. */
    static final int FOUND = 1;

    /** The command line makes no sense. */
    static final int USAGE = 2;

    /** The command could not do its work: a file does not exist or is in use, the disk refuses, a jar cannot be used. */
    static final int FAILED = 3;

    private ExitCode() {}
}
