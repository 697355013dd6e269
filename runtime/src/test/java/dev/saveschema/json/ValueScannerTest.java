package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first element of an array that has one more, {@code 7}. */
class ValueScannerTest {

    private static Scanner at(String value) {
        Scanner in = new Scanner(("[" + value + ", 7]").getBytes(StandardCharsets.UTF_8), true, (defect, used) -> {});
        in.first();
        in.enter();
        in.nextElement();
        return in;
    }

    private static void assertGoesOn(Scanner in) {
        assertThat(in.nextElement()).isEqualTo(Token.NUMBER);
        assertThat(in.isNumber()).isTrue();
        assertThat(in.longValue()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            NaN           | NaN is no JSON value
            -Infinity     | -Infinity is no JSON value
            undefined     | undefined is no JSON value
            None          | None is no JSON value
            True          | True is no JSON value
            nulls         | nulls is no JSON value
            truefalse     | truefalse is no JSON value
            01            | 01 is no JSON value
            +1            | +1 is no JSON value
            .5            | .5 is no JSON value
            1.            | 1. is no JSON value
            1e            | 1e is no JSON value
            0x1F          | 0x1F is no JSON value
            -             | - is no JSON value
            two words     | two words is no JSON value
            'it\\'s'       | 'it\\'s' is in single quotes
            "C:\\Users"    | text with \\U, which is none of JSON's escapes
            """)
    void whatIsNoValueHasAnEnd(String value, String problem) {
        Scanner in = at(value);
        in.scan();
        in.isNumber();
        assertThat(in.token()).isEqualTo(Token.BROKEN);
        assertThat(in.cost()).isEqualTo(Defect.Cost.VALUE);
        assertThat(in.problem()).isEqualTo("line 1, column 2: " + problem);
        assertThat(in.isSound()).isFalse();
        assertGoesOn(in);
    }

    @Test
    void aPlaceWithoutAValueIsOne() {
        Scanner in = new Scanner("{\"a\": , \"b\": 7}".getBytes(StandardCharsets.UTF_8), true, (defect, used) -> {});
        NameTable names = NameTable.of(List.of("a", "b"));
        in.first();
        in.enter();
        in.nextName(names, 0);
        assertThat(in.value()).isEqualTo(Token.BROKEN);
        assertThat(in.problem()).isEqualTo("line 1, column 7: there is no value");
        assertThat(in.nextName(names, 1)).isEqualTo(1);
    }

    @Test
    void aControlCharacterInATextSpeaksOfDamage() {
        Scanner in = at("\"a\u000fb\"");
        assertThat(in.text()).isNull();
        assertThat(in.cost()).isEqualTo(Defect.Cost.DAMAGED_VALUE);
        assertThat(in.damagedValue()).isEqualTo("line 1, column 2 (byte 1): text with the control character U+000F");
        assertGoesOn(in);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a:b", "{a", "'a", "\"a"})
    void whatLeavesItsEndInDoubtEndsTheDocument(String value) {
        Scanner in = at(value);
        in.scan();
        in.nextElement();
        assertThat(in.endedEarly()).isTrue();
    }

    @Test
    void aTextIsFoundAmongNames() {
        NameTable names = NameTable.of(List.of("EASY", "HARD"));
        assertThat(at("\"HARD\"").textIn(names)).isEqualTo(1);
        assertThat(at("\"\\u0048ARD\"").textIn(names)).isEqualTo(1);
        assertThat(at("\"HARDER\"").textIn(names)).isEqualTo(NameTable.UNKNOWN);
        assertThat(at("1").textIn(names)).isEqualTo(NameTable.UNKNOWN);
    }

    @Test
    void anInstantIsReadInPlace() {
        Scanner in = at("\"2026-11-29T08:12:00Z\"");
        assertThat(in.instant()).isEqualTo(Instant.parse("2026-11-29T08:12:00Z"));
        assertThat(in.length()).isEqualTo(22);
        assertGoesOn(in);
        assertThat(at("\"2026-11-29\"").instant()).isNull();
        assertThat(at("5").instant()).isNull();
    }

    @Test
    void anExcerptIsWhatStandsThere() {
        assertThat(at("\"a\\nb\"").excerpt()).isEqualTo("a\nb");
        assertThat(at("1.50").excerpt()).isEqualTo("1.50");
        assertThat(at("NaN").excerpt()).isEqualTo("NaN");
        assertThat(at("x".repeat(10_000)).excerpt()).hasSizeLessThan(250);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17})
    void aTextIsReadAtTheVeryEndOfADocument(int length) {
        for (String text : List.of("x".repeat(length), "é".repeat(length), "\n".repeat(length))) {
            String spelled = '"' + text.replace("\n", "\\n") + '"';
            Scanner in = new Scanner(spelled.getBytes(StandardCharsets.UTF_8), false, (defect, used) -> {});
            in.first();
            assertThat(in.text()).isEqualTo(text);
            in.requireEnd();
            Scanner skipping = new Scanner(spelled.getBytes(StandardCharsets.UTF_8), false, (defect, used) -> {});
            skipping.first();
            skipping.requireEnd();
            assertThat(skipping.isSound()).isTrue();
        }
    }
}
