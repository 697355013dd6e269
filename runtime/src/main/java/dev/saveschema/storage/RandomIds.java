package dev.saveschema.storage;

import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ids of saves: 16 random hex digits that nobody used before, as far as chance goes. They tell saves apart and are no secret.
 *
 * <p>Safe for use by several threads.
 */
public final class RandomIds {

    /** Null until the first id: a load needs none, and to set this up takes longer than a load. */
    private static volatile @Nullable SecureRandom random;

    private RandomIds() {}

    /** An id. No save fails because the system has no random numbers to give, as where no file can be opened any more. */
    public static String next() {
        return next(random);
    }

    static String next(@Nullable SecureRandom known) {
        try {
            SecureRandom numbers = known == null ? new SecureRandom() : known;
            String id = HexFormat.of().toHexDigits(numbers.nextLong());
            random = numbers;
            return id;
        } catch (ProviderException noneToBeHad) {
            // the number of the process tells two programs apart that came here at the same time
            long number =
                    new SplittableRandom().nextLong() ^ ProcessHandle.current().pid() << Integer.SIZE;
            return HexFormat.of().toHexDigits(number);
        }
    }
}
