package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The JDK's own arithmetic of decimals is exact, and slow. */
class DecimalsTest {

    private final Random random = new Random(5);

    @Test
    void theQuickWayIsExactWhereItIsTaken() {
        int quick = 0;
        for (int round = 0; round < 200_000; round++) {
            long digits = random.nextLong() >>> random.nextInt(64);
            int exponent = random.nextInt(61) - 30;
            if (digits >= 0 && Decimals.isQuick(digits, exponent)) {
                quick++;
                assertThat(Decimals.quick(digits, exponent))
                        .as(digits + "e" + exponent)
                        .isEqualTo(new BigDecimal(digits)
                                .scaleByPowerOfTen(exponent)
                                .doubleValue());
            }
        }
        assertThat(quick).isGreaterThan(50_000);
    }

    @Test
    void theQuickWayEndsWhereAFactorWouldBeRounded() {
        assertThat(Decimals.isQuick(1L << 53, 22)).isTrue();
        assertThat(Decimals.isQuick((1L << 53) + 1, 0)).isFalse();
        assertThat(Decimals.isQuick(1, 23)).isFalse();
        assertThat(Decimals.isQuick(1, -22)).isTrue();
        assertThat(Decimals.isQuick(1, -23)).isFalse();
    }

    @Test
    void aTextIsTheShortestThatReadsAsItsNumber() {
        assertThat(Decimals.text(2e-3)).isEqualTo("0.002");
        assertThat(Decimals.text(2e23)).isEqualTo("2.0E23");
        assertThat(Decimals.text(0.1f)).isEqualTo("0.1");
        for (int round = 0; round < 20_000; round++) {
            double number = Double.longBitsToDouble(random.nextLong());
            float small = Float.intBitsToFloat(random.nextInt());
            if (Double.isFinite(number) && Float.isFinite(small)) {
                assertThat(Decimals.parseDouble(Decimals.text(number))).isEqualTo(number);
                assertThat(Decimals.parseFloat(Decimals.text(small))).isEqualTo(small);
            }
        }
    }
}
