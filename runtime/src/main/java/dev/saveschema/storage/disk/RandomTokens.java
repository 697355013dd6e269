package dev.saveschema.storage.disk;

import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Tokens that nobody used before, as far as chance goes. */
public final class RandomTokens implements TempFiles.Token {

    /** Null until the first token: a load needs none, and to set this up takes longer than a load. */
    private @Nullable SecureRandom random;

    public RandomTokens() {}

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
            SecureRandom numbers = random == null ? new SecureRandom() : random;
            random = numbers;
            return numbers.nextLong();
        } catch (ProviderException noneToBeHad) {
            return new SplittableRandom().nextLong() ^ ProcessHandle.current().pid() << Integer.SIZE;
        }
    }
}
