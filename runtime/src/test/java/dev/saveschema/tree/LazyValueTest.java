package dev.saveschema.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.ByteWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class LazyValueTest {

    private static Map<String, Object> members(String json) {
        return ((LazyObject) LazyDocument.of(json.getBytes(UTF_8), LoadLimits.defaults())
                        .root())
                .held();
    }

    private static final Map<String, Object> MEMBERS = members("{\"a\":1,\"b\":2,\"c\":1,\"d\":1 ,\"e\":\"\\u0041\"}");

    @Test
    void valuesWithTheSameBytesAreTheSameInOneDocumentAndInTwo() {
        Map<String, Object> others = members("{\"x\":1,\"y\":3}");
        assertThat(LazyValue.areSame(MEMBERS.get("a"), MEMBERS.get("a"))).isTrue();
        assertThat(LazyValue.areSame(MEMBERS.get("a"), MEMBERS.get("c"))).isTrue();
        assertThat(LazyValue.areSame(MEMBERS.get("a"), MEMBERS.get("b"))).isFalse();
        assertThat(LazyValue.areSame(MEMBERS.get("a"), others.get("x"))).isTrue();
        assertThat(LazyValue.areSame(MEMBERS.get("b"), others.get("y"))).isFalse();
        assertThat(LazyValue.areSame(MEMBERS.get("a"), null)).isFalse();
    }

    @Test
    void valuesThatAreSpelledDifferentlyAreEqualAndNotTheSame() {
        Object plain = members("{\"e\":\"A\"}").get("e");
        assertThat(LazyValue.areSame(MEMBERS.get("e"), plain)).isFalse();
        assertThat(LazyValue.areEqual(MEMBERS.get("e"), plain)).isTrue();
        assertThat(LazyValue.areEqual(MEMBERS.get("b"), JsonNodeFactory.instance.numberNode(2)))
                .isTrue();
        assertThat(LazyValue.areEqual(MEMBERS.get("b"), JsonNodeFactory.instance.numberNode(3)))
                .isFalse();
    }

    @Test
    void aValueIsWrittenAsItStands() {
        ByteWriter out = new ByteWriter();
        ((LazyValue) MEMBERS.get("e")).writeTo(out);
        ((LazyValue) MEMBERS.get("d")).writeTo(out);
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo("\"\\u0041\"1");
    }
}
