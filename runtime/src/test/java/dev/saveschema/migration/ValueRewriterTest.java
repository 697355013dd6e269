package dev.saveschema.migration;

import static dev.saveschema.migration.MigrationStep.Descent.ELEMENTS;
import static dev.saveschema.migration.MigrationStep.Descent.KEYS;
import static dev.saveschema.migration.MigrationStep.Descent.VALUES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.codec.JsonValue;
import dev.saveschema.migration.MigrationStep.Descent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A visitor that notes each value, removes {@code "gone"}, and puts {@code "new"} in place of {@code "old"}. */
class ValueRewriterTest {

    private final List<String> visited = new ArrayList<>();

    private String rewritten(String json, Descent... descents) {
        ObjectNode object = (ObjectNode) JsonValue.of(json);
        ValueRewriter rewriter = new ValueRewriter(List.of(descents), (value, pointer) -> {
            visited.add(pointer + " " + value);
            return switch (value.asString("")) {
                case "gone" -> null;
                case "old" -> value.isString() ? object.stringNode("new") : value;
                default -> value;
            };
        });
        rewriter.visit(object, "m", "/m");
        return object.toString();
    }

    @Test
    void theValueAtTheMemberIsVisited() {
        assertThat(rewritten("{\"m\":\"old\",\"n\":\"old\"}")).isEqualTo("{\"m\":\"new\",\"n\":\"old\"}");
        assertThat(rewritten("{\"m\":\"gone\"}")).isEqualTo("{}");
        assertThat(rewritten("{}")).isEqualTo("{}");
        assertThat(visited).containsExactly("/m \"old\"", "/m \"gone\"");
    }

    @Test
    void eachElementIsVisitedAtThePlaceThatItHadBeforeAnyWasRemoved() {
        assertThat(rewritten("{\"m\":[\"gone\",\"old\",1]}", ELEMENTS)).isEqualTo("{\"m\":[\"new\",1]}");
        assertThat(visited).containsExactly("/m/0 \"gone\"", "/m/1 \"old\"", "/m/2 1");
    }

    @Test
    void eachValueOfAMapIsVisitedAtItsEscapedName() {
        assertThat(rewritten("{\"m\":{\"a/b\":[\"old\"],\"c\":[\"gone\"],\"d\":\"old\"}}", VALUES, ELEMENTS))
                .isEqualTo("{\"m\":{\"a/b\":[\"new\"],\"c\":[],\"d\":\"old\"}}");
        assertThat(visited).containsExactly("/m/a~1b/0 \"old\"", "/m/c/0 \"gone\"");
        assertThat(rewritten("{\"m\":{\"a\":\"gone\",\"b\":\"old\",\"c\":1}}", VALUES))
                .isEqualTo("{\"m\":{\"b\":\"new\",\"c\":1}}");
    }

    @Test
    void keysKeepTheirOrderAndOfTwoThatBecomeTheSameTheLaterCounts() {
        assertThat(rewritten("{\"m\":{\"x\":1,\"old\":2,\"gone\":3,\"y\":4}}", KEYS))
                .isEqualTo("{\"m\":{\"x\":1,\"new\":2,\"y\":4}}");
        assertThat(rewritten("{\"m\":{\"old\":1,\"new\":2}}", KEYS)).isEqualTo("{\"m\":{\"new\":2}}");
    }

    @Test
    void whatIsOfAnotherTypeThanTheDescentGoesThroughIsLeftAlone() {
        assertThat(rewritten("{\"m\":{\"a\":\"old\"}}", ELEMENTS)).isEqualTo("{\"m\":{\"a\":\"old\"}}");
        assertThat(rewritten("{\"m\":[\"old\"]}", VALUES)).isEqualTo("{\"m\":[\"old\"]}");
        assertThat(rewritten("{\"m\":\"old\"}", KEYS)).isEqualTo("{\"m\":\"old\"}");
        assertThat(visited).isEmpty();
    }
}
