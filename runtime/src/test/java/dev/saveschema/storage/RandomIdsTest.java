package dev.saveschema.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomIdsTest {

    private static final class NoRandomness extends SecureRandom {

        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong() {
            throw new ProviderException("nextBytes() failed");
        }
    }

    @Test
    void idsDifferThoughTheSystemHasNoRandomNumbersToGive() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(RandomIds.next(new NoRandomness()));
        }
        assertThat(seen).hasSize(1000).allMatch(id -> id.matches("[0-9a-f]{16}"));
    }
}
