package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.json.MalformedContentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object of a sealed interface says which record it is, and what it says is trusted as little as anything. */
class SubtypesTest {

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Drawing", """
                @SaveSchema(version = 1)
                public record Drawing(
                    @Default("circle") Figure figure, List<Figure> list, Map<String, Figure> map, Set<Figure> set,
                    Optional<Figure> maybe, @Default("square") Optional<Figure> usual, @Default(factory = "large") Figure made,
                    @Default("rhombus") Polygon polygon, Circle plain) {
                  static Figure large() { return new Circle(9); }
                  @Discriminator("kind")
                  public sealed interface Figure permits Circle, Polygon, Group, Nothing {}
                  public sealed interface Polygon extends Figure permits Square, Rhombus {}
                  @Subtype("circle") @Alias("disc") public record Circle(@Default("1") @Range(min = 0, max = 10) int radius)
                      implements Figure {}
                  @Subtype("square") public record Square(@Default("2") int side) implements Polygon {
                    public Square { if (side < 0) throw new IllegalArgumentException("negative side"); }
                  }
                  @Subtype("rhombus") public record Rhombus(@Default("3") int side, @Default("45") int angle) implements Polygon {}
                  @Subtype("group") public record Group(
                      List<Figure> members, @Default("circle") Figure first, Optional<String> name) implements Figure {}
                  @Subtype("nothing") public record Nothing() implements Figure {}
                }
                """).schema("Drawing");
    }

    @Test
    void theNameComesFirstAndEveryRecordIsRead() {
        String json = """
                {"$version":1,"figure":{"kind":"square","side":5},\
                "list":[{"kind":"circle","radius":1},{"kind":"nothing"}],"map":{"a":{"kind":"rhombus","side":1,"angle":2}},\
                "set":[{"kind":"circle","radius":1},{"kind":"circle","radius":2},{"kind":"square","side":1}],\
                "maybe":{"kind":"group","members":[{"kind":"group","members":[],"first":{"kind":"circle","radius":4},\
                "name":null}],"first":{"kind":"nothing"},"name":"g"},"usual":null,"made":{"kind":"circle","radius":7},\
                "polygon":{"kind":"square","side":8},"plain":{"radius":3}}""";
        Document<Object> document = Running.read(schema, json);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(json);
    }

    @Test
    void theDefaultsAreThoseOfTheNamedRecords() {
        assertThat(schema.defaultValue())
                .hasToString("Drawing[figure=Circle[radius=1], list=[], map={}, set=[], maybe=Optional.empty, "
                        + "usual=Optional[Square[side=2]], made=Circle[radius=9], "
                        + "polygon=Rhombus[side=3, angle=45], plain=Circle[radius=1]]");
    }

    @Test
    void theNameMayStandAnywhere() {
        Document<Object> document = Running.read(schema, """
                {"$version": 1, "figure": {"side": 5, "kind": "square"},
                 "list": [{"radius": "x", "kind": "disc"}, {"a": {"kind": "square"}, "kind": "nothing"}], "map": {}, "set": [],
                 "made": { "radius" : 11 , "kind" : "circle" }, "polygon": {"angle": 1, "kind": "rhombus", "side": 2},
                 "maybe": {"name": "outer", "members": [{"members": [{"side": 1, "kind": "square"}], "first": {"radius": 3,
                     "kind": "circle"}, "kind": "group"}], "first": {"kind": "nothing"}, "kind": "group"},
                 "plain": {"radius": 3}}""");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "list[0].radius: \"x\" is not a whole number; used 1",
                        "list[1].a: unknown, an object; dropped",
                        "made.radius: 11 is outside 0..10; used 1");
        assertThat(document.value())
                .hasToString("Drawing[figure=Square[side=5], list=[Circle[radius=1], Nothing[]], map={}, set=[], "
                        + "maybe=Optional[Group[members=[Group[members=[Square[side=1]], first=Circle[radius=3], "
                        + "name=Optional.empty]], first=Nothing[], name=Optional[outer]]], usual=Optional[Square[side=2]], "
                        + "made=Circle[radius=1], polygon=Rhombus[side=2, angle=1], plain=Circle[radius=3]]");
    }

    @Test
    void whatNamesNoRecordTakesTheDefaultOrIsDropped() {
        Document<Object> document = Running.read(schema, """
                {"$version": 1, "figure": {"kind": "hexagon", "side": [1, {"a": 2}]},
                 "list": [{"kind": "hexagon"}, {}, {"side": {"kind": "square"}}, {"kind": 5, "side": 1}, {"kind": ["square"]},
                   {"side": 1, "kind": {"kind": "square"}}, 7, {"kind": "circle", "radius": 4}],
                 "map": {"a": {"kind": "\\u001b[2J"}, "b": {"kind": "nothing"}}, "set": [{"kind": "Square"}],
                 "maybe": {"kind": ""}, "usual": {"side": 7}, "made": null, "polygon": {"kind": "circle", "radius": 5},
                 "plain": {"kind": "circle", "radius": 3}}""");
        String all = "circle, square, rhombus, group, nothing";
        String none = ": has no \"kind\" that says which of " + all + " it is; ";
        assertThat(Running.repairs(document))
                .containsExactly(
                        "figure: \"hexagon\" is not one of " + all + "; used circle",
                        "list[0]: \"hexagon\" is not one of " + all + "; dropped",
                        "list[1]" + none + "dropped",
                        "list[2]" + none + "dropped",
                        "list[3]" + none + "dropped",
                        "list[4]" + none + "dropped",
                        "list[5]" + none + "dropped",
                        "list[6]: 7 is not an object; dropped",
                        "map.a: \"\\u001b[2J\" is not one of " + all + "; dropped",
                        "set[0]: \"Square\" is not one of " + all + "; dropped",
                        "maybe: \"\" is not one of " + all + "; used null",
                        "usual" + none + "used square",
                        "made: null; used large()",
                        "polygon: \"circle\" is not one of square, rhombus; used rhombus",
                        "plain.kind: unknown, \"circle\"; dropped");
        assertThat(document.repairs().get(0).reason()).isEqualTo(Reason.UNKNOWN_SUBTYPE);
        assertThat(document.repairs().get(2).reason()).isEqualTo(Reason.UNKNOWN_SUBTYPE);
        assertThat(document.value())
                .hasToString("Drawing[figure=Circle[radius=1], list=[Circle[radius=4]], map={b=Nothing[]}, set=[], "
                        + "maybe=Optional.empty, usual=Optional[Square[side=2]], made=Circle[radius=9], "
                        + "polygon=Rhombus[side=3, angle=45], plain=Circle[radius=3]]");
    }

    @Test
    void ofTwoNamesTheFirstCounts() {
        for (String list : List.of(
                "{\"kind\": \"circle\", \"kind\": \"square\", \"radius\": 3}",
                "{\"radius\": 3, \"kind\": \"circle\", \"kind\": \"square\"}",
                "{\"radius\": 3, \"kind\": \"circle\", \"kind\": 5}")) {
            Document<Object> document = Running.read(schema, withList(list));
            assertThat(document.value().toString()).contains("list=[Circle[radius=3]]");
            assertThat(Running.repairs(document)).containsExactly("list[0].kind: occurs twice; used the first");
        }
    }

    @Test
    void aRecordThatRefusesItsValuesIsReplacedLikeAnyOther() {
        Document<Object> document = Running.read(
                schema, withList("{\"kind\": \"square\", \"side\": -1}, {\"side\": -2, \"kind\": \"square\"}"));
        assertThat(Running.repairs(document))
                .containsExactly(
                        "list[0]: refused: negative side; dropped", "list[1]: refused: negative side; dropped");
    }

    @Test
    void anAliasIsWrittenAsTheName() {
        Object value = Running.read(schema, withList("{\"kind\": \"disc\", \"radius\": 3}"))
                .value();
        assertThat(Running.write(schema, value)).contains("\"list\":[{\"kind\":\"circle\",\"radius\":3}]");
    }

    @Test
    void aDamagedObjectIsMadeOfWhatPrecedesTheDamage() throws IOException {
        String whole =
                withList("{\"kind\": \"group\", \"name\": \"g\", \"first\": {\"radius\": 3, \"kind\": \"circle\"}}");
        for (int length = 1; length < whole.length(); length++) {
            Path file = Files.writeString(folder.resolve("save.json"), whole.substring(0, length));
            try (SaveStore<Object> store = SaveStore.open(schema, file)) {
                LoadResult<Object> loaded = store.load();
                assertThat(loaded.outcome()).as("cut at %d", length).isIn(Outcome.SALVAGED, Outcome.RESET);
                assertThat(loaded.repairs()).as("cut at %d", length).isNotEmpty();
            }
        }
        String list = salvaged(whole.substring(0, whole.indexOf("\"kind\": \"circle\"")));
        assertThat(list).isEqualTo("[Group[members=[], first=Circle[radius=1], name=Optional[g]]]");
        assertThat(salvaged(whole.substring(0, whole.indexOf("}}]")))).contains("first=Circle[radius=3]");
    }

    private static String salvaged(String json) {
        Object value = new DocumentReader<>(schema, LoadLimits.defaults())
                .salvage(json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .value();
        return Running.get(value, "list").toString();
    }

    @Test
    void whatIsNestedTooDeepIsLeftOutWherever() {
        for (boolean first : new boolean[] {true, false}) {
            String head = first ? "{\"kind\": \"group\", \"members\": [" : "{\"members\": [";
            String tail = first ? "]}" : "], \"kind\": \"group\"}";
            int depth = 5_000;
            Document<Object> document = Running.read(schema, withList(head.repeat(depth) + tail.repeat(depth)));
            assertThat(document.repairs())
                    .filteredOn(repair -> repair.reason() == Reason.TOO_DEEP)
                    .hasSize(1);
            assertThat(Running.get(document.value(), "list").toString().split("Group\\["))
                    .hasSize(LoadLimits.defaults().nesting() / 2);
        }
    }

    @Test
    void membersAreCountedOnceWhereverTheNameStands() {
        LoadLimits few = LoadLimits.defaults().elements(45);
        for (String figure :
                List.of("{\"kind\": \"circle\", \"radius\": 3}", "{\"radius\": 3, \"kind\": \"circle\"}")) {
            DocumentReader<Object> reader = new DocumentReader<>(schema, few);
            // the document's own take 15; each figure is an element and two members
            byte[] most = withList(figure + (", " + figure).repeat(9)).getBytes(StandardCharsets.UTF_8);
            byte[] more = withList(figure + (", " + figure).repeat(10)).getBytes(StandardCharsets.UTF_8);
            assertThat(reader.read(most).repairs()).isEmpty();
            assertThatThrownBy(() -> reader.read(more)).isInstanceOf(MalformedContentException.class);
        }
    }

    @Test
    void theDiscriminatorMayHaveAnyName() {
        Schema<Object> awkward = Running.compile("Awkward", """
                @SaveSchema(version = 1)
                public record Awkward(@Default("b\\"") Either either, List<Either> list) {
                  @Discriminator("{\\"é\\n")
                  public sealed interface Either permits Left, Right, OUT {}
                  @Subtype("{a}") public record Left(@Name("{") @Default("1") int value) implements Either {}
                  @Subtype("b\\"") public record Right(@Default("1") int out) implements Either {}
                  @Subtype("c") public record OUT() implements Either {}
                }
                """).schema("Awkward");
        String tag = "\"{\\\"é\\n\"";
        Document<Object> document = Running.read(awkward, """
                {"$version": 1, "either": {T: "b\\"", "out": 5}, "list": [{"{": 6, T: "{a}"}, {T: "c"}]}""".replace("T", tag));
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).hasToString("Awkward[either=Right[out=5], list=[Left[value=6], OUT[]]]");
        assertThat(Running.write(awkward, document.value()))
                .isEqualTo(
                        "{\"$version\":1,\"either\":{T:\"b\\\"\",\"out\":5},\"list\":[{T:\"{a}\",\"{\":6},{T:\"c\"}]}"
                                .replace("T", tag));
    }

    @Test
    void unknownMembersAreKeptBesideTheNameAndMayNotTakeItsPlace() {
        Schema<Object> open = Running.compile("Bag", """
                @SaveSchema(version = 1)
                public record Bag(List<Thing> things, Optional<Stone> plain) {
                  public sealed interface Thing permits Stone {}
                  @Subtype("stone") public record Stone(@Unknown Map<String, tools.jackson.databind.JsonNode> rest)
                      implements Thing {}
                }
                """).schema("Bag");
        String json = "{\"$version\":1,\"things\":[{\"type\":\"stone\",\"a\":1}],\"plain\":{\"type\":\"x\",\"b\":{}}}";
        Document<Object> document = Running.read(open, json);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(open, document.value())).isEqualTo(json);
        Optional<?> plain = (Optional<?>) Running.get(document.value(), "plain");
        Object misplaced = Running.with(document.value(), "things", List.of(plain.orElseThrow()));
        assertThatThrownBy(() -> Running.write(open, misplaced))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("things[0]: \"type\" cannot be saved as an unknown member, since it is a known one");
    }

    private static String withList(String elements) {
        return "{\"$version\": 1, \"figure\": {\"kind\": \"nothing\"}, \"map\": {}, \"set\": [], \"maybe\": null, "
                + "\"usual\": null, \"made\": {\"kind\": \"nothing\"}, \"polygon\": {\"kind\": \"square\", \"side\": 1}, "
                + "\"plain\": {\"radius\": 1}, \"list\": [" + elements + "]}";
    }
}
