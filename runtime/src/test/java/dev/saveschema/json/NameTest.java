package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short names are written in whole words, whose ends mean nothing; nothing of that is seen. */
class NameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "twelve_bytes",
                "thirteenbytes",
                "fourteen_bytes",
                "fifteen_bytes__",
                "größe",
                "a \"\\ b",
                "a name that is longer than two words of eight bytes each"
            })
    void aNameIsWrittenAsItIsWhateverItsLength(String text) {
        Name name = Name.of(text);
        String quoted = new String(ByteWriter.quoted(text), UTF_8);
        ByteWriter out = new ByteWriter();
        for (int round = 0; round < 100; round++) {
            out.clear(1 << 20);
            out.raw("x".repeat(round));
            out.raw(name.first());
            out.raw(name.value());
            out.raw(name.next());
            out.raw('!');
            assertThat(new String(out.toByteArray(), UTF_8))
                    .isEqualTo("x".repeat(round) + quoted + ":" + quoted + "," + quoted + ":!");
        }
        assertThat(name).hasToString(text);
    }
}
