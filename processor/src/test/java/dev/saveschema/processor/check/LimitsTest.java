package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "String|@DecimalRange(min = \"0\")|DecimalRange|text|float, double and BigDecimal|x",
                "int|@DecimalRange(min = \"0\")|DecimalRange|an int|float, double and BigDecimal|1",
                "Optional<BigInteger>|@DecimalRange|DecimalRange|an Optional<BigInteger>|float, double and"
                        + " BigDecimal|1",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Range(max = 20)|String|@Size(max = 20)",
                "@Range(min = 1, max = 20, violation = Violation.CLAMP)|String|@Size(min = 1, max = 20, violation ="
                        + " Violation.CLAMP)",
                "@Range(max = 9)|List<Integer>|@Size(max = 9)",
                "@Size(max = 100)|int|@Range(min = 0, max = 100)",
                "@Size(min = 1)|long|@Range(min = 1)",
            })
    void aLimitOfAnotherTypesIsShownAsThisTypesOwn(String limit, String type, String fix) {
        String preset = type.startsWith("List") ? "" : "@Default(\"1\") ";
        schemaOf(preset + limit + " " + type + " x")
                .failsOnly("[SaveSchema/LimitDoesNotApply] component x is %s; @%s applies to %s"
                        .formatted(
                                type.equals("String") ? "text" : type.equals("int") ? "an int" : "a " + type,
                                limit.substring(1, limit.indexOf('(')),
                                limit.startsWith("@Range") ? "numbers" : "text, collections and maps"))
                .andTheFix(fix, limit, fix);
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

    @Test
    void decimalRangesApplyToDecimalsAndWhatAnOptionalHolds() {
        schemaOf("""
            @Default("0.5") @DecimalRange(min = "0.0", max = "1.0") float a,
            @Default("0.1") @DecimalRange(min = "0.1") Double b,
            @Default("1e-9") @DecimalRange(max = "1e-9", violation = Violation.CLAMP) BigDecimal c,
            @DecimalRange(min = "-1e3") Optional<BigDecimal> d,
            @DecimalRange(max = "0.5") OptionalDouble e\
            """).succeeds();
    }

    @Test
    void aDecimalRangeOnAWholeNumberIsPointedToRange() {
        schemaOf("@Default(\"1\") @DecimalRange(min = \"0\") long x")
                .failsOnly("[SaveSchema/LimitDoesNotApply] component x is a long; "
                        + "@DecimalRange applies to float, double and BigDecimal")
                .withFact("For whole numbers there is @Range");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,5|1.5", "1.5f|1.5", "1_000|1000", ".5|0.5", "NaN|0", "one half|0", "0x1p3|0", "1e99999999999|0"
            })
    void aDecimalBoundIsANumber(String written, String fix) {
        schemaOf("@Default(\"2000\") @DecimalRange(min = \"" + written + "\") double x")
                .failsOnly("[SaveSchema/BrokenBound] the min of x is not a number: \"" + written + "\"")
                .atLineContaining("min = \"" + written + "\"")
                .withFixes("min = \"" + fix + "\"")
                .andItsFixCompilesInPlaceOf("min = \"" + written + "\"");
    }

    @Test
    void aDecimalRangeThatAllowsNothingIsTurnedRound() {
        String faulty = "@DecimalRange(min = \"1.5\", max = \"0.5\")";
        schemaOf("@Default(\"1\") " + faulty + " double x")
                .failsOnly("[SaveSchema/InvertedLimit] @DecimalRange of x allows nothing: 1.5 is more than 0.5")
                .atLineContaining(faulty)
                .andItsFixCompilesInPlaceOf(faulty);
    }

    @Test
    void twoRangesOfOneNumberBecomeOne() {
        String faulty = "@Range(min = 0) @DecimalRange(min = \"-1\", max = \"0.5\", violation = Violation.CLAMP)";
        schemaOf("@Default(\"0.5\") " + faulty + " double x")
                .failsOnly("[SaveSchema/TwoRanges] component x has a @Range and a @DecimalRange, and one says it all")
                .atLineContaining("@DecimalRange")
                .withFixes("@DecimalRange(min = \"0\", max = \"0.5\", violation = Violation.CLAMP)")
                .andItsFixCompilesInPlaceOf(faulty);
    }

    @Test
    void aBoundIsANumberOfTheType() {
        schemaOf("@Default(\"1\") @DecimalRange(min = \"0\", max = \"1e39\") float x")
                .failsOnly("[SaveSchema/LimitBeyondType] the bound 1E+39 of x is beyond every float")
                .atLineContaining("@DecimalRange")
                .andItsFixCompilesInPlaceOf("@DecimalRange(min = \"0\", max = \"1e39\")");
        schemaOf("@Default(\"1\") @DecimalRange(max = \"1e309\") double x")
                .failsOnly("[SaveSchema/LimitBeyondType] the bound 1E+309 of x is beyond every double")
                .andTheFix("remove @DecimalRange", "@DecimalRange(max = \"1e309\") ", "");
        schemaOf("@Default(\"1\") @DecimalRange(max = \"1e309\") BigDecimal x").succeeds();
    }

    @Test
    void aDefaultIsWithinItsDecimalRange() {
        String range = "@DecimalRange(min = \"0.1\", max = \"1.0\")";
        schemaOf("@Default(\"1.01\") " + range + " double x")
                .failsOnly("[SaveSchema/DefaultOutsideLimit] the default 1.01 of x is outside its own limit: 0.1..1.0")
                .atLineContaining("@Default(\"1.01\")")
                .withFixes("@Default(\"1.0\")", "@DecimalRange(min = \"0.1\", max = \"1.01\")")
                .andTheFix("@Default(\"1.0\")", "@Default(\"1.01\")", "@Default(\"1.0\")")
                .andTheFix(
                        "@DecimalRange(min = \"0.1\", max = \"1.01\")",
                        range,
                        "@DecimalRange(min = \"0.1\", max = \"1.01\")");
        schemaOf(range + " double x")
                .failsOnly("[SaveSchema/MissingDefault] component x has no default for files that lack it")
                .withFixes("@Default(\"0.1\")");
    }

    /** The compiler would otherwise stand still for longer than anybody waits. */
    @ParameterizedTest
    @ValueSource(strings = {"(a|aa){60}b", "(a+)+\\\\1b", "(.*a){25}b"})
    void aPatternThatIsTooSlowForItsDefaultIsSaidToBe(String regex) {
        String text = "a".repeat(80);
        schemaOf("@Default(\"" + text + "\") @Pattern(\"" + regex + "\") String x")
                .failsOnly(
                        "[SaveSchema/SlowPattern] the pattern of x is too slow to say whether it allows the default \""
                                + text + "\"")
                .atLineContaining("@Pattern")
                .withFact("Given up after 10,000,000 steps; a file's text that takes as long is given up too, "
                        + "and takes the default")
                .withFixes(
                        "write the pattern without a repetition in a repetition: (a+)+ is a+, (a|aa)* is a*,"
                                + " (\\\\w+,?)* is (\\\\w+,)*\\\\w*",
                        "@Size(max = …) beside a simpler pattern, and the rest in the program");
    }
}
