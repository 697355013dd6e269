package dev.saveschema.cli.command;

/** The exit codes, for the script that runs a command. */
final class ExitCode {

    /** All is well, or what was asked for is done. */
    static final int FINE = 0;

    /** It ran, and found something: a load would repair something, two saves differ, a history was changed. */
    static final int FOUND = 1;

    /** The command line makes no sense. */
    static final int USAGE = 2;

    /** It could not be done: a file is not there or in use, the disk refuses, a jar cannot be used. */
    static final int FAILED = 3;

    private ExitCode() {}
}
