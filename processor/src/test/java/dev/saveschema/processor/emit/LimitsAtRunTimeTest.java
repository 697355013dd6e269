package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value outside its limit takes the default or the nearest allowed value, and is reported with the limit. */
class LimitsAtRunTimeTest {

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Limits", """
                @SaveSchema(version = 1)
                public record Limits(
                    @Default("5") @Range(min = 1, max = 9) int strict,
                    @Default("5") @Range(min = 1, max = 9, violation = Violation.CLAMP) int clamped,
                    @Default("5") @Range(min = 1) int atLeast,
                    @Default("5") @Range(max = 9) long atMost,
                    @Default("5") @Range(min = 1, violation = Violation.CLAMP) BigInteger big,
                    @Default("5") byte plain,
                    @Default("0.5") @Range(min = 0, max = 1) double level,
                    @Default("0.5") @Range(min = 0, max = 1, violation = Violation.CLAMP) float part,
                    @Default("0.5") @Range(min = 0, violation = Violation.CLAMP) BigDecimal price,
                    @Default("abc") @Size(min = 2, max = 4) String text,
                    @Default("abc") @Size(min = 2, max = 4, violation = Violation.CLAMP) String cut,
                    @Default("ab") @Size(max = 4, violation = Violation.CLAMP) @Pattern("[a-z]*") String word,
                    @Default("[7]") @Size(min = 1, max = 2) List<Integer> list,
                    @Size(max = 2, violation = Violation.CLAMP) List<Integer> cutList,
                    @Size(max = 2, violation = Violation.CLAMP) Set<Integer> cutSet,
                    @Size(max = 2, violation = Violation.CLAMP) Map<String, Integer> cutMap,
                    @Default("0.5") @DecimalRange(min = "0.1", max = "1.0") float share,
                    @Default("0.5") @DecimalRange(min = "0.1", violation = Violation.CLAMP) double speed,
                    @Default("0.5") @DecimalRange(max = "0.75", violation = Violation.CLAMP) BigDecimal rate,
                    @DecimalRange(min = "0.25") OptionalDouble maybeShare,
                    @Range(min = 1, max = 9) Optional<Integer> maybe,
                    @Size(max = 2, violation = Violation.CLAMP) Optional<String> maybeText) {}
                """).schema("Limits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strict    | 1                    | 1",
                "strict    | 9                    | 9",
                "strict    | 9.0                  | 9",
                "strict    | 0.9e1                | 9",
                "clamped   | 1                    | 1",
                "atLeast   | 2147483647           | 2147483647",
                "atMost    | -9223372036854775808 | -9223372036854775808",
                "level     | 1                    | 1.0",
                "level     | -0.0                 | -0.0",
                "part      | 0                    | 0.0",
                "price     | 0.00                 | 0.00",
                "text      | \"😀😀😀😀\"           | 😀😀😀😀",
                "text      | \"ab\"               | ab",
                "cut       | \"😀😀\"               | 😀😀",
                "list      | [1, 2]               | [1, 2]",
                "maybe     | 9                    | Optional[9]",
                "share     | 0.1                  | 0.1",
                "share     | 1                    | 1.0",
                "speed     | 0.1                  | 0.1",
                "rate      | 0.750                | 0.750",
                "maybeShare | 0.25                | OptionalDouble[0.25]",
                "maybe     | null                 | Optional.empty",
            })
    void whatIsWithinALimitIsKept(String component, String json, String expected) {
        Document<Object> document = with(component, json);
        assertThat(document.value().toString()).contains(component + "=" + expected);
        assertThat(document.repairs()).noneMatch(repair -> repair.pointer().equals("/" + component));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strict    | 0          | 5   | strict: 0 is outside 1..9; used 5",
                "strict    | 10         | 5   | strict: 10 is outside 1..9; used 5",
                "strict    | 1e400      | 5   | strict: 1e400 is outside 1..9; used 5",
                "clamped   | 0          | 1   | clamped: 0 is outside 1..9; used 1",
                "clamped   | 10         | 9   | clamped: 10 is outside 1..9; used 9",
                "clamped   | 99999999999999999999 | 9 | clamped: 99999999999999999999 is outside 1..9; used 9",
                "clamped   | 9.5        | 5   | clamped: 9.5 is not a whole number; used 5",
                "clamped   | \"9\"      | 5   | clamped: \"9\" is not a whole number; used 5",
                "atLeast   | 0          | 5   | atLeast: 0 is less than 1; used 5",
                "atLeast   | 2147483648 | 5   | atLeast: 2147483648 is more than 2147483647; used 5",
                "atMost    | 10         | 5   | atMost: 10 is more than 9; used 5",
                "big       | -1         | 1   | big: -1 is less than 1; used 1",
                "plain     | 128        | 5   | plain: 128 is outside -128..127; used 5",
                "level     | 1.0000001  | 0.5 | level: 1.0000001 is outside 0..1; used 0.5",
                "level     | 1e999      | 0.5 | level: 1e999 is too large; used 0.5",
                "part      | 1.5        | 1.0 | part: 1.5 is outside 0..1; used 1.0",
                "part      | -1e300     | 0.5 | part: -1e300 is too large; used 0.5",
                "price     | -0.01      | 0   | price: -0.01 is less than 0; used 0",
                "share     | 0.0999     | 0.5 | share: 0.0999 is outside 0.1..1.0; used 0.5",
                "speed     | 0          | 0.1 | speed: 0 is less than 0.1; used 0.1",
                "speed     | 1e999      | 0.5 | speed: 1e999 is too large; used 0.5",
                "rate      | 0.76       | 0.75 | rate: 0.76 is more than 0.75; used 0.75",
                "rate      | 1e999999999 | 0.75 | rate: 1e999999999 is more than 0.75; used 0.75",
                "maybeShare | 0.2       | OptionalDouble.empty | maybeShare: 0.2 is less than 0.25; used null",
                "text      | \"😀\"     | abc | text: \"😀\" has 1 character; at least 2 are needed; used \"abc\"",
                "text      | \"😀😀😀😀😀\" | abc | text: \"😀😀😀😀😀\" has 5 characters; at most 4 are allowed; used \"abc\"",
                "cut       | \"😀😀😀😀😀\" | 😀😀😀😀 | cut: \"😀😀😀😀😀\" has 5 characters; at most 4 are allowed; used the first 4 characters",
                "cut       | \"a\"      | abc | cut: \"a\" has 1 character; at least 2 are needed; used \"abc\"",
                "word      | \"ABC\"    | ab  | word: \"ABC\" does not match [a-z]*; used \"ab\"",
                "list      | []         | [7] | list: 0 elements; at least 1 is needed; used [7]",
                "list      | [1, 2, 3]  | [7] | list: 3 elements; at most 2 are allowed; used [7]",
                "cutList   | [1, 2, 3]  | [1, 2] | cutList: 3 elements; at most 2 are allowed; used the first 2",
                "cutSet    | [3, 1, 2]  | [3, 1] | cutSet: 3 elements; at most 2 are allowed; used the first 2",
                "cutMap    | {\"c\": 1, \"a\": 2, \"b\": 3} | {c=1, a=2} | cutMap: 3 entries; at most 2 are allowed; used the first 2",
                "maybe     | 10         | Optional.empty | maybe: 10 is outside 1..9; used null",
                "maybeText | \"abc\"    | Optional[ab]   | maybeText: \"abc\" has 3 characters; at most 2 are allowed; used the first 2 characters",
            })
    void whatIsOutsideALimitIsReplacedAndReported(String component, String json, String expected, String repair) {
        Document<Object> document = with(component, json);
        assertThat(document.value().toString()).contains(component + "=" + expected);
        assertThat(Running.repairs(document).stream().filter(line -> line.startsWith(component + ":")))
                .containsExactly(repair);
    }

    /** Dropped elements do not count, so that a damaged list may become too short. */
    @Test
    void aLimitCountsTheElementsThatAreKept() {
        assertThat(with("cutList", "[1, \"x\", 2, null]").value().toString()).contains("cutList=[1, 2]");
        assertThat(with("list", "[\"x\"]").value().toString()).contains("list=[7]");
    }

    @Test
    void aCutTextMustStillMatch() {
        assertThat(with("word", "\"abcdE\"").value().toString()).contains("word=abcd");
        assertThat(with("word", "\"abCde\"").value().toString()).contains("word=ab,");
    }

    /** Java's expressions recurse, and what they are given comes from the file. */
    @Test
    void aTextThatIsTooMuchForAPatternDoesNotMatch() {
        Schema<Object> deep = Running.compile("Deep", """
                @SaveSchema(version = 1)
                public record Deep(@Default("a") @Pattern("(a|b)*") String text) {}
                """).schema("Deep");
        Document<Object> document = Running.read(deep, "{\"$version\": 1, \"text\": \"" + "ab".repeat(500_000) + "\"}");
        assertThat(document.value()).hasToString("Deep[text=a]");
        assertThat(document.repairs()).extracting(Repair::reason).containsExactly(Reason.NO_MATCH);
    }

    private static Document<Object> with(String component, String json) {
        return Running.read(schema, "{\"$version\": 1, \"" + component + "\": " + json + "}");
    }
}
