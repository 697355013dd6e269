package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A text is read eight bytes at a time, so that what is special in it is tried at every place of a word, with more words behind it and
 * at the very end of the document.
 */
class TextScannerTest {

    private final List<String> reports = new ArrayList<>();

    private Scanner over(byte[] document, boolean salvaging) {
        Scanner in = new Scanner(
                document,
                salvaging,
                (defect, used) -> reports.add(defect.offset() + " " + defect.problem() + "; " + used));
        in.first();
        return in;
    }

    private Scanner over(String document) {
        return over(document.getBytes(UTF_8), true);
    }

    /** A document that is one text of these bytes. */
    private Scanner text(int... content) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.write('"');
        for (int b : content) {
            document.write(b);
        }
        document.write('"');
        return over(document.toByteArray(), true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            \\n            | ^
            ^
            \\"            | "
            \\\\           | ^\\^
            \\/            | /
            \\u00e9        | é
            \\ud83c\\udf0d | 🌍
            é              | é
            €              | €
            🌍             | 🌍
            """)
    void whatIsSpecialIsReadAtEveryPlaceOfAWord(String spelled, String meant) {
        for (int before = 0; before <= 17; before++) {
            for (int behind = 0; behind <= 17; behind++) {
                String document = '"' + "a".repeat(before) + spelled + "b".repeat(behind) + '"';
                Scanner in = over(document);
                assertThat(in.text()).as(document).isEqualTo("a".repeat(before) + meant + "b".repeat(behind));
                in.requireEnd();
                Scanner skipping = over(document);
                skipping.skip();
                skipping.requireEnd();
                assertThat(skipping.endedEarly()).as(document).isFalse();
            }
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void aQuoteEndsATextAtEveryPlaceOfAWord() {
        for (int length = 0; length <= 17; length++) {
            String text = "a".repeat(length);
            Scanner in = over("[\"" + text + "\",\"next text\"]");
            in.enter();
            in.nextElement();
            assertThat(in.text()).isEqualTo(text);
            in.nextElement();
            assertThat(in.text()).isEqualTo("next text");
        }
    }

    @Test
    void aTextWithoutAnEndIsDamageHoweverLongItIs() {
        for (String rest : List.of("", "\\", "\\u00", "a\nb\"")) {
            for (int length = 0; length <= 17; length++) {
                Scanner in = over('"' + "a".repeat(length) + rest);
                assertThat(in.text()).isNull();
                assertThat(in.endedEarly()).as(rest + length).isTrue();
                assertThat(in.damage()).startsWith("line 1, column 1 (byte 0): a text has no end");
            }
        }
    }

    @Test
    void bytesThatAreNoUtf8AreNoTextAndReadingGoesOnBehindThem() {
        int[][] broken = {{0xff}, {0xc3}, {0xe2, 0x82}, {0xed, 0xa0, 0x80}, {0xc0, 0x80}, {0xf5, 0x80, 0x80, 0x80}};
        for (int[] content : broken) {
            Scanner in = text(content);
            assertThat(in.text()).isNull();
            assertThat(in.token()).isEqualTo(Token.BROKEN);
            assertThat(in.cost()).isEqualTo(Defect.Cost.VALUE);
            assertThat(in.problem()).isEqualTo("line 1, column 1: text that is not UTF-8");
            in.requireEnd();
            assertThat(in.endedEarly()).isFalse();
        }
    }

    @Test
    void aReplacementCharacterThatStandsInTheFileIsAText() {
        Scanner in = over("\"a\uFFFDb\"");
        assertThat(in.text()).isEqualTo("a\uFFFDb");
        assertThat(in.isSound()).isTrue();
    }

    @Test
    void aHalfOfAPairIsKeptAsItIsWritten() {
        assertThat(over("\"\\ud83c!\"").text()).isEqualTo("\ud83c!");
        assertThat(over("\"é\\udf0d\"").text()).isEqualTo("é\udf0d");
    }

    @Test
    void aHalfOfAPairHidesNoBytesThatAreNoUtf8() {
        assertThat(text('\\', 'u', 'd', '8', '3', 'c', 0xff).text()).isNull();
    }

    @Test
    void aTabIsKeptAndReportedOnce() {
        Scanner in = over("\"a\tb\tc\"");
        assertThat(in.text()).isEqualTo("a\tb\tc");
        assertThat(reports).containsExactly("2 a text has a tab that is not escaped; kept it");
    }

    @Test
    void aControlCharacterIsTheWorseDefectOfTwo() {
        Scanner in = over("\"a\\qb\u0001c\"");
        assertThat(in.text()).isNull();
        assertThat(in.cost()).isEqualTo(Defect.Cost.DAMAGED_VALUE);
        assertThat(in.problem()).endsWith("text with the control character U+0001");
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 600, 5_000})
    void aLongTextWithEscapesIsReadInOneArrayThatGrows(int length) {
        assertThat(over('"' + "\\n".repeat(length) + '"').text()).isEqualTo("\n".repeat(length));
        assertThat(over("\"\\n" + "x".repeat(length) + '"').text()).isEqualTo("\n" + "x".repeat(length));
        assertThat(over('"' + "x".repeat(length) + "\\n\"").text()).isEqualTo("x".repeat(length) + "\n");
    }

    @Test
    void oneTextDoesNotShowInTheNext() {
        Scanner in = over("[\"a\\nlong text with an escape\",\"b\\t\"]");
        in.enter();
        in.nextElement();
        assertThat(in.text()).isEqualTo("a\nlong text with an escape");
        in.nextElement();
        assertThat(in.text()).isEqualTo("b\t");
    }
}
