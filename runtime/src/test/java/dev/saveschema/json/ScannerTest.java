package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerTest {

    private static final NameTable NAMES = NameTable.of(List.of("a", "b"));

    private final List<String> reports = new ArrayList<>();

    private Scanner over(String document, boolean salvaging) {
        return new Scanner(
                document.getBytes(StandardCharsets.UTF_8),
                salvaging,
                (defect, used) -> reports.add(defect.offset() + " " + defect.problem() + "; " + used));
    }

    @Test
    void partsAreGoneThroughAndWhatNobodyReadsIsPassedOver() {
        Scanner in = over("{\"b\": [1, {\"x\": 2}], \"c\": \"text\", \"a\": -3}", false);
        assertThat(in.first()).isEqualTo(Token.OBJECT);
        in.enter();
        assertThat(in.nextName(NAMES, 0)).isEqualTo(1);
        assertThat(in.value()).isEqualTo(Token.ARRAY);
        assertThat(in.nextName(NAMES, 0)).isEqualTo(NameTable.UNKNOWN);
        assertThat(in.currentName()).isEqualTo("c");
        assertThat(in.value()).isEqualTo(Token.TEXT);
        assertThat(in.nextName(NAMES, 0)).isZero();
        in.value();
        assertThat(in.isNumber()).isTrue();
        assertThat(in.longValue()).isEqualTo(-3);
        assertThat(in.nextName(NAMES, 0)).isEqualTo(Scanner.END);
        in.requireEnd();
        assertThat(reports).isEmpty();
        assertThat(in.isSound()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1,,2]                 | 3 a comma too many
            [1, ,2]                | 4 a comma too many
            [1,,,,2]               | 3 3 commas too many
            [1,]                   | 2 a comma too many
            [1,,]                  | 2 2 commas too many
            [,1]                   | 1 a comma too many
            [,]                    | 1 a comma too many
            [ , ,1]                | 2 2 commas too many
            {"a":1,,"b":2}         | 7 a comma too many
            {"a":1,,,"b":2}        | 7 2 commas too many
            {"a":1,}               | 6 a comma too many
            {"a":1,,}              | 6 2 commas too many
            {,"a":1}               | 1 a comma too many
            {,,}                   | 1 2 commas too many
            {"a":[1,,2,],"b":{,}}  | 8 a comma too many, 10 a comma too many, 18 a comma too many
            """)
    void aRowOfCommasIsReportedOnce(String document, String expected) {
        Scanner in = over(document, false);
        in.first();
        in.skip();
        in.requireEnd();
        assertThat(reports)
                .containsExactly(List.of(expected.split(", ")).stream()
                        .map(report -> report + "; left out")
                        .toArray(String[]::new));
    }

    @Test
    void aCommentAmongCommasKeepsNothingFromBeingReported() {
        Scanner in = over("[1,/*x*/,,2]", false);
        in.first();
        in.skip();
        assertThat(reports).containsExactly("3 a comment: /*x*/; left out", "8 2 commas too many; left out");
    }

    @Test
    void whatIsLookedAtTwiceIsReportedOnce() {
        Scanner in = over("{,,/*x*/\"a\":\"tag\",,\"b\":1}", false);
        in.first();
        assertThat(in.textOf(NameTable.of(List.of("a")))).isEqualTo("tag");
        in.skip();
        in.requireEnd();
        assertThat(reports)
                .containsExactly(
                        "3 a comment: /*x*/; left out",
                        "1 2 commas too many; left out",
                        "18 a comma too many; left out");
    }

    @Test
    void aMissingCommaIsReadWhereTheNextValueBeginsWithAQuoteOrABracket() {
        Scanner in = over("[1 [2] \"x\"]", false);
        in.first();
        in.skip();
        in.requireEnd();
        assertThat(reports)
                .containsExactly(
                        "3 a comma is missing; read on as if it was there",
                        "7 a comma is missing; read on as if it was there");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            [1 2]         | 3
            ["a""b"]      | 4
            [1}           | 1
            {"a" 1}       | 5
            {"a":1        | 6
            ["a           | 1
            [1] [2]       | 4
            [1] }         | 4
            """)
    void whereItIsInDoubtWhatTheRestMeansTheDocumentEnds(String document, int offset) {
        assertThatThrownBy(() -> {
                    Scanner in = over(document, false);
                    in.first();
                    in.skip();
                    in.requireEnd();
                })
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("(byte " + offset + ")");

        Scanner in = over(document, true);
        in.first();
        in.skip();
        in.requireEnd();
        assertThat(in.endedEarly()).isTrue();
        assertThat(in.damage()).contains("(byte " + offset + ")");
    }

    @Test
    void depthTakesNoStack() {
        int depth = 1_000_000;
        Scanner in = over("[".repeat(depth) + "]".repeat(depth), false);
        in.first();
        in.skip();
        in.requireEnd();
        assertThat(in.depth()).isZero();
    }

    @Test
    void aMarkAtTheStartAndARemarkAtTheEndMeanNothing() {
        Scanner in = over("\uFEFF{} bye", false);
        assertThat(in.first()).isEqualTo(Token.OBJECT);
        in.requireEnd();
        assertThat(reports).containsExactly("6 text after the end: bye; left out");
    }

    @Test
    void theTextOfAMemberIsFoundWhereverItStandsAndReadingGoesOnAsBefore() {
        NameTable tag = NameTable.of(List.of("kind"));
        Scanner in = over("[{\"kind\":\"x\",\"a\":1},{\"a\":2,\"kind\":\"y\"},{\"a\":3}]", false);
        in.first();
        in.enter();
        List<String> tags = new ArrayList<>();
        while (in.nextElement() != Token.NONE) {
            tags.add(String.valueOf(in.textOf(tag)));
            in.enter();
            while (in.nextName(NAMES, 0) != Scanner.END) {
                in.value();
            }
        }
        assertThat(tags).containsExactly("x", "y", "null");
        assertThat(reports).isEmpty();
    }
}
