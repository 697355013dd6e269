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

/** Each element, value and key is within its limits, and one that is not costs itself or, where that is said, them all. */
class EachTest {

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Limited", """
                @SaveSchema(version = 1)
                public record Limited(
                    @Each(range = @Range(min = 0, max = 9)) List<Integer> marks,
                    @Each(range = @Range(min = 0, max = 9, violation = Violation.CLAMP)) List<Integer> clamped,
                    @Each(decimalRange = @DecimalRange(min = "0.5")) Set<Double> parts,
                    @Each(size = @Size(max = 3, violation = Violation.CLAMP)) List<String> cut,
                    @Each(size = @Size(min = 2, max = 2)) List<List<Integer>> pairs,
                    @Each(size = @Size(max = 1)) Map<String, Map<String, Integer>> maps,
                    @Each(pattern = @Pattern("[a-z]+"), size = @Size(max = 3)) Optional<List<String>> maybe,
                    @Default("[1, 2]") @Each(range = @Range(min = 0), invalid = Invalid.RESET) List<Integer> whole,
                    @Each(invalid = Invalid.RESET) Set<Kind> kinds,
                    @Each(invalid = Invalid.RESET) Map<Integer, Integer> table,
                    @EachKey(range = @Range(min = 1, max = 12)) Map<Integer, String> months,
                    @EachKey(range = @Range(min = 1)) Map<Long, String> ids,
                    @EachKey(size = @Size(min = 1, max = 3), pattern = @Pattern("[a-z]*")) Map<String, Integer> scores,
                    @Each(range = @Range(max = 9), invalid = Invalid.RESET) @EachKey(size = @Size(max = 2))
                        Map<String, Integer> both) {
                  public enum Kind { A, B }
                }
                """).schema("Limited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "marks | [0, 10, 9, -1] | [0, 9] | marks[1]: 10 is outside 0..9; dropped",
                "clamped | [10, 5] | [9, 5] | clamped[0]: 10 is outside 0..9; used 9",
                "parts | [0.5, 0.4] | [0.5] | parts[1]: 0.4 is less than 0.5; dropped",
                "cut | [\"abcd\", \"x\"] | [abc, x] | cut[0]: \"abcd\" has 4 characters; at most 3 are allowed; used the first 3 characters",
                "pairs | [[1, 2], [3], [4, 5, 6]] | [[1, 2]] | pairs[1]: 1 element; at least 2 are needed; dropped",
                "maps | {\"a\": {\"b\": 1, \"c\": 2}, \"d\": {}} | {d={}} | maps.a: 2 entries; at most 1 is allowed; dropped",
                "maybe | [\"ab\", \"A\", \"abcd\"] | Optional[[ab]] | maybe[1]: \"A\" does not match [a-z]+; dropped",
                "months | {\"1\": \"a\", \"13\": \"b\"} | {1=a} | months[13]: the key \"13\" is outside 1..12; dropped",
                "ids | {\"0\": \"a\", \"7\": \"b\"} | {7=b} | ids[0]: the key \"0\" is less than 1; dropped",
                "scores | {\"ab\": 1, \"\": 2} | {ab=1} | scores.: the key \"\" has 0 characters; at least 1 is needed; dropped",
                "scores | {\"ab\": 1, \"abcd\": 2} | {ab=1} | scores.abcd: the key \"abcd\" has 4 characters; at most 3 are allowed; dropped",
                "scores | {\"ab\": 1, \"AB\": 2} | {ab=1} | scores.AB: the key \"AB\" does not match [a-z]*; dropped",
            })
    void whatIsOutsideIsLeftOutOrClamped(String component, String json, String expected, String repair) {
        Document<Object> document = with(component, json);
        assertThat(Running.get(document.value(), component)).hasToString(expected);
        assertThat(Running.repairs(document)).contains(repair);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole | [5, -1] | [1, 2] | whole[1]: -1 is less than 0; dropped",
                "whole | [5, \"x\"] | [1, 2] | whole[1]: \"x\" is not a whole number; dropped",
                "whole | [5, null] | [1, 2] | whole[1]: null; dropped",
                "kinds | [\"A\", \"C\"] | [] | kinds[1]: \"C\" is not one of A, B; dropped",
                "table | {\"1\": 1, \"x\": 2} | {} | table.x: the key \"x\" is not a whole number; dropped",
                "table | {\"1\": 1, \"2\": true} | {} | table[2]: true is not a whole number; dropped",
                "both | {\"a\": 1, \"abc\": 2} | {} | both.abc: the key \"abc\" has 3 characters; at most 2 are allowed; dropped",
                "both | {\"a\": 1, \"ab\": 10} | {} | both.ab: 10 is more than 9; dropped",
            })
    void oneInvalidElementCostsThemAllWhereThatIsSaid(String component, String json, String expected, String repair) {
        Document<Object> document = with(component, json);
        assertThat(Running.get(document.value(), component)).hasToString(expected);
        assertThat(document.repairs().stream().filter(one -> one.pointer().startsWith("/" + component)))
                .extracting(Repair::toString)
                .containsExactly(
                        repair, component + ": something in it is invalid; used " + expected.replace("=", ": "));
        assertThat(document.repairs()).extracting(Repair::reason).contains(Reason.INVALID_ELEMENT);
    }

    @Test
    void whatIsValidIsNotReset() {
        assertThat(Running.get(with("whole", "[0, 7]").value(), "whole")).hasToString("[0, 7]");
        assertThat(Running.get(with("kinds", "[\"A\", \"A\"]").value(), "kinds"))
                .as("what occurs twice is not invalid")
                .hasToString("[A]");
    }

    private static Document<Object> with(String component, String json) {
        return Running.read(schema, "{\"$version\": 1, \"" + component + "\": " + json + "}");
    }
}
