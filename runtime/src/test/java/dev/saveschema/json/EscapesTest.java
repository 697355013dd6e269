package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {

    private final byte[] out = new byte[Utf8.LONGEST];

    private int write(String escape) {
        return Escapes.write(escape.getBytes(StandardCharsets.ISO_8859_1), 0, out, 0);
    }

    private String written(int used) {
        return new String(out, 0, Escapes.written(used), StandardCharsets.UTF_8);
    }

    @Test
    void aLetterStandsForACharacter() {
        String[] escapes = {"\\n", "\\t", "\\r", "\\b", "\\f", "\\\"", "\\\\", "\\/"};
        String[] meant = {"\n", "\t", "\r", "\b", "\f", "\"", "\\", "/"};
        for (int each = 0; each < escapes.length; each++) {
            int used = write(escapes[each]);
            assertThat(written(used)).isEqualTo(meant[each]);
            assertThat(Escapes.read(used)).isEqualTo(2);
        }
    }

    @Test
    void digitsStandForAnyCharacterInUtf8() {
        for (int unit = 0; unit < Character.MIN_SURROGATE; unit++) {
            int used = write("\\u%04x".formatted(unit));
            assertThat(written(used)).isEqualTo(String.valueOf((char) unit));
            assertThat(Escapes.read(used)).isEqualTo(6);
            assertThat(Escapes.isHalf(used)).isFalse();
        }
    }

    @Test
    void aPairOfSurrogatesIsOneCharacter() {
        int used = write("\\ud83c\\uDF0D");
        assertThat(written(used)).isEqualTo("🌍");
        assertThat(Escapes.read(used)).isEqualTo(12);
        assertThat(Escapes.isHalf(used)).isFalse();
    }

    @Test
    void halfAPairIsKeptAsSuch() {
        for (String half : new String[] {"\\udf0d", "\\ud83c", "\\ud83c\\ud83c", "\\ud83c\\n", "\\ud83c\\u00"}) {
            int used = write(half);
            assertThat(Escapes.isHalf(used)).as(half).isTrue();
            assertThat(Escapes.read(used)).isEqualTo(6);
            assertThat(Escapes.withHalves(out, Escapes.written(used)))
                    .isEqualTo(String.valueOf((char) Integer.parseInt(half.substring(2, 6), 16)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\x", "\\U0041", "\\u", "\\u12", "\\u123g", "\\0", "\\'"})
    void everythingElseIsNoEscape(String escape) {
        assertThat(write(escape)).isNegative();
    }
}
