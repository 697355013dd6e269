package dev.saveschema.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;

/** Programs that the build cannot fetch by itself, and that some machines have. */
final class Installed {

    private Installed() {}

    /** Skips a test where something is missing, and prints why: a build tool tells only that it was skipped. */
    static void orSkip(String engine, Optional<String> missing) {
        missing.ifPresent(reason -> System.out.println(engine + ": skipped, since " + reason));
        assumeTrue(missing.isEmpty(), () -> missing.orElseThrow());
    }
}
