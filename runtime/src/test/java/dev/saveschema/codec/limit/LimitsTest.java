package dev.saveschema.codec.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Both ends of a limit are within it. */
class LimitsTest {

    @Test
    void wholeNumbers() {
        WholeLimit limit = WholeLimit.between(-1, 3);
        assertThat(limit.allows(-1)).isTrue();
        assertThat(limit.allows(3)).isTrue();
        assertThat(limit.allows(-2)).isFalse();
        assertThat(limit.allows(4)).isFalse();
        assertThat(limit.violation()).isEqualTo("is outside -1..3");
        assertThat(WholeLimit.atLeast(0).allows(Long.MAX_VALUE)).isTrue();
        assertThat(WholeLimit.atMost(0).allows(1)).isFalse();
        BigInteger huge = BigInteger.TEN.pow(30);
        assertThat(WholeLimit.between(0, 9).allows(huge)).isFalse();
        assertThat(WholeLimit.NONE.allows(Long.MIN_VALUE)).isTrue();
    }

    @Test
    void decimals() {
        DecimalLimit limit = DecimalLimit.between("0.1", "0.3");
        assertThat(limit.allows(0.1)).isTrue();
        assertThat(limit.allows(0.3f)).isTrue();
        assertThat(limit.allows(new BigDecimal("0.1000"))).isTrue();
        assertThat(limit.allows(Math.nextDown(0.1))).isFalse();
        assertThat(limit.allows(Math.nextUp(0.3))).isFalse();
        assertThat(limit.allows(new BigDecimal("0.3000000000000000000000001"))).isFalse();
        assertThat(DecimalLimit.NONE.allows(Double.MAX_VALUE)).isTrue();
    }

    @Test
    void texts() {
        TextLimit limit = TextLimit.size(1, 3);
        assertThat(limit.isTooShort("")).isTrue();
        assertThat(limit.isTooShort("a")).isFalse();
        assertThat(limit.isTooLong("abc")).isFalse();
        assertThat(limit.isTooLong("abcd")).isTrue();
        assertThat(limit.cut("abcd")).isEqualTo("abc");
        assertThat(TextLimit.size(0, 1).cut("\uD83C\uDF0D\uD83C\uDF0D"))
                .doesNotContain("?")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void sizes() {
        SizeLimit limit = SizeLimit.size(1, 2);
        assertThat(limit.allows(0)).isFalse();
        assertThat(limit.allows(1)).isTrue();
        assertThat(limit.allows(2)).isTrue();
        assertThat(limit.allows(3)).isFalse();
    }
}
