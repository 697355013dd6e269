package dev.saveschema.codec.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeLimitTest {

    @Test
    void bothEndsAreWithinALimit() {
        SizeLimit limit = SizeLimit.size(1, 2).clamped();
        assertThat(limit.allows(0)).isFalse();
        assertThat(limit.allows(1)).isTrue();
        assertThat(limit.allows(2)).isTrue();
        assertThat(limit.allows(3)).isFalse();
        assertThat(SizeLimit.NONE.allows(Integer.MAX_VALUE)).isTrue();
    }
}
