package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultsTest {

    private static Compiled schemaOf(String component) {
        return compile("""
                @SaveSchema(version = 1)
                public record Profile(
                    %s) {
                  enum Difficulty { EASY, NORMAL, HARD }
                  record Settings(@Default("80") int volume) {}
                  static int seven() { return 7; }
                }
                """.formatted(component));
    }

    @Test
    void misspeltDefaultIsShownTheConstants() {
        schemaOf("@Default(\"NORMEL\") Difficulty difficulty")
                .failsOnly("[SaveSchema/UnknownConstant] \"NORMEL\" is not a constant of Difficulty")
                .atLineContaining("@Default(\"NORMEL\")")
                .withFact("Constants: EASY, NORMAL, HARD")
                .withFixes("@Default(\"NORMAL\")")
                .andItsFixCompilesInPlaceOf("@Default(\"NORMEL\")");
    }

    @Test
    void misspeltConstantInAListIsRepairedInPlace() {
        schemaOf("@Default(\"[\\\"EASY\\\", \\\"HRAD\\\"]\") List<Difficulty> played")
                .failsOnly("[SaveSchema/UnknownConstant] \"HRAD\" is not a constant of Difficulty")
                .withFixes("@Default(\"[\\\"EASY\\\", \\\"HARD\\\"]\")")
                .andItsFixCompilesInPlaceOf("@Default(\"[\\\"EASY\\\", \\\"HRAD\\\"]\")");
    }

    @ParameterizedTest
    @CsvSource({
        "int, an int",
        "long, a long",
        "Integer, an Integer",
        "byte, a byte",
        "short, a short",
        "float, a float",
        "double, a double",
        "boolean, a boolean",
        "char, a char",
        "String, text",
        "Difficulty, the enum Difficulty",
        "BigInteger, a BigInteger",
        "BigDecimal, a BigDecimal",
        "Instant, an Instant",
        "LocalDate, a LocalDate",
        "Duration, a Duration",
        "UUID, a UUID",
        "LocalTime, a LocalTime",
        "LocalDateTime, a LocalDateTime",
        "OffsetDateTime, an OffsetDateTime",
        "ZonedDateTime, a ZonedDateTime",
        "ZoneId, a ZoneId",
        "Period, a Period",
        "Year, a Year",
        "YearMonth, a YearMonth",
        "java.net.URI, a URI",
        "Locale, a Locale",
        "JsonNode, a JsonNode"
    })
    void nothingStartsWithADefaultThatNobodyChose(String type, String kind) {
        schemaOf(type + " value")
                .failsOnly("[SaveSchema/MissingDefault] component value has no default for files that lack it")
                .atLineContaining(type + " value")
                .withFact("It is " + kind
                        + ", and only you know what to start with; collections, maps and optionals start empty")
                .andItsFixCompiles((source, fix) -> source.replace(type + " value", fix + " " + type + " value"));
    }

    @Test
    void collectionsMapsOptionalsAndRecordsNeedNoDefault() {
        schemaOf("List<Integer> a, Set<String> b, Map<UUID, Integer> c, Optional<Instant> d, Settings e")
                .succeeds();
    }

    @Test
    void anOfferedDefaultIsWithinTheLimits() {
        schemaOf("@Range(min = 5) int level")
                .failsOnly("[SaveSchema/MissingDefault] component level has no default for files that lack it")
                .withFixes("@Default(\"5\")")
                .andItsFixCompiles((source, fix) -> source.replace("@Range", fix + " @Range"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|5.0|\"5.0\" is not a whole number",
                "int|1_000|\"1_000\" is not a whole number",
                "int|2147483648|2147483648 is outside the int's -2147483648..2147483647",
                "byte|128|128 is outside the byte's -128..127",
                "long|9223372036854775808|9223372036854775808 is outside the long's -9223372036854775808..9223372036854775807",
                "double|NaN|\"NaN\" is not a decimal number",
                "float|1e39|1e39 is too large for a float",
                "boolean|yes|\"yes\" is neither true nor false",
                "char|ab|\"ab\" is 2 characters long, not 1",
                "Instant|yesterday|\"yesterday\" is not an Instant such as 2026-11-22T19:47:03Z",
                "LocalDate|2026-02-30|\"2026-02-30\" is not a LocalDate such as 2026-11-22",
                "UUID|7|\"7\" is not a UUID such as 123e4567-e89b-12d3-a456-426614174000",
                "LocalTime|24:00|\"24:00\" is not a LocalTime such as 19:47:03",
                "ZoneId|Europe/Berlim|\"Europe/Berlim\" is not a ZoneId such as Europe/Berlin",
                "Year|26|\"26\" is not a Year such as 2026",
                "Locale|en_GB|\"en_GB\" is not a Locale such as en-GB",
                "java.net.URI|a b|\"a b\" is not a URI such as https://example.org/",
                "JsonNode|{|not JSON at character 1: Unexpected end-of-input: expected close marker for Object",
                "JsonNode|''|it is empty; for null write null",
                "JsonNode|{} {}|there is something after the end of the JSON",
                "JsonNode|[1e99999999999]|the exponent of 1e99999999999 is too large",
                "OptionalInt|0.5|\"0.5\" is not a whole number",
                "List<Integer>|1, 2|\"1, 2\" is not a JSON array, such as [1, 2]",
                "List<Integer>|[1] 2|there is something after the end of the JSON",
                "Set<Integer>|[1, 1]|element 2 of the set is there already",
                "Optional<Integer>|one|\"one\" is not a whole number",
            })
    void aDefaultOfAnotherTypeIsRefused(String type, String value, String reason) {
        String faulty = "@Default(\"" + value + "\")";
        schemaOf(faulty + " " + type + " x")
                .failsOnly("[SaveSchema/DefaultTypeMismatch] the default of x does not fit: " + reason)
                .atLineContaining(faulty)
                .andItsFixCompilesInPlaceOf(faulty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "long|100L|a whole number|100",
                "float|5f|a decimal number|5",
                "int|1_000|a whole number|1000",
                "int|5.0|a whole number|5",
                "int|+7|a whole number|7",
                "double|0,5|a decimal number|0.5",
                "List<Integer>|1, 2|a JSON array, such as [1, 2]|[1, 2]",
                "Set<String>|a, b|a JSON array, such as [1, 2]|[\\\"a\\\", \\\"b\\\"]",
                "Difficulty[]|EASY|a JSON array, such as [1, 2]|[\\\"EASY\\\"]",
                "Locale|en_GB|a Locale such as en-GB|en-GB",
                "Optional<Long>|7L|a whole number|7",
            })
    void whatIsSpeltAsInJavaIsShownAsItIsSpeltInAFile(String type, String value, String expected, String meant) {
        schemaOf("@Default(\"" + value + "\") " + type + " x")
                .failsOnly("[SaveSchema/DefaultTypeMismatch] the default of x does not fit: \"" + value + "\" is not "
                        + expected)
                .withFirstFix("@Default(\"" + meant + "\")")
                .andItsFixCompilesInPlaceOf("@Default(\"" + value + "\")");
    }

    @Test
    void whatIsShownIsWithinTheLimits() {
        schemaOf("@Range(min = 10) @Default(\"5L\") long x")
                .failsOnly(
                        "[SaveSchema/DefaultTypeMismatch] the default of x does not fit: \"5L\" is not a whole number")
                .withFixes("@Default(\"10\")");
    }

    @Test
    void aRecordIsMadeOfItsOwnDefaults() {
        schemaOf("@Default(\"{}\") Settings settings")
                .failsOnly("[SaveSchema/DefaultDoesNotApply] component settings is the record Settings, "
                        + "and a record's default cannot be written as text")
                .atLineContaining("@Default(\"{}\")")
                .andTheFix("remove @Default", "@Default(\"{}\") ", "");
    }

    @Test
    void anOptionalIsEmptyWithoutADefault() {
        schemaOf("@Default(\"null\") Optional<Integer> x")
                .failsOnly("[SaveSchema/DefaultTypeMismatch] the default of x does not fit: "
                        + "null is what an optional that is empty has in the file")
                .withFact("Component x is empty without @Default")
                .andTheFix("remove @Default", "@Default(\"null\") ", "");
    }

    @Test
    void aTextThatIsTheNameOfAMethodIsShownAsAFactory() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(
                    @Default("now") Instant at) {
                  static Instant now() { return Instant.now(); }
                }
                """)
                .failsOnly("[SaveSchema/DefaultTypeMismatch] the default of at does not fit: "
                        + "\"now\" is not an Instant such as 2026-11-22T19:47:03Z")
                .withFact("The record has a method now(), which could make the default")
                .withFixes("@Default(\"1970-01-01T00:00:00Z\")", "@Default(factory = \"now\")")
                .andItsFixCompilesInPlaceOf("@Default(\"now\")");
    }

    @Test
    void aMethodOfTheRecordMayReturnTheClassThatIsGeneratedForIt() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(@Default("1") int level, @Default("schema") String text) {
                  static ProfileSchema schema() { return ProfileSchema.INSTANCE; }
                }
                """).succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not ok", "a.b", "class"})
    void aFactoryIsTheNameOfAMethod(String name) {
        schemaOf("@Default(factory = \"" + name + "\") int level")
                .failsOnly("[SaveSchema/UnusableFactory] \"" + name
                        + "\", the factory of level, is not the name of a method")
                .atLineContaining("factory = ")
                .withFact("In the record: static int defaultLevel() { return …; }")
                .withFixes("@Default(factory = \"defaultLevel\")");
    }

    @Test
    void aDefaultIsAValueOrAFactory() {
        schemaOf("@Default(value = \"7\", factory = \"seven\") int x")
                .failsOnly("[SaveSchema/AmbiguousDefault] component x has two defaults, a value and a factory")
                .atLineContaining("seven")
                .andTheFix("@Default(\"7\")", "@Default(value = \"7\", factory = \"seven\")", "@Default(\"7\")")
                .andItsFixCompilesInPlaceOf("@Default(value = \"7\", factory = \"seven\")");
    }

    @Test
    void aDefaultSaysSomething() {
        schemaOf("@Default String name")
                .failsOnly(
                        "[SaveSchema/AmbiguousDefault] @Default on component name says neither a value nor a factory")
                .atLineContaining("@Default String name")
                .withFact("For empty text write @Default(\"\")")
                .andTheFix("@Default(\"…\") or @Default(factory = \"…\")", "@Default ", "@Default(\"\") ");
    }

    @Test
    void aDefaultAboveItsRangeMovesOrTheRangeDoes() {
        schemaOf("@Default(\"120\") @Range(min = 0, max = 100) int volume")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default 120 of volume is outside its own limit: 0..100")
                .atLineContaining("@Default(\"120\")")
                .withFixes("@Default(\"100\")", "@Range(min = 0, max = 120)")
                .andItsFixCompiles((source, fix) -> source.replace(
                        fix.startsWith("@Default") ? "@Default(\"120\")" : "@Range(min = 0, max = 100)", fix));
    }

    @Test
    void aDecimalBelowItsRangeIsSeenToo() {
        schemaOf("@Default(\"-0.5\") @Range(min = 0, violation = Violation.CLAMP) Optional<Double> x")
                .failsOnly(
                        "[SaveSchema/DefaultOutsideLimit] the default -0.5 of x is outside its own limit: at least 0")
                .withFixes("@Default(\"0\")", "@Range(min = -1, violation = Violation.CLAMP)")
                .andItsFixCompiles((source, fix) -> source.replace(
                        fix.startsWith("@Default")
                                ? "@Default(\"-0.5\")"
                                : "@Range(min = 0, violation = Violation.CLAMP)",
                        fix));
    }

    @Test
    void aDefaultLongerThanItsSizeIsCutBetweenCodePoints() {
        schemaOf("@Default(\"a\uD83D\uDE00bc\") @Size(max = 2) String name")
                .failsOnly("[SaveSchema/DefaultOutsideLimit] the default \"a\uD83D\uDE00bc\" of name "
                        + "is outside its own limit: at most 2 characters")
                .withFixes("@Default(\"a\uD83D\uDE00\")", "@Size(max = 4)")
                .andItsFixCompiles((source, fix) -> source.replace(
                        fix.startsWith("@Default") ? "@Default(\"a\uD83D\uDE00bc\")" : "@Size(max = 2)", fix));
    }

    @Test
    void theEmptyDefaultThatNobodyWroteIsWithinTheSizeToo() {
        schemaOf("@Size(min = 1, max = 3) List<Integer> scores")
                .failsOnly("[SaveSchema/DefaultOutsideLimit] the default (empty) of scores "
                        + "is outside its own limit: 1..3 elements")
                .atLineContaining("scores")
                .withFixes("@Default(\"[…]\") with at least 1 element", "@Size(max = 3)")
                .andItsFixCompiles((source, fix) -> fix.startsWith("@Default")
                        ? source.replace("@Size", "@Default(\"[1]\") @Size")
                        : source.replace("@Size(min = 1, max = 3)", fix));
    }

    @Test
    void aDefaultMatchesItsOwnPattern() {
        schemaOf("@Default(\"red\") @Pattern(\"#[0-9a-f]{6}\") String color")
                .failsOnly("[SaveSchema/DefaultOutsideLimit] the default \"red\" of color "
                        + "is outside its own limit: it does not match \"#[0-9a-f]{6}\"")
                .andTheFix("@Default(\"…\") with a text that matches", "\"red\"", "\"#ff0000\"")
                .andTheFix(
                        "@Pattern(\"#[0-9a-f]{6}|\\\\Qred\\\\E\")",
                        "@Pattern(\"#[0-9a-f]{6}\")", "@Pattern(\"#[0-9a-f]{6}|\\\\Qred\\\\E\")");
    }
}
