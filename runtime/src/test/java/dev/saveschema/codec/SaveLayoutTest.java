package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A member a line, short arrays on one. */
class SaveLayoutTest {

    private static final LoadLimits DEEP = LoadLimits.defaults().nesting(1_000);

    private static final MemberName A = MemberName.of("a");
    private static final MemberName B = MemberName.of("b");

    @Test
    void whatIsEmptyStaysOnItsLine() {
        assertThat(laidOut(out -> {
                    out.beginObject();
                    out.name(A);
                    out.beginArray();
                    out.endArray();
                    out.name(B);
                    out.beginLines();
                    out.endArray();
                    out.endObject();
                }))
                .isEqualTo("{\n  \"a\": [],\n  \"b\": []\n}");
    }

    @Test
    void linesAreForTheNextArrayAlone() {
        assertThat(laidOut(out -> {
                    out.beginLines();
                    out.beginArray();
                    out.write(1);
                    out.write(2);
                    out.endArray();
                    out.beginObject();
                    out.name(A).write("x");
                    out.endObject();
                    out.endArray();
                }))
                .isEqualTo("[\n  [1, 2],\n  {\n    \"a\": \"x\"\n  }\n]");
    }

    @Test
    void whatIsVeryDeepIsIndentedNoFurther() {
        String text = laidOut(out -> {
            for (int depth = 0; depth < 400; depth++) {
                out.beginLines();
            }
            out.write(1);
            for (int depth = 0; depth < 400; depth++) {
                out.endArray();
            }
        });
        assertThat(text.lines().mapToInt(String::length).max()).hasValue(2 * 256 + 1);
        assertThat(text.replaceAll("\\s", "")).isEqualTo("[".repeat(400) + "1" + "]".repeat(400));
    }

    private static String laidOut(Consumer<SaveWriter> content) {
        ByteWriter bytes = new ByteWriter();
        content.accept(new SaveWriter(bytes, true, DEEP, 0, ValueWriter.Outer.NONE));
        return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
    }
}
