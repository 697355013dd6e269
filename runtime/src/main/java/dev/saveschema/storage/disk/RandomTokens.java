package dev.saveschema.storage.disk;

import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** Tokens that nobody used before, as far as chance goes. */
public final class RandomTokens implements TempFiles.Token {

    private final SecureRandom random;

    public RandomTokens() {
        this(new SecureRandom());
    }

    RandomTokens(SecureRandom random) {
        this.random = random;
    }

    @Override
    public String next() {
        return HexFormat.of().toHexDigits(number());
    }

    // A token tells saves apart and is no secret. So no save fails because the system has no random numbers to give,
    // for
    // instance since no file can be opened any more.
    private long number() {
        try {
            return random.nextLong();
        } catch (ProviderException noneToBeHad) {
            return new SplittableRandom().nextLong() ^ ProcessHandle.current().pid() << Integer.SIZE;
        }
    }
}
