package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.limit.DecimalLimit;
import dev.saveschema.codec.limit.WholeLimit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private final OneValue v = new OneValue();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            3           | 3  |
            3.0         | 3  |
            50e-1       | 5  |
            -0.0        | 0  |
            0e999999999 | 0  |
            1e2         | 100 |
            -129        | 7  | v: -129 is outside -128..127; used the default
            3.5         | 7  | v: 3.5 is not a whole number; used the default
            1e-1        | 7  | v: 1e-1 is not a whole number; used the default
            1e999999999 | 7  | v: 1e999999999 is too large; used the default
            "3"         | 7  | v: "3" is not a whole number; used the default
            null        | 7  | v: null; used the default
            [3]         | 7  | v: an array is not a whole number; used the default
            NaN         | 7  | v: line 1, column 6: NaN is no JSON value; used the default
            """)
    void aNumberIsWholeIfItsValueIs(String value, int expected, String repair) {
        assertThat(v.read(value, in -> in.readByte((byte) 7, WholeLimit.NONE))).isEqualTo((byte) expected);
        assertThat(v.repairs()).isEqualTo(repair == null ? List.of() : List.of(repair));
    }

    @Test
    void aWholeNumberIsSpelledOutUpToAThousandDigits() {
        assertThat(v.read("1e999", in -> in.readBigInteger(null, WholeLimit.NONE)))
                .isEqualTo(BigInteger.TEN.pow(999));
        assertThat(v.read("1e1000", in -> in.readBigInteger(null, WholeLimit.NONE)))
                .isNull();
        assertThat(v.repairs()).containsExactly("v: 1e1000 is too large; used the default");
    }

    @Test
    void aNumberBeyondItsTypeIsNotCutToIt() {
        assertThat(v.read("9223372036854775807", in -> in.readLong(7, WholeLimit.NONE)))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(v.read("9223372036854775808", in -> in.readLong(7, WholeLimit.NONE)))
                .isEqualTo(7L);
        assertThat(v.read("4294967297", in -> in.readInt(7, WholeLimit.NONE))).isEqualTo(7);
        assertThat(v.read("4294967297", in -> in.readInt(7, new WholeLimit(0, 10, true))))
                .isEqualTo(10);
        assertThat(v.repairs()).containsExactly("v: 4294967297 is outside 0..10; used 10");
    }

    @Test
    void aReportNamesOnlyTheEndThatIsExceededIfTheOtherIsTheTypesOwn() {
        v.read("-1", in -> in.readInt(7, WholeLimit.atLeast(0)));
        assertThat(v.repairs()).containsExactly("v: -1 is less than 0; used the default");
        v.read("3000000000", in -> in.readInt(7, WholeLimit.atLeast(0)));
        assertThat(v.repairs()).containsExactly("v: 3000000000 is more than 2147483647; used the default");
    }

    @Test
    void aZeroThatStandsInTheFileIsNotTakenForAbsent() {
        assertThat(v.read("0", in -> in.readLong((Long) null, WholeLimit.NONE))).isEqualTo(0L);
        assertThat(v.read("0.0", in -> in.readDouble((Double) null, DecimalLimit.NONE)))
                .isEqualTo(0.0);
        assertThat(v.read("\"0\"", in -> in.readLong((Long) null, WholeLimit.NONE)))
                .isNull();
        assertThat(v.read("\"0\"", in -> in.readFloat((Float) null, DecimalLimit.NONE)))
                .isNull();
    }

    @Test
    void aDecimalIsReadAsTheNearestOfItsTypeOrNotAtAll() {
        assertThat(v.read("0.1", in -> in.readFloat(7f, DecimalLimit.between("0.1", "0.3"))))
                .isEqualTo(0.1f);
        assertThat(v.read("1e39", in -> in.readDouble(7, DecimalLimit.NONE))).isEqualTo(1e39);
        assertThat(v.read("1e39", in -> in.readFloat(7f, DecimalLimit.NONE))).isEqualTo(7f);
        assertThat(v.repairs()).containsExactly("v: 1e39 is too large; used the default");
        assertThat(v.read("1e400", in -> in.readDouble(7, DecimalLimit.NONE.clamped())))
                .isEqualTo(7.0);
        assertThat(v.repairs()).containsExactly("v: 1e400 is too large; used the default");
    }

    @Test
    void aDecimalOutsideItsLimitBecomesTheNearestAllowedIfItMay() {
        DecimalLimit limit = DecimalLimit.between("0", "1");
        assertThat(v.read("1.5", in -> in.readDouble(7, limit))).isEqualTo(7.0);
        assertThat(v.read("1.5", in -> in.readDouble(7, limit.clamped()))).isEqualTo(1.0);
        assertThat(v.repairs()).containsExactly("v: 1.5 is outside 0..1; used 1.0");
        assertThat(v.read("1", in -> in.readDouble(7, limit.excludingMax().clamped())))
                .isEqualTo(Math.nextDown(1.0));
        assertThat(v.read("2", in -> in.readBigDecimal(null, limit.clamped()))).isEqualTo(new BigDecimal("1"));
        // no decimal is nearest to a bound that is not allowed itself
        assertThat(v.read(
                        "2", in -> in.readBigDecimal(null, limit.excludingMax().clamped())))
                .isNull();
        assertThat(v.repairs()).singleElement().asString().endsWith("used the default");
    }

    @Test
    void aBigNumberHasNoEndThatIsNotDeclared() {
        String huge = "1" + "0".repeat(30);
        assertThat(v.read(huge, in -> in.readBigInteger(null, WholeLimit.atLeast(0))))
                .isEqualTo(BigInteger.TEN.pow(30));
        assertThat(v.read("-" + huge, in -> in.readBigInteger(null, new WholeLimit(0, Long.MAX_VALUE, true))))
                .isEqualTo(BigInteger.ZERO);
        assertThat(v.read("0.1", in -> in.readBigDecimal(null, DecimalLimit.NONE)))
                .isEqualTo(new BigDecimal("0.1"));
    }

    @Test
    void aNumberThatIsWrittenLongerThanAllowedIsNotRead() {
        OneValue strict = new OneValue(LoadLimits.defaults().numberLength(5));
        assertThat(strict.read("12345", in -> in.readInt(7, WholeLimit.NONE))).isEqualTo(12345);
        assertThat(strict.read("1.0000", in -> in.readInt(7, WholeLimit.NONE))).isEqualTo(7);
        assertThat(strict.read("0.1234", in -> in.readBigDecimal(BigDecimal.ONE, DecimalLimit.NONE)))
                .isEqualTo(BigDecimal.ONE);
        assertThat(strict.repairs()).singleElement().asString().contains("at most 5 are read");
    }
}
