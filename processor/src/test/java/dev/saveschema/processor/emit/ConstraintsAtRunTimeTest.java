package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jakarta Validation's constraints keep out of a load what its own validator would refuse. */
class ConstraintsAtRunTimeTest {

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Checked", """
                @SaveSchema(version = 1)
                public record Checked(
                    @Default("5") @jakarta.validation.constraints.Min(1) @jakarta.validation.constraints.Max(9) int whole,
                    @Default("5") @Range(max = 7, violation = Violation.CLAMP) @jakarta.validation.constraints.Positive long both,
                    @Default("0.5") @jakarta.validation.constraints.DecimalMin(value = "0", inclusive = false) @jakarta.validation.constraints.DecimalMax(value = "1", inclusive = false) double open,
                    @Default("0.5") @jakarta.validation.constraints.Positive float above,
                    @Default("-1") @jakarta.validation.constraints.Negative BigDecimal below,
                    @Default("2") @jakarta.validation.constraints.DecimalMin("1.5") int fraction,
                    @Default("x") @jakarta.validation.constraints.NotBlank String name,
                    @Default("x") @jakarta.validation.constraints.NotEmpty @Size(max = 3) String text,
                    @Default("ab") @jakarta.validation.constraints.Pattern(
                            regexp = "[a-z]+", flags = jakarta.validation.constraints.Pattern.Flag.CASE_INSENSITIVE)
                        String word,
                    @jakarta.validation.constraints.Size(max = 2) List<Integer> list,
                    @Default("1") @jakarta.validation.constraints.Min.List({
                        @jakarta.validation.constraints.Min(0), @jakarta.validation.constraints.Min(1)}) short several) {}
                """).schema("Checked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole | 9 | 9",
                "both | 1 | 1",
                "open | 0.001 | 0.001",
                "above | 1e-40 | 1.0E-40",
                "below | -0.1 | -0.1",
                "fraction | 2 | 2",
                "name | \" x \" | ' x '",
                "text | \"abc\" | abc",
                "word | \"AB\" | AB",
                "list | [1, 2] | [1, 2]",
                "several | 1 | 1",
            })
    void whatIsAllowedIsKept(String component, String json, String expected) {
        Document<Object> document = with(component, json);
        assertThat(Running.get(document.value(), component)).hasToString(expected);
        assertThat(document.repairs()).noneMatch(repair -> repair.pointer().equals("/" + component));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole | 0 | whole: 0 is outside 1..9; used 5",
                "both | 0 | both: 0 is outside 1..7; used 1",
                "both | 8 | both: 8 is outside 1..7; used 7",
                "open | 0 | open: 0 is not more than 0 and less than 1; used 0.5",
                "open | -0.0 | open: -0.0 is not more than 0 and less than 1; used 0.5",
                "open | 1.0 | open: 1.0 is not more than 0 and less than 1; used 0.5",
                "above | 0 | above: 0 is not more than 0; used 0.5",
                "below | 0.0 | below: 0.0 is not less than 0; used -1",
                "fraction | 1 | fraction: 1 is less than 2; used 2",
                "name | \" \\t\" | name: \" \\t\" is blank; used \"x\"",
                "name | \"\" | name: \"\" is blank; used \"x\"",
                "text | \"\" | text: \"\" has 0 characters; at least 1 is needed; used \"x\"",
                "text | \"abcd\" | text: \"abcd\" has 4 characters; at most 3 are allowed; used \"x\"",
                "word | \"a1\" | word: \"a1\" does not match (?i)[a-z]+; used \"ab\"",
                "list | [1, 2, 3] | list: 3 elements; at most 2 are allowed; used []",
                "several | 0 | several: 0 is less than 1; used 1",
            })
    void whatIsNotAllowedIsReplacedAndSaid(String component, String json, String repair) {
        assertThat(Running.repairs(with(component, json)).stream().filter(line -> line.startsWith(component + ":")))
                .containsExactly(repair);
    }

    private static Document<Object> with(String component, String json) {
        return Running.read(schema, "{\"$version\": 1, \"" + component + "\": " + json + "}");
    }
}
