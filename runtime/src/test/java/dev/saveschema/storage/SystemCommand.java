package dev.saveschema.storage;

import java.io.IOException;

/** A command of the system that a test needs, and which need not be there. */
public final class SystemCommand {

    private SystemCommand() {}

    /** Runs a command, and answers whether it is there and ends well. */
    public static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
