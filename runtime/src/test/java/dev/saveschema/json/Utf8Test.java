package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void everyCharacterIsWrittenAsStringDoes() {
        byte[] out = new byte[1 + Utf8.LONGEST];
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                int end = Utf8.write(c, out, 1);
                assertThat(new String(out, 1, end - 1, StandardCharsets.UTF_8)).isEqualTo(Character.toString(c));
            }
        }
    }

    @Test
    void halfASurrogatePairBecomesThreeBytesThatAreNoUtf8() {
        byte[] out = new byte[Utf8.LONGEST];
        assertThat(Utf8.write(0xd83c, out, 0)).isEqualTo(3);
        assertThat(Utf8.isValid(out, 0, 3)).isFalse();
    }

    @Test
    void aReplacementCharacterIsValidAndWhatItStandsForIsNot() {
        byte[] replacement = "a\uFFFDb".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.isValid(replacement, 0, replacement.length)).isTrue();
        assertThat(Utf8.isValid(replacement, 0, 2)).isFalse();
        assertThat(Utf8.isValid(new byte[] {(byte) 0xc0, (byte) 0x80}, 0, 2)).isFalse();
    }
}
