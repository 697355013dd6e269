package dev.saveschema.jdbc;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of generations that have none in a seal of their own. */
final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** As in a seal: 16 random hex digits. */
    static String next() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong());
    }
}
