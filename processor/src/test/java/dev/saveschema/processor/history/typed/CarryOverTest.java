package dev.saveschema.processor.history.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.Releases;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step from record to record names what it changes, and carries over the rest. */
class CarryOverTest {

    private static final String V1 = """
        @SaveSchema(version = 1, naming = Naming.SNAKE_CASE)
        public record Game(
            @Default("1") int playTime,
            List<Integer> completedTasks,
            @Default("EASY") Mode mode,
            Settings settings,
            Optional<Mode> lastMode,
            Optional<Integer> most,
            Map<Mode, Settings> byMode,
            List<Optional<Item>> items,
            List<Shape> shapes,
            @Default("a") Source source,
            @Unknown Map<String, JsonNode> rest) {
          enum Mode { @Name("easy") EASY, HARD }
          record Settings(@Default("80") int volume) {}
          record Item(@Default("a") String name, List<Item> in) {}
          sealed interface Shape permits Circle, Square {}
          @Subtype("circle") record Circle(@Default("1") int size) implements Shape {}
          @Subtype("square") record Square(@Default("1") int size) implements Shape {}
          @OneOf sealed interface Source {
            record Text(String text) implements Source {}
            record Lines(List<String> lines) implements Source {}
          }
        }
        """;

    /** A name, a constant, a kind and types of numbers have changed; there are new members everywhere; a duration is none of these. */
    private static final String V2 = V1.replace("version = 1", "version = 2")
            .replace("@Default(\"1\") int playTime", "@Default(\"PT0S\") Duration playTime")
            .replace(
                    "List<Integer> completedTasks",
                    "@RenamedFrom(value = \"completed_tasks\", since = 2) List<Long> tasks, @Default(\"5\") int keys")
            .replace("HARD }", "@RenamedFrom(value = \"HARD\", since = 2) HEROIC }")
            .replace("int volume", "int volume, @Default(\"7\") int gain")
            .replace("Optional<Integer> most", "OptionalInt most")
            .replace(
                    "@Subtype(\"square\") record Square",
                    "@RenamedFrom(value = \"square\", since = 2) @Subtype(\"box\") record Box")
            .replace("Circle, Square", "Circle, Box");

    private static final String STEP = """
          @Migration(from = 1, to = 2)
          static Game minutes(GameV1 old) {
            return GameSchema.from(old, Duration.ofMinutes(old.playTime())).keys(old.completedTasks().size()).done();
          }
        """;

    private static final String FILE = """
        {"play_time": 90, "completed_tasks": [3, 1], "mode": "HARD", "settings": {"volume": 20}, "last_mode": "HARD", "most": 4,
         "by_mode": {"easy": {"volume": 1}, "HARD": {}}, "items": [null, {"name": "bag", "in": [{"name": "key", "in": []}]}],
         "shapes": [{"type": "square", "size": 2}, {"type": "circle", "size": 3}], "source": ["x", "y"], "extra": [1]}\
        """;

    private static final String RESULT = "Game[playTime=PT1H30M, tasks=[3, 1], keys=2, mode=HEROIC, "
            + "settings=Settings[volume=20, gain=7], lastMode=Optional[HEROIC], most=OptionalInt[4], "
            + "byMode={EASY=Settings[volume=1, gain=7], HEROIC=Settings[volume=80, gain=7]}, "
            + "items=[Optional.empty, Optional[Item[name=bag, in=[Item[name=key, in=[]]]]]], "
            + "shapes=[Box[size=2], Circle[size=3]], source=Lines[lines=[x, y]], rest={extra=[1]}]";

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void begin() {
        releases = new Releases(folder).lock(V1);
    }

    private static String with(String source, String method) {
        return source.replace("rest) {", "rest) {\n" + method);
    }

    private static Object read(Schema<Object> schema, String json) {
        return Running.read(schema, json).value();
    }

    @Test
    void aStepToTheHeadNamesOnlyWhatItChanges() {
        Schema<Object> schema = releases.run("Game", with(V2, STEP)).schema("Game");
        Document<Object> document = Running.read(schema, FILE);
        assertThat(document.value()).hasToString(RESULT);
        assertThat(Running.repairs(document)).containsExactly("by_mode.HARD.volume: missing; used 80");
    }

    /** At the next lock the step's types change, and nothing else does. */
    @Test
    void soDoesAStepBetweenLockedVersions() {
        releases.lock(with(V2, STEP));
        String next = with(V2.replace("version = 2", "version = 3"), STEP)
                .replace("static Game minutes", "static GameV2 minutes")
                .replace("GameSchema.from", "GameV2.from");
        assertThat(read(releases.run("Game", next).schema("Game"), FILE)).hasToString(RESULT);
    }

    @Test
    void aPartThatDidNotChangeIsOneCall() {
        String step = """
              @Migration(from = 1, to = 2)
              static GameV2 same(GameV1 old) {
                return GameV2.from(old, Duration.ZERO)
                    .settings(GameV2.Settings.from(old.settings()).gain(old.completedTasks().size()).done())
                    .mode(GameV2.Mode.of(old.lastMode().orElseThrow()))
                    .items(List.of(Optional.of(GameV2.Item.of(old.items().get(1).orElseThrow()))))
                    .shapes(List.of(GameV2.Shape.of(old.shapes().get(0))))
                    .done();
              }
            """;
        releases.lock(with(V2, STEP));
        String next = with(V2.replace("version = 2", "version = 3"), step);
        assertThat(read(releases.run("Game", next).schema("Game"), FILE).toString())
                .contains("mode=HEROIC, settings=Settings[volume=20, gain=2]")
                .contains("items=[Optional[Item[name=bag, in=[Item[name=key, in=[]]]]]]", "shapes=[Box[size=2]]");
    }

    /** A default must not silently replace a value that a file had in another type. */
    @Test
    void whatHasAnotherFormOrPlaceMustBeGiven() {
        String moved = V2.replace(
                "@Default(\"5\") int keys",
                "@MovedFrom(value = \"/settings/volume\", since = 2) @Default(\"5\") int keys");
        assertThat(releases.run(
                                "Game",
                                with(
                                        moved,
                                        STEP.replace(".keys(", ".tasks(List.of()).keys(")
                                                .replace(
                                                        "ofMinutes(old.playTime())",
                                                        "ofMinutes(old.playTime()), old.settings().volume()")))
                        .source("GameSchema"))
                .contains("from(GameV1 old, Duration playTime, int keys)");
        assertThat(releases.compile(with(V2, STEP.replace(", Duration.ofMinutes(old.playTime())", "")))
                        .messages())
                .containsExactly("incompatible types: example.GameV1 cannot be converted to example.GameV1.Settings");
    }

    @Test
    void whatCouldLoseSomethingMustBeGivenToo() {
        String narrowed = V1.replace("version = 1", "version = 2")
                .replace(
                        "enum Mode { @Name(\"easy\") EASY, HARD }",
                        "@Removed(name = \"HARD\", since = 2) enum Mode { @Name(\"easy\") EASY }")
                .replace("List<Integer> completedTasks", "Set<Integer> completedTasks")
                .replace("Optional<Integer> most", "@Default(\"1\") int most");
        String step = """
              @Migration(from = 1, to = 2)
              static Game step(GameV1 old) {
                return GameSchema.from(old, Set.copyOf(old.completedTasks()), Mode.EASY, Optional.empty(), 3, Map.of()).done();
              }
            """;
        assertThat(releases.run("Game", with(narrowed, step))
                        .source("GameSchema")
                        .replaceAll("\\s+", " "))
                .contains("from( GameV1 old, Set<Integer> completedTasks, Game.Mode mode, Optional<Game.Mode> lastMode,"
                        + " int most, Map<Game.Mode, Game.Settings> byMode)");
    }

    @Test
    void otherCollectionsAreMadeOfWhatTheOlderVersionHas() {
        String first = """
            @SaveSchema(version = 1)
            public record Bag(List<Integer> whole, List<String> texts, Set<String> sorted, List<List<Long>> grid, Set<Integer> set) {}
            """;
        String second = """
            @SaveSchema(version = 2)
            public record Bag(int[] whole, Deque<String> texts, SortedSet<String> sorted, long[][] grid, List<Long> set) {
              @Migration(from = 1, to = 2) static Bag step(BagV1 old) { return BagSchema.of(old); }
              public String shown() { return Arrays.toString(whole) + texts + sorted + Arrays.deepToString(grid) + set; }
            }
            """;
        Schema<Object> schema = releases.lock(first).run("Bag", second).schema("Bag");
        Object bag = read(schema, """
            {"whole": [2, 1], "texts": ["b", "a"], "sorted": ["y", "x"], "grid": [[1], []], "set": [5]}\
            """);
        assertThat(Running.get(bag, "shown")).isEqualTo("[2, 1][b, a][x, y][[1], []][5]");
    }

    /** A line or two for each component, and a dozen for each that a step may change by name. */
    @Test
    void whatIsGeneratedForItGrowsWithTheRecordsAndNotWithTheirSquare() {
        String many = IntStream.range(0, 40)
                .mapToObj(n -> "@Default(\"0\") int c" + n)
                .collect(Collectors.joining(", "));
        String wide = "@SaveSchema(version = %d) public record Wide(%s) {%s record Part(" + many + ") {} }";
        releases.lock(wide.formatted(1, many + ", List<Part> parts", ""));
        String step =
                "@Migration(from = 1, to = 2) static WideV2 step(WideV1 old) { return WideV2.from(old).more(3).done();"
                        + " }";
        String second = wide.formatted(2, many + ", List<Part> parts, @Default(\"0\") int more", "");
        releases.lock(second);
        Running running =
                releases.run("Wide", wide.formatted(3, many + ", List<Part> parts, @Default(\"0\") int more", step));
        long lines = running.source("WideV2").lines().count();
        assertThat(lines - running.source("WideV1").lines().count()).isBetween(42 * 8L, 42 * 12L + 40 + 40);
    }
}
