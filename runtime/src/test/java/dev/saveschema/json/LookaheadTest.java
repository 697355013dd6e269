package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A member's text is found before reading comes to it, and reading is then where it was. */
class LookaheadTest {

    private static final NameTable TYPE = NameTable.of(List.of("type"));

    @Test
    void theMemberIsFoundWhereverItStandsInItsObject() {
        assertThat(typeOf("{\"type\":\"dog\",\"legs\":4}")).isEqualTo("dog");
        assertThat(typeOf("{\"legs\":4,\"of\":{\"type\":\"cat\"},\"all\":[{\"type\":\"ant\"}],\"type\":\"dog\"}"))
                .isEqualTo("dog");
        assertThat(typeOf("{\"name\":\"\\\"type\\\":\\\"cat\\\"\",\"type\":\"d\\u006fg\"}"))
                .isEqualTo("dog");
    }

    @Test
    void theFirstOfTwoCounts() {
        assertThat(typeOf("{\"legs\":4,\"type\":\"dog\",\"type\":\"cat\"}")).isEqualTo("dog");
    }

    @Test
    void anObjectWithoutItHasNone() {
        assertThat(typeOf("{\"of\":{\"type\":\"cat\"}}")).isNull();
        assertThat(typeOf("{\"legs\":4,\"type\":5}")).isNull();
        assertThat(typeOf("{}")).isNull();
        assertThat(typeOf("{\"legs\":")).isNull();
    }

    /** Passed over for every level anew, so many objects in objects would take hours. */
    @Test
    void objectsInObjectsArePassedOverOnce() {
        int levels = 50_000;
        String document = "{\"a\":".repeat(levels) + "1" + ",\"type\":\"dog\"}".repeat(levels);
        Scanner in = new Scanner(document.getBytes(UTF_8), false, (defect, used) -> {});
        in.first();
        for (int level = 0; level < levels; level++) {
            assertThat(in.textOf(TYPE)).isEqualTo("dog");
            in.enter();
            in.nextName(TYPE, 0);
            in.value();
        }
        assertThat(in.token()).isEqualTo(Token.NUMBER);
    }

    private static String typeOf(String object) {
        Scanner in = new Scanner(("[" + object + ",7]").getBytes(UTF_8), true, (defect, used) -> {});
        in.first();
        in.enter();
        in.nextElement();
        String type = in.textOf(TYPE);
        assertThat(in.token()).isEqualTo(Token.OBJECT);
        in.skip();
        if (!in.endedEarly()) {
            assertThat(in.nextElement()).as("reading goes on behind it").isEqualTo(Token.NUMBER);
        }
        return type;
    }
}
