package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A record keeps the members that it does not know, at the root and within it, and writes them back. */
class UnknownMembersTest {

    private static final JsonNode ONE = JsonNodeFactory.instance.numberNode(1);

    private static Schema<Object> schema;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Kept", """
                @SaveSchema(version = 2)
                public record Kept(
                    @Default("1") @Alias("lvl") int level, @Unknown Map<String, JsonNode> rest, @Since(2) @Default("x") String name,
                    Options options, List<Options> list, @RenamedFrom(value = "old", since = 2) @Default("0") int fresh) {
                  public record Options(@Unknown Map<String, JsonNode> in, @Default("80") int volume) {}
                }
                """).schema("Kept");
    }

    @Test
    void unknownMembersAreKeptInTheirOrderBehindTheKnownOnes() {
        var document = Running.read(schema, """
                {"z": [1, {"a": null}], "$version": 2, "level": 5, "$mod": 1, "a": "b", "name": "n",
                 "options": {"$x": 2.50, "volume": 7, "y": {}}, "list": [{"volume": 1, "q": null}], "fresh": 3, "b": null}""");
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value()))
                .isEqualTo(
                        "{\"$version\":2,\"level\":5,\"name\":\"n\",\"options\":{\"volume\":7,\"$x\":2.50,\"y\":{}},"
                                + "\"list\":[{\"volume\":1,\"q\":null}],\"fresh\":3,\"z\":[1,{\"a\":null}],\"$mod\":1,\"a\":\"b\",\"b\":null}");
        assertThat(Running.get(document.value(), "rest").toString())
                .isEqualTo("{z=[1,{\"a\":null}], $mod=1, a=\"b\", b=null}");
        assertThatThrownBy(() -> ((Map<?, ?>) Running.get(document.value(), "rest")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRecordMayKnowNothingItself() {
        Schema<Object> open = Running.compile(
                        "Open", "@SaveSchema(version = 1) public record Open(@Unknown Map<String, JsonNode> all) {}")
                .schema("Open");
        String json = "{\"$version\":1,\"a\":{\"b\":[1]}}";
        assertThat(Running.repairs(Running.read(open, json))).isEmpty();
        assertThat(Running.write(open, Running.read(open, json).value())).isEqualTo(json);
    }

    @Test
    void aFirstRunHasNone() {
        assertThat(Running.write(schema, schema.defaultValue()))
                .isEqualTo(
                        "{\"$version\":2,\"level\":1,\"name\":\"x\",\"options\":{\"volume\":80},\"list\":[],\"fresh\":0}");
    }

    @Test
    void whatCannotBeKeptIsReportedWhereItStands() {
        var document = Running.read(
                schema,
                "{\"$version\": 2, \"level\": true, \"a\": 1, \"name\": \"n\", \"a\": 2, \"b\": 1e99999999999, \"options\": {\"c\": ["
                        + "[".repeat(300) + "]".repeat(300)
                        + ", 5], \"volume\": \"x\"}, \"list\": [], \"fresh\": null}");
        assertThat(document.repairs())
                .extracting(repair ->
                        repair.pointer().replaceAll("(/0)+", "/0") + " " + repair.reason() + " " + repair.used())
                .containsExactly(
                        "/level WRONG_TYPE used 1",
                        "/a DUPLICATE used the last",
                        "/b OUT_OF_RANGE dropped",
                        "/options/c/0 TOO_DEEP dropped",
                        "/options/volume WRONG_TYPE used 80",
                        "/fresh NULL used 0");
        assertThat(Running.write(schema, document.value())).endsWith("\"fresh\":0,\"a\":2}");
    }

    @Test
    void aMigrationCarriesThem() {
        var document = Running.read(
                schema,
                "{\"b\": 1, \"level\": 5, \"old\": 9, \"options\": {\"y\": {}, \"volume\": 7}, \"list\": [], \"a\": 2}");
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value()))
                .isEqualTo("{\"$version\":2,\"level\":5,\"name\":\"x\",\"options\":{\"volume\":7,\"y\":{}},\"list\":[],"
                        + "\"fresh\":9,\"b\":1,\"a\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"level", "lvl", "options", "name"})
    void aKnownNameIsNoUnknownMember(String name) {
        Object value = Running.with(schema.defaultValue(), "rest", Map.of(name, ONE));
        assertThatThrownBy(() -> Running.write(schema, value))
                .hasMessage(
                        "the document: \"" + name + "\" cannot be saved as an unknown member, since it is a known one");
    }

    @Test
    void aNumberBeyondAllDoublesIsKeptThroughAMigration() {
        var document = Running.read(schema, "{\"$version\":1,\"huge\":1E+400,\"deep\":{\"tiny\":[-1E+400]}}");
        assertThat(Running.write(schema, document.value())).endsWith("\"huge\":1E+400,\"deep\":{\"tiny\":[-1E+400]}}");
    }

    @Test
    void noUnknownMemberOfTheRootIsCalledAsSaveSchemasAre() {
        Object value = Running.with(schema.defaultValue(), "rest", Map.of("$save", ONE));
        assertThatThrownBy(() -> Running.write(schema, value))
                .hasMessage("the document: \"$save\" cannot be saved as an unknown member, since that name is "
                        + "SaveSchema's");
    }

    @Test
    void withinAnObjectThePlaceIsNamed() {
        Object options = Running.get(schema.defaultValue(), "options");
        Object known =
                Running.with(schema.defaultValue(), "options", Running.with(options, "in", Map.of("volume", ONE)));
        assertThatThrownBy(() -> Running.write(schema, known))
                .hasMessageStartingWith("options: \"volume\" cannot be saved as an unknown member");
        Object none = Running.with(schema.defaultValue(), "options", Running.with(options, "in", null));
        assertThatThrownBy(() -> Running.write(schema, none)).hasMessageStartingWith("options: null cannot be saved");
        Object nothing = Running.with(
                schema.defaultValue(), "options", Running.with(options, "in", Collections.singletonMap("x", null)));
        assertThatThrownBy(() -> Running.write(schema, nothing))
                .hasMessageStartingWith("options.x: null cannot be saved");
        Object ours = Running.with(schema.defaultValue(), "options", Running.with(options, "in", Map.of("$save", ONE)));
        assertThat(Running.write(schema, ours)).contains("{\"volume\":80,\"$save\":1}");
    }

    @Test
    void whatSaysWhichKindAnObjectIsIsKnown() {
        Schema<Object> figures = Running.compile("Drawing", """
                @SaveSchema(version = 1)
                public record Drawing(List<Figure> figures) {
                  @Discriminator("kind")
                  public sealed interface Figure permits Circle {}
                  @Subtype("circle") public record Circle(@Default("1") int radius, @Unknown Map<String, JsonNode> rest)
                      implements Figure {}
                }
                """).schema("Drawing");
        String first = "{\"$version\":1,\"figures\":[{\"kind\":\"circle\",\"radius\":2,\"color\":\"red\"}]}";
        String last = "{\"$version\":1,\"figures\":[{\"color\":\"red\",\"radius\":2,\"kind\":\"circle\"}]}";
        for (String order : List.of(first, last)) {
            var document = Running.read(figures, order);
            assertThat(document.repairs()).isEmpty();
            assertThat(Running.write(figures, document.value())).isEqualTo(first);
        }
        Object circle = ((List<?>) Running.get(Running.read(figures, first).value(), "figures")).get(0);
        Object twice = Running.with(
                figures.defaultValue(), "figures", List.of(Running.with(circle, "rest", Map.of("kind", ONE))));
        assertThatThrownBy(() -> Running.write(figures, twice))
                .hasMessage("figures[0]: \"kind\" cannot be saved as an unknown member, since it is a known one");
    }
}
