package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.codec.limit.DecimalLimit;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A value that a load would clamp is outside its limit, too. */
class LimitWatchTest {

    private static boolean isBroken(Consumer<LimitWatch> values) {
        LimitWatch watch = new LimitWatch();
        values.accept(watch);
        return watch.isBroken();
    }

    @Test
    void everyKindOfValueIsHeldToItsLimit() {
        WholeLimit whole = new WholeLimit(0, 10, true);
        assertThat(isBroken(watch -> watch.whole(10, whole))).isFalse();
        assertThat(isBroken(watch -> watch.whole(11, whole))).isTrue();
        assertThat(isBroken(watch -> watch.whole(BigInteger.ZERO, whole))).isFalse();
        assertThat(isBroken(watch -> watch.whole(BigInteger.TEN.pow(30), whole)))
                .isTrue();
        DecimalLimit decimal = DecimalLimit.between("0", "0.1").clamped();
        assertThat(isBroken(watch -> watch.decimal(0.1f, decimal))).isFalse();
        assertThat(isBroken(watch -> watch.decimal(Math.nextUp(0.1f), decimal))).isTrue();
        assertThat(isBroken(watch -> watch.decimal(0.1, decimal))).isFalse();
        assertThat(isBroken(watch -> watch.decimal(-1.0, decimal))).isTrue();
        assertThat(isBroken(watch -> watch.decimal(new BigDecimal("0.10"), decimal)))
                .isFalse();
        assertThat(isBroken(watch -> watch.decimal(new BigDecimal("0.11"), decimal)))
                .isTrue();
        assertThat(isBroken(watch -> watch.size(2, SizeLimit.size(1, 2)))).isFalse();
        assertThat(isBroken(watch -> watch.size(0, SizeLimit.size(1, 2)))).isTrue();
    }

    @Test
    void aTextIsHeldToItsLengthAndToAllItsPatterns() {
        TextLimit limit =
                TextLimit.size(2, 4).matching("[a-z]*").matching(".*z").notBlank();
        assertThat(isBroken(watch -> watch.text("abz", limit))).isFalse();
        for (String text : new String[] {"z", "abcdz", "aBz", "abc"}) {
            assertThat(isBroken(watch -> watch.text(text, limit))).as(text).isTrue();
        }
        assertThat(isBroken(watch -> watch.text("  ", TextLimit.NONE.notBlank())))
                .isTrue();
    }

    @Test
    void oneValueOutsideItsLimitIsNotForgottenForTheNext() {
        assertThat(isBroken(watch -> {
                    watch.whole(11, WholeLimit.atMost(10));
                    watch.whole(10, WholeLimit.atMost(10));
                    watch.text("a", TextLimit.NONE);
                    watch.size(1, SizeLimit.NONE);
                    watch.decimal(1.0, DecimalLimit.NONE);
                }))
                .isTrue();
    }
}
