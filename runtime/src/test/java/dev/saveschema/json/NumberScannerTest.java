package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScannerTest {

    private static Scanner at(String number) {
        Scanner in = new Scanner(number.getBytes(StandardCharsets.ISO_8859_1), false, (defect, used) -> {});
        in.first();
        assertThat(in.isNumber()).as(number).isTrue();
        return in;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "9",
                "999999999999999999",
                "1000000000000000000",
                "9223372036854775807",
                "-9223372036854775808"
            })
    void wholeNumbersAreReadInPlace(String number) {
        Scanner in = at(number);
        assertThat(in.isWhole()).isTrue();
        assertThat(in.isLong()).isTrue();
        assertThat(in.longValue()).isEqualTo(Long.parseLong(number));
        assertThat(in.bigIntegerValue()).isEqualTo(new BigInteger(number));
        assertThat(in.numberText()).isEqualTo(number);
        assertThat(in.numberLength()).isEqualTo(number.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "100000000000000000000000"})
    void largerOnesAreNoLong(String number) {
        Scanner in = at(number);
        assertThat(in.isWhole()).isTrue();
        assertThat(in.isLong()).isFalse();
        assertThat(in.bigIntegerValue()).isEqualTo(new BigInteger(number));
    }

    @Test
    void doublesAndFloatsAreTheNearestOnes() {
        Random random = new Random(11);
        for (int round = 0; round < 100_000; round++) {
            String number = Double.toString(Double.longBitsToDouble(random.nextLong()));
            if (number.contains("N") || number.contains("I")) {
                continue;
            }
            Scanner in = at(number);
            assertThat(in.isWhole()).isFalse();
            assertThat(in.doubleValue()).isEqualTo(Double.parseDouble(number));
            assertThat(in.floatValue()).isEqualTo(Float.parseFloat(number));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.00000017881393432617187499", // just below the middle between two floats
                "1.00000017881393432617187500",
                "1.00000017881393432617187501",
                "0.1e-400",
                "1e400",
                "123456789012345678901234567890.5",
                "4.9e-324",
                "1e99999999999"
            })
    void whatTakesMoreThanOneRoundingIsRoundedOnce(String number) {
        Scanner in = at(number);
        assertThat(in.doubleValue()).isEqualTo(Double.parseDouble(number));
        assertThat(in.floatValue()).isEqualTo(Float.parseFloat(number));
    }

    @Test
    void decimalsAreExact() {
        assertThat(at("-1.500e3").decimalValue()).isEqualTo(new BigDecimal("-1.500e3"));
        assertThat(at("1e99999999999").decimalValue()).isNull();
    }

    @Test
    void itIsKnownWhetherANumberIsWrittenAsItWouldBe() {
        assertThat(at("0.1").isWrittenAs(0.1)).isTrue();
        assertThat(at("0.10").isWrittenAs(0.1)).isFalse();
        assertThat(at("1e400").isWrittenAs(Double.POSITIVE_INFINITY)).isFalse();
    }
}
