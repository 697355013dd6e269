package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static Compiled schemaOf(String component) {
        return compile("@SaveSchema(version = 1)\npublic record Profile(\n    " + component + ") {}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean|@Range(min = 0)|Range|a boolean|numbers|true",
                "String|@Range(min = 0)|Range|text|numbers|x",
                "int|@Size(max = 3)|Size|an int|text, collections and maps|1",
                "int|@Pattern(\".*\")|Pattern|an int|text|1",
                "List<String>|@Pattern(\".*\")|Pattern|a List<String>|text|[]",
            })
    void aLimitOnAnotherTypeIsRefused(
            String type, String limit, String name, String kind, String domain, String value) {
        schemaOf(limit + " @Default(\"" + value + "\") " + type + " x")
                .failsOnly("[SaveSchema/LimitDoesNotApply] component x is %s; @%s applies to %s"
                        .formatted(kind, name, domain))
                .atLineContaining(limit)
                .andTheFix("remove @" + name, limit + " ", "");
    }

    @Test
    void limitsApplyToWhatAnOptionalHolds() {
        schemaOf("@Range(min = 0) Optional<Integer> a, @Size(max = 3) @Pattern(\"a*\") Optional<String> b")
                .succeeds();
    }

    @Test
    void aRangeThatAllowsNothingIsTurnedRound() {
        schemaOf("@Default(\"5\") @Range(min = 10, max = 0) int x")
                .failsOnly("[SaveSchema/InvertedLimit] @Range of x allows nothing: 10 is more than 0")
                .atLineContaining("@Range(min = 10, max = 0)")
                .andItsFixCompilesInPlaceOf("@Range(min = 10, max = 0)");
    }

    @Test
    void aSizeThatAllowsNothingIsTurnedRound() {
        schemaOf("@Default(\"abc\") @Size(min = 4, max = 2) String x")
                .failsOnly("[SaveSchema/InvertedLimit] @Size of x allows nothing: 4 is more than 2")
                .andItsFixCompilesInPlaceOf("@Size(min = 4, max = 2)");
    }

    @Test
    void noSizeIsNegative() {
        schemaOf("@Size(min = -1, max = 5) List<String> x")
                .failsOnly("[SaveSchema/NegativeSize] nothing has the size -1 that @Size of x speaks of")
                .atLineContaining("@Size(min = -1, max = 5)")
                .andItsFixCompilesInPlaceOf("@Size(min = -1, max = 5)");
        schemaOf("@Size(max = -1) List<String> x")
                .failsOnly("[SaveSchema/NegativeSize] nothing has the size -1 that @Size of x speaks of")
                .andTheFix("remove @Size", "@Size(max = -1) ", "");
    }

    @Test
    void aPatternIsARegularExpression() {
        schemaOf("@Default(\"a(b\") @Pattern(\"a(b\") String x")
                .failsOnly("[SaveSchema/BrokenPattern] the pattern of x is not a regular expression: Unclosed group")
                .atLineContaining("@Pattern(\"a(b\")")
                .andItsFixCompilesInPlaceOf("@Pattern(\"a(b\")");
    }
}
