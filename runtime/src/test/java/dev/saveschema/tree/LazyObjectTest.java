package dev.saveschema.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LazyObjectTest {

    private static LazyObject object(String json) {
        return (LazyObject)
                LazyDocument.of(json.getBytes(UTF_8), LoadLimits.defaults()).root();
    }

    private static JsonNode whole(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void neitherOfTwoObjectsThatShareTheirMembersSeesAChangeOfTheOther() {
        LazyObject one = object("{\"a\":1,\"b\":2}");
        LazyObject other = one.shared();
        other.put("a", 9).remove("b");
        assertThat(one).isEqualTo(whole("{\"a\":1,\"b\":2}"));
        LazyObject third = one.shared();
        one.put("c", 3);
        assertThat(third).isEqualTo(whole("{\"a\":1,\"b\":2}"));
        assertThat(other).isEqualTo(whole("{\"a\":9}"));
        LazyObject fourth = one.shared();
        fourth.properties().removeIf(member -> member.getKey().equals("a"));
        fourth.properties().iterator().next().setValue(fourth.stringNode("two"));
        assertThat(one).isEqualTo(whole("{\"a\":1,\"b\":2,\"c\":3}"));
        assertThat(fourth).isEqualTo(whole("{\"b\":\"two\",\"c\":3}"));
    }

    @Test
    void aMemberIsTheSameNodeEachTimeSoThatAChangeOfItIsKept() {
        LazyObject object = object("{\"a\":{\"x\":1},\"b\":{\"x\":2}}");
        ((ObjectNode) object.get("a")).put("x", 9);
        assertThat(object.get("a")).isSameAs(object.get("a"));
        Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
        assertThat(members.next().getValue()).isSameAs(object.get("a"));
        ((ObjectNode) members.next().getValue()).put("x", 8);
        assertThat(object).isEqualTo(whole("{\"a\":{\"x\":9},\"b\":{\"x\":8}}"));
    }

    @Test
    void aMemberIsRenamedOnlyIfItIsThereAndTheNewNameIsFree() {
        LazyObject object = object("{\"a\":{\"x\":1},\"b\":2}");
        assertThat(object.renamed("a", "b")).isFalse();
        assertThat(object.renamed("none", "c")).isFalse();
        assertThat(object.renamed("a", "c")).isTrue();
        assertThat(object).hasToString("{\"b\":2,\"c\":{\"x\":1}}");
    }

    @Test
    void anObjectThatNobodyAskedIsUnread() {
        LazyObject object = object("{\"a\":{\"x\":1}}");
        assertThat(object.isUnread()).isTrue();
        LazyObject inner = (LazyObject) object.get("a");
        assertThat(object.isUnread()).isFalse();
        assertThat(inner.isUnread()).isTrue();
    }
}
