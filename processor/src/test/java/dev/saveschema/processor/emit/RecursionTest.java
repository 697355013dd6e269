package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record may contain itself through what may be empty, as deep as a load reads. */
class RecursionTest {

    private static final int DEEPEST = LoadLimits.defaults().nesting();

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Node", """
                @SaveSchema(version = 3)
                public record Node(
                    @RenamedFrom(value = "n", since = 2) @Default("?") String name, Optional<Node> next, List<Node> list,
                    Set<Node> set, Map<String, Node> map, @Since(3) Leaf leaf) {
                  public record Leaf(@RenamedFrom(value = "size", since = 3) @Default("1") int area, Optional<Node> below) {}
                }
                """).schema("Node");
    }

    @Test
    void aTreeIsReadAndWritten() {
        String json = """
                {"$version":3,"name":"a","next":{"name":"b","next":null,"list":[],"set":[],"map":{},\
                "leaf":{"area":1,"below":null}},"list":[],"set":[],"map":{},"leaf":{"area":2,"below":null}}""";
        Document<Object> document = Running.read(schema, json);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value())).isEqualTo(json);
    }

    @Test
    void theDefaultEnds() {
        assertThat(schema.defaultValue())
                .hasToString("Node[name=?, next=Optional.empty, list=[], set=[], map={}, "
                        + "leaf=Leaf[area=1, below=Optional.empty]]");
    }

    @Test
    void aRepairNamesThePlaceHoweverDeepItIs() {
        Document<Object> document = Running.read(schema, """
                {"$version": 3, "name": "a", "list": [], "set": [], "map": {}, "leaf": {"area": 1}, "next":
                  {"name": "b", "list": [], "set": [], "map": {"k": {"name": 5, "list": [], "set": [], "map": {},
                    "leaf": {"area": 1}}}, "leaf": {"area": 1}}}""");
        assertThat(Running.repairs(document)).containsExactly("next.map.k.name: 5 is not text; used \"?\"");
    }

    @Test
    void whatIsNestedDeeperThanTheLimitIsLeftOut() {
        String chain = "{\"name\": \"a\", \"next\": ".repeat(100_000) + "null" + "}".repeat(100_000);
        Document<Object> document = Running.read(schema, "{\"$version\": 3, " + chain.substring(1));
        assertThat(document.repairs())
                .filteredOn(repair -> repair.reason() == Reason.TOO_DEEP)
                .hasSize(1);
        int depth = 0;
        for (Object node = document.value(); node != null; node = next(node)) {
            depth++;
        }
        // the innermost node has an object of its own
        assertThat(depth).isEqualTo(DEEPEST - 1);
    }

    @Test
    void whatIsReadOrMigratedOrSalvagedIsNeverTooDeepToBeSaved() {
        for (int version = 1; version <= 4; version++) {
            for (int depth = DEEPEST - 3; depth <= DEEPEST + 1; depth++) {
                String half = "{\"$version\": " + version + ", "
                        + "{\"list\": [".repeat(depth / 2).substring(1);
                String whole = half + "]}".repeat(depth / 2);
                Object read = Running.read(schema, whole).value();
                assertSaved(read, version + ", " + depth);
                byte[] cut = half.getBytes(StandardCharsets.UTF_8);
                DocumentReader<Object> reader = new DocumentReader<>(schema, LoadLimits.defaults());
                assertSaved(reader.salvage(cut).orElseThrow().value(), version + ", " + depth + ", cut off");
            }
        }
    }

    private static void assertSaved(Object value, String what) {
        Document<Object> again = Running.read(schema, Running.write(schema, value));
        assertThat(again.repairs()).as(what).isEmpty();
        assertThat(again.value()).as(what).isEqualTo(value);
    }

    @Test
    void evenWhereOneLevelIsAllThatIsAllowedALoadAnswers() {
        LoadLimits one = LoadLimits.defaults()
                .fileBytes(1_000)
                .elements(100)
                .nesting(1)
                .textLength(100)
                .numberLength(100);
        byte[] document = "{\"$version\": 3, \"name\": \"a\"}".getBytes(StandardCharsets.UTF_8);
        Object value = new DocumentReader<>(schema, one).read(document).value();
        assertThat(Running.get(value, "name")).isEqualTo("a");
    }

    @Test
    void whatIsSavedIsNoDeeperThanWhatIsLoaded() throws IOException {
        // the innermost node has an object of its own
        Object deepest = chain(DEEPEST - 1);
        assertThat(Running.read(schema, Running.write(schema, deepest)).value()).isEqualTo(deepest);
        Path file = folder.resolve("node.json");
        try (SaveStore<Object> store = SaveStore.open(schema, file, StoreOptions.defaults())) {
            store.save(deepest);
            byte[] before = Files.readAllBytes(file);
            for (int length : List.of(DEEPEST, DEEPEST + 1, 100_000)) {
                assertThatThrownBy(() -> store.save(chain(length)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("next.next.")
                        .hasMessageEndingWith(
                                "nested more than 200 levels deep; this cannot be saved, since a load would not read it");
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            assertThat(store.load().outcome()).isEqualTo(Outcome.LOADED);
        }
    }

    @Test
    void listsSetsAndMapsAreLevelsToo() {
        for (String component : List.of("list", "set", "map")) {
            Object node = schema.defaultValue();
            for (int depth = 2; depth < 2_000; depth++) {
                Object inner = node;
                node = Running.with(
                        schema.defaultValue(),
                        component,
                        switch (component) {
                            case "list" -> List.of(inner);
                            case "set" -> Set.of(new Object[] {inner});
                            default -> Map.of("k", inner);
                        });
                if (depth == DEEPEST / 2 - 1) {
                    assertThat(Running.read(schema, Running.write(schema, node)).value())
                            .as(component)
                            .isEqualTo(node);
                }
            }
            Object tooDeep = node;
            assertThatThrownBy(() -> Running.write(schema, tooDeep))
                    .as(component)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nested more than 200 levels deep");
        }
    }

    @Test
    void setsInSetsAreWrittenInTheSameOrderWhateverSetTheyComeFrom() throws IOException {
        Object forwards = named("x");
        Object backwards = named("x");
        for (int depth = 0; depth < 40; depth++) {
            forwards = Running.with(
                    schema.defaultValue(), "set", new LinkedHashSet<>(List.of(named("b"), named("a"), forwards)));
            backwards = Running.with(
                    schema.defaultValue(), "set", new LinkedHashSet<>(List.of(backwards, named("a"), named("b"))));
        }
        assertThat(Running.write(schema, forwards)).isEqualTo(Running.write(schema, backwards));
        Path file = folder.resolve("sets.json");
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            assertThat(store.save(forwards).written()).isTrue();
            assertThat(store.save(backwards).written()).isFalse();
            assertThat(store.load().value()).isEqualTo(forwards);
        }
    }

    @Test
    void whatAVersionChangedIsChangedAtEveryDepth() {
        Document<Object> document = Running.read(schema, """
                {"n": "a", "next": {"n": "b", "list": [{"n": "c", "map": {"k": {"n": "d", "list": [], "set": []}},
                  "set": []}], "set": [], "map": {}}, "list": [], "set": [], "map": {}}""");
        assertThat(Running.repairs(document))
                .containsExactly("next.list[0].map.k.map: missing; used {}", "next.list[0].list: missing; used []");
        assertThat(document.value().toString()).contains("name=a", "name=b", "name=c", "name=d", "area=1");
        assertThat(document.steps().get(0).changes())
                .containsExactly(
                        "renamed n to name",
                        "renamed next.n to next.name",
                        "renamed next.list[0].n to next.list[0].name",
                        "renamed next.list[0].map.k.n to next.list[0].map.k.name");
        assertThat(document.steps().get(1).changes()).hasSize(4).allMatch(change -> change.startsWith("added "));
    }

    private static Object chain(int length) {
        Object node = schema.defaultValue();
        for (int depth = 1; depth < length; depth++) {
            node = Running.with(schema.defaultValue(), "next", Optional.of(node));
        }
        return node;
    }

    private static Object named(String name) {
        return Running.with(schema.defaultValue(), "name", name);
    }

    private static Object next(Object node) {
        return ((Optional<?>) Running.get(node, "next")).orElse(null);
    }
}
