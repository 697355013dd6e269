package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteCursorTest {

    private final List<String> reports = new ArrayList<>();
    private int ends;

    private final class Cursor extends ByteCursor {

        Cursor(String document, boolean salvaging) {
            super(document.getBytes(UTF_8), salvaging, new Defect.Listener() {
                @Override
                public void met(Defect defect, String used) {
                    reports.add(defect.offset() + " " + defect.problem() + "; " + used);
                }

                @Override
                public void ended() {
                    ends++;
                }
            });
        }
    }

    @Test
    void whiteSpaceOfAnyLengthIsPassedOver() {
        for (int blanks = 0; blanks < 40; blanks++) {
            Cursor cursor = new Cursor("\r\t\n" + " ".repeat(blanks) + "x", false);
            assertThat(cursor.space()).isEqualTo('x');
            assertThat(cursor.at).isEqualTo(3 + blanks);
            assertThat(new Cursor("\n" + " ".repeat(blanks), false).space()).isEqualTo(ByteCursor.NO_BYTE);
        }
    }

    @Test
    void aByteBeyondAsciiAndAControlCharacterAreNoWhiteSpace() {
        assertThat(new Cursor(" \u00a0", false).space()).isEqualTo(0xc2);
        assertThat(new Cursor(" \u000b", false).space()).isEqualTo(0x0b);
        assertThat(new Cursor(" /", false).space()).isEqualTo('/');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /* c */x     | 7 | 0 a comment: /* c */; left out
            /***/x       | 5 | 0 a comment: /***/; left out
            /*/ * /*/x   | 9 | 0 a comment: /*/ * /*/; left out
            """)
    void aCommentIsPassedOverAndReported(String document, int at, String report) {
        Cursor cursor = new Cursor(document, false);
        assertThat(cursor.space()).isEqualTo('x');
        assertThat(cursor.at).isEqualTo(at);
        cursor.at = 0;
        cursor.space();
        assertThat(reports).as("reported once, however often it is passed over").containsExactly(report);
    }

    @Test
    void aCommentOfALineEndsWithItOrWithTheDocument() {
        Cursor cursor = new Cursor("// one\r\n// two\nx // three", false);
        assertThat(cursor.space()).isEqualTo('x');
        cursor.at++;
        assertThat(cursor.space()).isEqualTo(ByteCursor.NO_BYTE);
        assertThat(reports)
                .containsExactly(
                        "0 a comment: // one; left out",
                        "8 a comment: // two; left out",
                        "17 a comment: // three; left out");
    }

    @Test
    void aCommentWithoutAnEndEndsTheDocument() {
        Cursor cursor = new Cursor("x /*", false);
        cursor.at = 1;
        assertThatThrownBy(cursor::space)
                .isInstanceOf(MalformedContentException.class)
                .hasMessage("line 1, column 3 (byte 2): a comment has no end");
    }

    @Test
    void aPlaceIsALineAndAColumnOfCharactersInWhateverOrderItIsAskedFor() {
        Cursor cursor = new Cursor("ab\n\u00e9\uD83C\uDF0Dc\nd", false);
        assertThat(cursor.place(10)).isEqualTo("line 2, column 4");
        assertThat(cursor.place(9)).isEqualTo("line 2, column 3");
        assertThat(cursor.place(0)).isEqualTo("line 1, column 1");
        assertThat(cursor.place(3)).isEqualTo("line 2, column 1");
        assertThat(cursor.place(11)).isEqualTo("line 3, column 1");
    }

    @Test
    void aColumnIsNotCountedForEverInADocumentOfOneLine() {
        Cursor cursor = new Cursor("x".repeat(100_010), false);
        assertThat(cursor.place(99_999)).isEqualTo("line 1, column 100000");
        assertThat(cursor.place(100_001)).isEqualTo("line 1, column more than 100000");
    }

    @Test
    void whenSalvagingTheDocumentEndsAtItsFirstFaultAndSaysThatOne() {
        Cursor cursor = new Cursor("abc", true);
        cursor.failAt(1, "a comma");
        cursor.failAt(2, "a brace");
        cursor.refuse("too much");
        assertThat(cursor.endedEarly()).isTrue();
        assertThat(cursor.damage()).isEqualTo("line 1, column 2 (byte 1): 'b' is not a comma");
        assertThat(cursor.space()).isEqualTo(ByteCursor.NO_BYTE);
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void whenNotSalvagingAFaultIsThrown() {
        Cursor cursor = new Cursor("a\u0007", false);
        assertThatThrownBy(() -> cursor.failAt(1, "a comma"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessage("line 1, column 2 (byte 1): the control character U+0007 is not a comma");
        assertThatThrownBy(() -> cursor.failAt(2, "a comma"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessage("line 1, column 3 (byte 2): the file ends here, before its last bracket");
        assertThatThrownBy(() -> cursor.refuse("too much")).hasMessage("too much");
    }

    @Test
    void onlyDamageOfTheDiskIsADamagedValueAndTheFirstIsSaid() {
        Cursor cursor = new Cursor("a\nbc", false);
        assertThat(cursor.isSound()).isTrue();
        cursor.noted(new Defect(Defect.Cost.VALUE, 0, "NaN"));
        assertThat(cursor.isSound()).isFalse();
        assertThat(cursor.damagedValue()).isNull();
        cursor.noted(new Defect(Defect.Cost.DAMAGED_VALUE, 2, "first"));
        cursor.noted(new Defect(Defect.Cost.DAMAGED_VALUE, 3, "second"));
        assertThat(cursor.damagedValue()).isEqualTo("line 2, column 1 (byte 2): first");
    }
}
