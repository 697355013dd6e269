package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@code JsonNode} is kept as it is. */
class AnyJsonTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Plugins", """
                @SaveSchema(version = 1)
                public record Plugins(
                    @Default("{\\"a\\": [1, 2.50, -0.0, null, \\"x\\"], \\"b\\": {}}") JsonNode data, List<JsonNode> list,
                    @Default("{\\"k\\": null}") Map<String, JsonNode> map, Set<JsonNode> set) {}
                """).schema("Plugins");
    }

    private static String json(String data) {
        return "{\"$version\":1,\"data\":" + data + ",\"list\":[],\"map\":{},\"set\":[]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "\"\"",
                "{}",
                "[]",
                "0",
                "-1",
                "2147483648",
                "123456789012345678901234567890",
                "0.1",
                "1.50",
                "-0.0",
                "100.0",
                "2.0E23",
                "0.1000000000000000055511151231257827021181583404541015625",
                "1E+400",
                "{\"$version\":7,\"\":[[],{},null,[{\"deep\":\"\\u0000\"}]],\"b\":1,\"a\":2}"
            })
    void whateverStandsThereIsKeptToTheLetter(String data) {
        var document = Running.read(schema, json(data));
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(json(data));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.9E-2",
                "4.90E-2",
                "1E2",
                "1.0E2",
                "1.0E7",
                "1E7",
                "1.0E+7",
                "-0.0e0",
                "-0.00",
                "0e5",
                "1E-7",
                "1.0E-7",
                "5e-324",
                "14E00",
                "2.0E1",
                "-0E0",
                "1E400",
                "12345678901234567890E0",
                "9223372036854775807E0"
            })
    void aNumberIsTheSameNodeWhenItIsSavedAndLoadedAgain(String number) {
        Object once = Running.read(schema, json(number)).value();
        assertThat(Running.read(schema, Running.write(schema, once)).value()).isEqualTo(once);
    }

    @Test
    void nodesAreThoseThatOneWouldMake() {
        Object value = Running.with(
                schema.defaultValue(),
                "data",
                NODES.objectNode()
                        .put("i", 5)
                        .put("l", 5_000_000_000L)
                        .put("d", 0.5)
                        .putNull("n"));
        assertThat(Running.read(schema, Running.write(schema, value)).value()).isEqualTo(value);
        assertThat(Running.get(Running.read(schema, json("null")).value(), "data"))
                .isEqualTo(NullNode.instance);
    }

    @Test
    void theDefaultStandsInAndIsMadeAnew() {
        String json = Running.write(schema, schema.defaultValue());
        assertThat(json)
                .isEqualTo("{\"$version\":1,\"data\":{\"a\":[1,2.50,-0.0,null,\"x\"],\"b\":{}},\"list\":[],"
                        + "\"map\":{\"k\":null},\"set\":[]}");
        ((ObjectNode) Running.get(schema.defaultValue(), "data")).removeAll();
        assertThat(Running.write(schema, schema.defaultValue())).isEqualTo(json);
        assertThat(Running.repairs(Running.read(schema, "{\"list\":[],\"map\":{},\"set\":[]}")))
                .containsExactly("data: missing; used {\"a\":[1,2.50,-0.0,null,\"x\"],\"b\":{}}");
    }

    @Test
    void whatIsBeyondTheLimitsIsLeftOutWhereItStands() {
        String deep = "[".repeat(300) + "]".repeat(300);
        String digits = "1".repeat(2_000);
        var document =
                Running.read(schema, json("{\"a\":" + deep + ",\"b\":[1," + digits + "],\"c\":1e99999999999,\"d\":1}"));
        assertThat(document.repairs())
                .extracting(repair ->
                        repair.pointer().replaceAll("(/0)+", "/0") + " " + repair.reason() + " " + repair.used())
                .containsExactly(
                        "/data/a/0 TOO_DEEP dropped", "/data/b/1 TOO_LONG dropped", "/data/c OUT_OF_RANGE dropped");
        assertThat(Running.write(schema, document.value())).contains("\"b\":[1],\"d\":1}");
        assertThat(Running.repairs(Running.read(schema, json(digits))))
                .singleElement()
                .asString()
                .contains("2,000 characters long")
                .endsWith("used {\"a\":[1,2.50,-0.0,null,\"x\"],\"b\":{}}");
    }

    @Test
    void setsOfThemAreWrittenInOneOrder() {
        Object one = Running.with(
                schema.defaultValue(),
                "set",
                new LinkedHashSet<>(List.of(
                        NODES.numberNode(2),
                        NODES.stringNode("a"),
                        NODES.arrayNode().add(1))));
        Object other = Running.with(
                schema.defaultValue(),
                "set",
                new LinkedHashSet<>(List.of(NODES.arrayNode().add(1), NODES.numberNode(2), NODES.stringNode("a"))));
        assertThat(Running.write(schema, one))
                .endsWith("\"set\":[\"a\",2,[1]]}")
                .isEqualTo(Running.write(schema, other));
        assertThat(Running.repairs(Running.read(schema, json("0").replace("\"set\":[]", "\"set\":[1,2,1]"))))
                .containsExactly("set[2]: is in the set already; dropped");
    }

    @Test
    void whatIsNotJsonIsNotSaved() {
        for (Map.Entry<JsonNode, String> each : Map.<JsonNode, String>of(
                        NODES.pojoNode(new Object()), "a pojo node cannot be saved; it is not JSON",
                        NODES.binaryNode(new byte[1]), "a binary node cannot be saved; it is not JSON",
                        NODES.numberNode(Double.NaN), "NaN cannot be saved; JSON has only finite numbers")
                .entrySet()) {
            Object value = Running.with(
                    schema.defaultValue(), "data", NODES.arrayNode().add(1).add(each.getKey()));
            assertThatThrownBy(() -> Running.write(schema, value)).hasMessage("data[1]: " + each.getValue());
        }
        Object none = Running.with(schema.defaultValue(), "set", Set.of());
        Object nothing = Running.with(none, "data", null);
        assertThatThrownBy(() -> Running.write(schema, nothing)).hasMessageStartingWith("data: null cannot be saved");
    }
}
