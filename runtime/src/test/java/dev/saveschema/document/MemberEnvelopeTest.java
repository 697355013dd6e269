package dev.saveschema.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class MemberEnvelopeTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final MemberEnvelope FORMAT = new MemberEnvelope("format");

    @Test
    void versionIsTheMembersWholeNumber() {
        assertThat(FORMAT.version(NODES.objectNode().put("format", 4))).isEqualTo(4);
        assertThat(FORMAT.version(NODES.objectNode().put("format", 4.0))).isEqualTo(4);
    }

    @Test
    void documentWithoutTheMemberIsOfNoVersion() {
        assertThat(FORMAT.version(NODES.objectNode())).isZero();
        assertThat(FORMAT.version(NODES.arrayNode())).isZero();
    }

    @Test
    void anythingElseIsRefusedWithItsText() {
        for (JsonNode bad : List.of(
                NODES.stringNode("4"),
                NODES.numberNode(0),
                NODES.numberNode(-4),
                NODES.numberNode(4.5),
                NODES.numberNode(1L << 40),
                NODES.nullNode())) {
            assertThatThrownBy(() -> FORMAT.version(NODES.objectNode().set("format", bad)))
                    .as("%s", bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("format is " + bad + ", which is no version");
        }
    }

    @Test
    void stampPutsTheVersionFirstAndKeepsTheOrderOfTheRest() {
        ObjectNode root = NODES.objectNode().put("b", 1).put("format", 3).put("a", 2);
        FORMAT.stamp(root, 4);
        assertThat(root.propertyNames()).startsWith("format");
        assertThat(root.path("a").intValue()).isEqualTo(2);
        assertThat(FORMAT.version(root)).isEqualTo(4);
    }
}
