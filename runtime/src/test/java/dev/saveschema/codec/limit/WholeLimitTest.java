package dev.saveschema.codec.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class WholeLimitTest {

    private static final BigInteger HUGE = BigInteger.TEN.pow(30);

    @Test
    void bothEndsAreWithinALimit() {
        WholeLimit limit = WholeLimit.between(-1, 3);
        assertThat(limit.allows(-1)).isTrue();
        assertThat(limit.allows(3)).isTrue();
        assertThat(limit.allows(-2)).isFalse();
        assertThat(limit.allows(4)).isFalse();
        assertThat(limit.allows(BigInteger.valueOf(3))).isTrue();
        assertThat(limit.allows(BigInteger.valueOf(4))).isFalse();
        assertThat(limit.allows(BigInteger.valueOf(-2))).isFalse();
    }

    @Test
    void anEndThatIsNotDeclaredAllowsNumbersOfAnySize() {
        assertThat(WholeLimit.atLeast(0).allows(Long.MAX_VALUE)).isTrue();
        assertThat(WholeLimit.atLeast(0).allows(HUGE)).isTrue();
        assertThat(WholeLimit.atLeast(0).allows(HUGE.negate())).isFalse();
        assertThat(WholeLimit.atMost(0).allows(HUGE.negate())).isTrue();
        assertThat(WholeLimit.atMost(0).allows(HUGE)).isFalse();
        assertThat(WholeLimit.between(0, 9).allows(HUGE)).isFalse();
        assertThat(WholeLimit.NONE.allows(Long.MIN_VALUE)).isTrue();
    }

    @Test
    void aViolationNamesTheEndsThatAreDeclared() {
        assertThat(WholeLimit.between(-1, 3).violation()).isEqualTo("is outside -1..3");
        assertThat(WholeLimit.atLeast(0).violation()).isEqualTo("is less than 0");
        assertThat(WholeLimit.atMost(0).violation()).isEqualTo("is more than 0");
    }
}
