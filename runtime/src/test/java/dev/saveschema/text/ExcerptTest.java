package dev.saveschema.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void ordinaryTextIsLeftAlone() {
        assertThat(Excerpt.oneLine("Zoë, 日本, 😀 and 'quotes'")).isEqualTo("Zoë, 日本, 😀 and 'quotes'");
        assertThat(Excerpt.quoted("say \"hi\"")).isEqualTo("\"say \\\"hi\\\"\"");
    }

    @Test
    void whatATerminalWouldActOnIsEscaped() {
        assertThat(Excerpt.oneLine("a\u001b[31m\n\r\t\0\u0085\u009b"))
                .isEqualTo("a\\u001b[31m\\n\\r\\t\\u0000\\u0085\\u009b");
        assertThat(Excerpt.oneLine("\u202e\u2066\u200f\ufeff\u2028\u2029"))
                .isEqualTo("\\u202e\\u2066\\u200f\\ufeff\\u2028\\u2029");
    }

    @Test
    void halvesOfSurrogatePairsAreEscaped() {
        assertThat(Excerpt.oneLine("a\ud83db\ude00")).isEqualTo("a\\ud83db\\ude00");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(Excerpt.oneLine("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Excerpt.oneLine("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
        assertThat(Excerpt.oneLine("x" + "😀".repeat(50))).isEqualTo("x" + "😀".repeat(40) + "…");
        assertThat(Excerpt.oneLine("\0".repeat(1_000_000)).length()).isLessThan(90);
    }

    @Test
    void anExceptionIsItsMessageOrTheNameOfItsClass() {
        assertThat(Excerpt.oneLine(new IllegalStateException("two\nlines"))).isEqualTo("two\\nlines");
        assertThat(Excerpt.oneLine(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(Excerpt.oneLine(new IllegalStateException("x".repeat(500)))).hasSizeLessThan(100);
    }
}
