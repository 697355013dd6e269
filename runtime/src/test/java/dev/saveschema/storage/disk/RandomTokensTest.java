package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomTokensTest {

    private static final class NoRandomness extends SecureRandom {

        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong() {
            throw new ProviderException("nextBytes() failed");
        }
    }

    @Test
    void tokensDifferThoughTheSystemHasNoRandomNumbersToGive() {
        RandomTokens tokens = new RandomTokens(new NoRandomness());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(tokens.next());
        }
        assertThat(seen).hasSize(1000).allMatch(token -> token.matches("[0-9a-f]{16}"));
    }
}
