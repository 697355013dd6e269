package dev.saveschema.json;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodingTest {

    @Test
    void otherEncodingsAreTold() {
        for (var encoding : new java.nio.charset.Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
            assertThatThrownBy(() -> Encoding.requireUtf8("{\"a\": 1}".getBytes(encoding)))
                    .isInstanceOf(MalformedContentException.class)
                    .hasMessageContaining("UTF-16");
        }
        assertThatThrownBy(() -> Encoding.requireUtf8(new byte[] {0, 0, 0, '{'}))
                .hasMessageContaining("begins with zero bytes");
    }

    @Test
    void utf8IsLetPass() {
        for (String text : new String[] {"", "{", "{}", "\uFEFF{}", "{\"é\": \"\uD83C\uDF0D\"}"}) {
            assertThatCode(() -> Encoding.requireUtf8(text.getBytes(StandardCharsets.UTF_8)))
                    .doesNotThrowAnyException();
        }
    }
}
