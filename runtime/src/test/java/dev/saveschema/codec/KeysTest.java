package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void keysAreDecimalNumbers() {
        assertThat(Keys.intKey("0")).isZero();
        assertThat(Keys.intKey("-7")).isEqualTo(-7);
        assertThat(Keys.intKey("+7")).isEqualTo(7);
        assertThat(Keys.intKey("007")).isEqualTo(7);
        assertThat(Keys.intKey("-2147483648")).isEqualTo(Integer.MIN_VALUE);
        assertThat(Keys.longKey("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(Keys.longKey("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void whatIsNoNumberOrTooLargeIsNoKey() {
        for (String text :
                List.of("", " 1", "1 ", "-", "+", "--1", "1-", "1.0", "1e3", "0x1", "١", "x", "0".repeat(41))) {
            assertThat(Keys.longKey(text)).as(text).isNull();
            assertThat(Keys.intKey(text)).as(text).isNull();
        }
        assertThat(Keys.intKey("2147483648")).isNull();
        assertThat(Keys.longKey("9223372036854775808")).isNull();
    }
}
