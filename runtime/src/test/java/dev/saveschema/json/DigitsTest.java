package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void everyLengthIsWrittenAsTheJdkWritesIt() {
        byte[] out = new byte[1 + Digits.ROOM];
        ByteBuffer words = Swar.over(out);
        for (long power = 1; power > 0 && power <= 1_000_000_000_000_000_000L; power *= 10) {
            for (long number : new long[] {power - 1, power, power + 1, power * 5 + 7, power * 9}) {
                if (number >= 0) {
                    int end = Digits.write(number, words, 1);
                    assertThat(new String(out, 1, end - 1, StandardCharsets.US_ASCII))
                            .isEqualTo(Long.toString(number));
                }
            }
        }
        int end = Digits.write(Long.MAX_VALUE, words, 1);
        assertThat(new String(out, 1, end - 1, StandardCharsets.US_ASCII)).isEqualTo(Long.toString(Long.MAX_VALUE));
    }
}
