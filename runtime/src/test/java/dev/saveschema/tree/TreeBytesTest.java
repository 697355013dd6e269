package dev.saveschema.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

class TreeBytesTest {

    private static String written(JsonNode tree, int nesting) {
        return new String(TreeBytes.of(tree, nesting), UTF_8);
    }

    @Test
    void everyKindOfNodeIsWrittenAsItsJson() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        all.add(-1)
                .add(1L << 40)
                .add(BigInteger.TEN.pow(20))
                .add(new BigDecimal("1.50"))
                .add(0.1)
                .add(0.1f);
        all.add(true)
                .add(false)
                .addNull()
                .add("a\"é\n")
                .addObject()
                .put("x\t", 1)
                .put("y", 2);
        String json = written(all, 10);
        assertThat(json)
                .isEqualTo("[-1,1099511627776,100000000000000000000,1.50,0.1,0.1,true,false,null,\"a\\\"é\\n\","
                        + "{\"x\\t\":1,\"y\":2}]");
        assertThat(JsonMapper.shared().readTree(json)).hasSize(11);
    }

    @Test
    void whatAStepLeftThatIsNoJsonIsAValueThatIsNone() {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        tree.add(Double.NaN).add(Float.POSITIVE_INFINITY).add(new byte[] {1}).addPOJO(this);
        assertThat(written(tree, 10)).isEqualTo("[?,?,?,?]");
    }

    @Test
    void whatIsNestedTooDeepIsWrittenAsIfItWasEmpty() {
        JsonNode tree = JsonMapper.shared().readTree("{\"a\":[{\"b\":1}],\"c\":[2]}");
        assertThat(written(tree, 3)).isEqualTo("{\"a\":[{\"b\":1}],\"c\":[2]}");
        assertThat(written(tree, 2)).isEqualTo("{\"a\":[{}],\"c\":[2]}");
        assertThat(written(tree, 1)).isEqualTo("{\"a\":[],\"c\":[]}");
    }

    @Test
    void aTreeThatAStepPutIntoItselfIsWrittenOneLevelDeeperThanItIsRead() {
        ArrayNode loop = JsonNodeFactory.instance.arrayNode();
        loop.add(loop);
        assertThat(written(loop, 4)).isEqualTo("[[[[[]]]]]");
    }
}
