package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class TreeWriterTest {

    @Test
    void everyKindOfNodeIsWrittenAsItsJson() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        all.add(1)
                .add(1L << 40)
                .add(BigDecimal.TEN.pow(30).toBigInteger())
                .add(0.1f)
                .add(0.1)
                .add(new BigDecimal("1.50"));
        all.add(true).addNull().add("é\n").addObject().put("a b", 1);
        assertThat(Written.of(out -> out.write(all)))
                .isEqualTo(
                        "[1,1099511627776,1000000000000000000000000000000,0.1,0.1,1.50,true,null,\"é\\n\",{\"a b\":1}]");
    }

    @Test
    void aNodeThatIsNoJsonIsRefusedAtItsPlace() {
        JsonNode bytes = JsonNodeFactory.instance.objectNode().put("a", new byte[] {1});
        assertThatThrownBy(() -> Written.of(Written.member(out -> out.write(bytes))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("v.a: a binary node cannot be saved; it is not JSON");
    }

    @Test
    void onlyAnArrayOfObjectsOrArraysTakesALineForEachElement() {
        DocumentOutput out = new DocumentOutput();
        out.value(true, LoadLimits.defaults()).write(JsonValue.of("{\"a\":[1,2],\"b\":[1,[2]]}"));
        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("{\n  \"a\": [1, 2],\n  \"b\": [\n    1,\n    [2]\n  ]\n}");
    }
}
