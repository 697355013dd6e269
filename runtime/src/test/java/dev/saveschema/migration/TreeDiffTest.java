package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class TreeDiffTest {

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void eachMemberThatWasAddedChangedOrRemovedHasALine() {
        ObjectNode before = object().put("level", 3).put("nick", "Ada").put("gold", 7);
        ObjectNode after = object().put("level", 4).put("nick", "Ada").put("title", "Queen");
        assertThat(TreeDiff.between(before, after))
                .containsExactly("changed level from 3 to 4", "added title = \"Queen\"", "removed gold");
    }

    @Test
    void orderOfMembersIsNoChange() {
        assertThat(TreeDiff.between(
                        object().put("a", 1).put("b", 2), object().put("b", 2).put("a", 1)))
                .isEmpty();
    }

    @Test
    void objectsAndArraysAreShownAsJson() {
        ObjectNode value = object();
        value.putArray("list").add(true).addNull().add("a \"b\"");
        value.putObject("empty");
        assertThat(TreeDiff.text(value)).isEqualTo("{\"list\":[true,null,\"a \\\"b\\\"\"],\"empty\":{}}");
    }

    @Test
    void largeValueIsCutAndControlCharactersAreEscaped() {
        String line = TreeDiff.text(JsonNodeFactory.instance.stringNode("\u001b[2J" + "x".repeat(10_000)));
        assertThat(line).hasSizeLessThan(120).doesNotContain("\u001b").endsWith("…");
    }

    @Test
    void nodeThatIsNotJsonIsSaidToBeThat() {
        assertThat(TreeDiff.text(JsonNodeFactory.instance.pojoNode(new Object())))
                .isEqualTo("something that is not JSON");
    }
}
