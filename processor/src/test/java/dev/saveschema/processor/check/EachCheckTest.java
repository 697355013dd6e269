package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EachCheckTest {

    private static Compiled schemaOf(String component) {
        return compile("@SaveSchema(version = 1)\npublic record Profile(\n    " + component + ") {}");
    }

    @Test
    void eachAppliesToWhateverHoldsElements() {
        schemaOf("""
                @Each(range = @Range(min = 0)) List<Integer> a,
                @Each(decimalRange = @DecimalRange(min = "0.5")) Map<Integer, Double> b,
                @Each(size = @Size(max = 2)) Set<List<String>> c,
                @Each(size = @Size(max = 2), pattern = @Pattern("a*"), invalid = Invalid.RESET) Optional<List<String>> d,
                @Each List<UUID> e,
                @EachKey(range = @Range(min = 0)) Map<Long, String> f,
                @EachKey(size = @Size(min = 1)) @Each(range = @Range(min = 0)) Map<String, Integer> g""").succeeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Each(range = @Range(min = 0))|int|Each|an int|collections and maps|1",
                "@Each|String|Each|text|collections and maps|x",
                "@EachKey(size = @Size(max = 3))|List<String>|EachKey|a List<String>|maps|[]",
            })
    void eachOnWhatHasNoElementsIsRefused(
            String limit, String type, String name, String kind, String domain, String value) {
        schemaOf(limit + " @Default(\"" + value + "\") " + type + " x")
                .failsOnly("[SaveSchema/LimitDoesNotApply] component x is %s; @%s applies to %s"
                        .formatted(kind, name, domain))
                .atLineContaining(limit)
                .andTheFix("remove @" + name, limit + " ", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Each|range = @Range(min = 0)|List<String>|element|text|Range|numbers",
                "Each|decimalRange = @DecimalRange(min = \"0\")|List<Integer>|element|an Integer|DecimalRange|float, double and BigDecimal",
                "Each|size = @Size(max = 3)|Map<String, Integer>|element|an Integer|Size|text, collections and maps",
                "Each|pattern = @Pattern(\"a\")|List<List<String>>|element|a List<String>|Pattern|text",
                "EachKey|range = @Range(min = 0)|Map<String, Integer>|key|text|Range|numbers",
                "EachKey|size = @Size(max = 3)|Map<UUID, String>|key|a UUID|Size|text, collections and maps",
                "EachKey|pattern = @Pattern(\"a\")|Map<Integer, String>|key|an Integer|Pattern|text",
            })
    void aLimitOfEachAppliesToWhatTheElementsAre(
            String each, String limit, String type, String part, String kind, String name, String domain) {
        schemaOf("@" + each + "(" + limit + ") " + type + " x")
                .failsOnly("[SaveSchema/LimitDoesNotApply] each %s of x is %s; @%s applies to %s"
                        .formatted(part, kind, name, domain))
                .atLineContaining(limit)
                .andTheFix("remove @" + name, limit, "");
    }

    @Test
    void whatIsWrongWithALimitIsWrongInEachToo() {
        schemaOf("@Each(range = @Range(min = 3, max = 1)) List<Integer> x")
                .failsOnly("[SaveSchema/InvertedLimit] @Range of each element of x allows nothing: 3 is more than 1")
                .atLineContaining("@Range(min = 3, max = 1)")
                .andItsFixCompilesInPlaceOf("@Range(min = 3, max = 1)");
        schemaOf("@EachKey(pattern = @Pattern(\"a(\")) Map<String, Integer> x")
                .failsOnly("[SaveSchema/BrokenPattern] the pattern of each key of x is not a regular expression: "
                        + "Unclosed group")
                .andItsFixCompilesInPlaceOf("@Pattern(\"a(\")");
        schemaOf("@Each(size = @Size(max = -1)) List<String> x")
                .failsOnly(
                        "[SaveSchema/NegativeSize] nothing has the size -1 that @Size of each element of x speaks of")
                .andTheFix("remove @Size", "size = @Size(max = -1)", "");
    }

    @Test
    void aKeyIsNotClamped() {
        String range = "@Range(min = 1, max = 12, violation = Violation.CLAMP)";
        schemaOf("@EachKey(range = " + range + ") Map<Integer, String> x")
                .failsOnly("[SaveSchema/ClampedKey] a key of x cannot be clamped: "
                        + "another entry may have the key that it would become")
                .atLineContaining(range)
                .withFixes("@Range(min = 1, max = 12)")
                .andItsFixCompilesInPlaceOf(range);
        String size = "@Size(max = 3, violation = Violation.CLAMP)";
        schemaOf("@EachKey(size = " + size + ") Map<String, String> x")
                .failsOnly("[SaveSchema/ClampedKey] a key of x cannot be clamped: "
                        + "another entry may have the key that it would become")
                .andItsFixCompilesInPlaceOf(size);
    }

    @Test
    void theElementsOfADefaultAreWithinTheirLimits() {
        String range = "@Range(min = 0, max = 9)";
        schemaOf("@Default(\"[1, 12]\") @Each(range = " + range + ") List<Integer> x")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default's element 12 of x is outside its own limit: 0..9")
                .atLineContaining("@Default(\"[1, 12]\")")
                .withFixes("@Range(min = 0, max = 12)")
                .andItsFixCompilesInPlaceOf(range);
        schemaOf("@Default(\"{\\\"abc\\\": \\\"x\\\"}\") @EachKey(size = @Size(max = 2)) Map<String, String> x")
                .failsOnly("[SaveSchema/DefaultOutsideLimit] the default's key \"abc\" of x is outside its own limit: "
                        + "at most 2 characters")
                .andItsFixCompilesInPlaceOf("@Size(max = 2)");
        schemaOf("@Default(\"[\\\"B\\\"]\") @Each(pattern = @Pattern(\"[a-z]\")) Optional<List<String>> x")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default's element \"B\" of x is outside its own limit: "
                                + "it does not match \"[a-z]\"")
                .andTheFix("@Pattern(\"[a-z]|\\\\QB\\\\E\")", "@Pattern(\"[a-z]\")", "@Pattern(\"[a-z]|\\\\QB\\\\E\")");
    }
}
