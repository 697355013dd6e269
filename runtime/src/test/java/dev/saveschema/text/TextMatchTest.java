package dev.saveschema.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text from a file costs no more than so many steps, whatever the expression. */
class TextMatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a+| aaa", "(a+)+b| aaab", "[a-z]{2,4}| abc", "(?i)x.*| XYZ", "(.)\\1| zz", ".*.*b| ab"})
    void whatMatchesMatches(String regex, String text) {
        assertThat(new TextMatch().mismatch(Pattern.compile(regex), text)).isNull();
    }

    @Test
    void whatDoesNotMatchIsToldTheExpression() {
        assertThat(new TextMatch().mismatch(Pattern.compile("[a-z]*"), "A")).isEqualTo("does not match [a-z]*");
        assertThat(new TextMatch().mismatch(Pattern.compile("a\u001b[b]"), "A"))
                .isEqualTo("does not match a\\u001b[b]");
    }

    /** The classics, of which some are slow in the JDK 17 and quick in a later one; none may hang. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+b",
                "(a|aa){60}b",
                "(a+)+\\1b",
                "(a*)*b",
                "(a|a)*b",
                "(a|aa)+b",
                "(a|a?)+b",
                "(.*a){25}b",
                "(.*)*\\1b",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(a?){60}a{60}",
                "(?:a?a?)*b",
                "([a-zA-Z]+)*\\d"
            })
    void aCatastrophicPatternDoesNotHang(String regex) {
        Pattern pattern = Pattern.compile(regex);
        for (int length : new int[] {30, 1_000, TextMatch.LONGEST}) {
            assertThat(new TextMatch().mismatch(pattern, "a".repeat(length) + "!"))
                    .isNotNull();
        }
    }

    @Test
    void whatIsGivenUpSaysSo() {
        assertThat(new TextMatch().mismatch(Pattern.compile("(a|aa){60}b"), "a".repeat(100)))
                .isEqualTo("takes too long to match against (a|aa){60}b");
        assertThat(new TextMatch().mismatch(Pattern.compile("(a|b)*c"), "ab".repeat(32_000)))
                .isIn("does not match (a|b)*c", "is too long to match against (a|b)*c");
    }

    /** A list of a million texts must not do what one text cannot. */
    @Test
    void allTextsOfAFileShareWhatIsMoreThanOrdinary() {
        TextMatch matching = new TextMatch();
        Pattern slow = Pattern.compile("(a|aa){60}b");
        for (int text = 0; text < 10; text++) {
            assertThat(matching.mismatch(slow, "a".repeat(100))).startsWith("takes too long");
        }
        for (int text = 0; text < 10_000; text++) {
            assertThat(matching.mismatch(slow, "a".repeat(100))).startsWith("takes too long");
        }
        assertThat(matching.mismatch(Pattern.compile("[ab]*"), "ab".repeat(32_000)))
                .as("an ordinary expression has nothing to fear from the others")
                .isNull();
    }

    @Test
    void aLongTextIsNotMatchedAtAll() {
        Pattern any = Pattern.compile(".*");
        assertThat(new TextMatch().mismatch(any, "a".repeat(65_536))).isNull();
        assertThat(new TextMatch().mismatch(any, "a".repeat(65_537)))
                .isEqualTo("is 65,537 characters long; at most 65,536 are matched against a pattern");
    }
}
