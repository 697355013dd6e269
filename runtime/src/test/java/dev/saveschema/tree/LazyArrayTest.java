package dev.saveschema.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LazyArrayTest {

    private static LazyArray array(String json) {
        return (LazyArray) LazyDocument.of(("{\"array\":" + json + "}").getBytes(UTF_8), LoadLimits.defaults())
                .root()
                .get("array");
    }

    private static JsonNode whole(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void anElementIsTheSameNodeEachTimeSoThatAChangeOfItIsKept() {
        LazyArray array = array("[{\"x\":1},{\"x\":2}]");
        ((ObjectNode) array.get(0)).put("x", 9);
        array.forEach(element -> ((ObjectNode) element).put("y", 1));
        assertThat(array).isEqualTo(whole("[{\"x\":9,\"y\":1},{\"x\":2,\"y\":1}]"));
    }

    @Test
    void elementsAreAddedReplacedAndRemovedAtTheirPlaces() {
        LazyArray array = array("[1,\"b\",[2],null]");
        assertThat(array.remove(1)).isEqualTo(whole("\"b\""));
        assertThat(array.set(1, "c")).isSameAs(array);
        array.insert(0, true).add(3);
        assertThat(array).isEqualTo(whole("[true,1,\"c\",null,3]"));
        array.removeAll();
        assertThat(array).isEqualTo(whole("[]"));
    }

    @Test
    void anArrayWithOtherElementsLeavesTheFirstAsItIs() {
        LazyArray array = array("[1,2]");
        List<Object> elements = new ArrayList<>(array.held());
        elements.remove(0);
        assertThat(array.with(elements)).isEqualTo(whole("[2]"));
        assertThat(array).isEqualTo(whole("[1,2]"));
    }
}
