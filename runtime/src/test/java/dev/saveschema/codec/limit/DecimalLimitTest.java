package dev.saveschema.codec.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DecimalLimitTest {

    private static final DecimalLimit LIMIT = DecimalLimit.between("0.1", "0.3");

    @Test
    void bothEndsAreWithinALimitAsTheNearestNumberOfTheType() {
        assertThat(LIMIT.allows(0.1)).isTrue();
        assertThat(LIMIT.allows(0.3f)).isTrue();
        assertThat(LIMIT.allows(new BigDecimal("0.1000"))).isTrue();
        assertThat(LIMIT.allows(Math.nextDown(0.1))).isFalse();
        assertThat(LIMIT.allows(Math.nextUp(0.3))).isFalse();
        assertThat(LIMIT.allows(Math.nextUp(0.3f))).isFalse();
        assertThat(LIMIT.allows(new BigDecimal("0.3000000000000000000000001"))).isFalse();
    }

    @Test
    void anEndThatIsExcludedIsNotWithinALimit() {
        DecimalLimit inner = LIMIT.excludingMin().excludingMax();
        assertThat(inner.allows(0.1)).isFalse();
        assertThat(inner.allows(0.3f)).isFalse();
        assertThat(inner.allows(new BigDecimal("0.30"))).isFalse();
        assertThat(inner.allows(Math.nextUp(0.1))).isTrue();
        assertThat(inner.allows(new BigDecimal("0.1000000000000000000000001"))).isTrue();
    }

    @Test
    void theNearestAllowedNumberIsAnEndOrTheOneBesideAnExcludedEnd() {
        assertThat(LIMIT.nearest(7.0)).isEqualTo(0.3);
        assertThat(LIMIT.nearest(-7f)).isEqualTo(0.1f);
        assertThat(LIMIT.excludingMax().nearest(7.0)).isEqualTo(Math.nextDown(0.3));
        assertThat(LIMIT.excludingMin().nearest(-7f)).isEqualTo(Math.nextUp(0.1f));
        assertThat(LIMIT.nearest(BigDecimal.TEN)).isEqualTo(new BigDecimal("0.3"));
        assertThat(LIMIT.excludingMax().nearest(BigDecimal.TEN)).isNull();
        assertThat(LIMIT.excludingMin().nearest(BigDecimal.ZERO)).isNull();
        assertThat(LIMIT.excludingMin().nearest(BigDecimal.TEN)).isEqualTo(new BigDecimal("0.3"));
    }

    @Test
    void noNumberIsWithinALimitThatIsNotFinite() {
        assertThat(DecimalLimit.NONE.allows(Double.MAX_VALUE)).isTrue();
        assertThat(DecimalLimit.NONE.allows(-Float.MAX_VALUE)).isTrue();
        assertThat(DecimalLimit.NONE.allows(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(DecimalLimit.NONE.allows(Float.NEGATIVE_INFINITY)).isFalse();
        assertThat(DecimalLimit.NONE.allows(Double.NaN)).isFalse();
    }

    @Test
    void aViolationNamesTheEndsAndWhetherTheyAreAllowed() {
        assertThat(LIMIT.violation()).isEqualTo("is outside 0.1..0.3");
        assertThat(LIMIT.excludingMin().violation()).isEqualTo("is not more than 0.1 and at most 0.3");
        assertThat(LIMIT.excludingMax().violation()).isEqualTo("is not at least 0.1 and less than 0.3");
        assertThat(DecimalLimit.atLeast("0").violation()).isEqualTo("is less than 0");
        assertThat(DecimalLimit.atLeast("0").excludingMin().violation()).isEqualTo("is not more than 0");
        assertThat(DecimalLimit.atMost("1").excludingMax().violation()).isEqualTo("is not less than 1");
    }
}
