package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A schema in twenty locked versions. Each was written as its developer would have: with the annotations of its own step, and
 * without those of steps that are locked already. Only code stays.
 */
class TwentyVersionsTest {

    @TempDir
    static Path folder;

    private static final List<String> VERSIONS = new ArrayList<>();

    private static Schema<Object> head;

    /** The components, what stands on the record, the code of all steps so far, and the types within. */
    private static void version(String onRecord, String components, String code, String types) {
        VERSIONS.add("@SaveSchema(version = %d)\n%s\npublic record Game(\n    %s) {\n%s\n%s\n}\n"
                .formatted(VERSIONS.size() + 1, onRecord, components, code, types));
    }

    @BeforeAll
    static void release() {
        String modes = "enum Mode { EASY, HARD }\n";
        String inner = "record Inner(@Default(\"1\") int a) {}\n";
        String base =
                "@Default(\"?\") @Size(max = 24) String nick, List<Integer> tasks, @Default(\"EASY\") Mode mode, Inner inner";
        version("", "@Default(\"0\") int gold, " + base, "", modes + inner);
        // 2: a member more
        version("", "@Default(\"0\") int gold, " + base + ", @Default(\"0\") long xp", "", modes + inner);
        // 3: renamed
        base = base.replace(
                "@Default(\"?\") @Size(max = 24) String nick",
                "@RenamedFrom(value = \"nick\", since = 3) @Default(\"?\") @Size(max = 24) String name");
        version("", "@Default(\"0\") int gold, " + base + ", @Default(\"0\") long xp", "", modes + inner);
        base = base.replace("@RenamedFrom(value = \"nick\", since = 3) ", "");
        // 4: widened
        version("", "@Default(\"0\") long gold, " + base + ", @Default(\"0\") long xp", "", modes + inner);
        // 5: removed
        base = base.replace("List<Integer> tasks, ", "");
        version(
                "@Removed(name = \"tasks\", since = 5)",
                "@Default(\"0\") long gold, " + base + ", @Default(\"0\") long xp",
                "",
                modes + inner);
        // 6: renamed in a part
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", @Default(\"0\") long xp",
                "",
                modes + "record Inner(@RenamedFrom(value = \"a\", since = 6) @Default(\"1\") int amount) {}\n");
        inner = "record Inner(@Default(\"1\") int amount) {}\n";
        // 7: made optional
        version("", "@Default(\"0\") long gold, " + base + ", Optional<Long> xp", "", modes + inner);
        // 8: a step on the tree
        String code =
                "@Migration(from = 7, to = 8) static void level(ObjectNode save) { save.put(\"level\", save.path(\"gold\").asLong() / 2); }\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp, @Default(\"1\") long level",
                code,
                modes + inner);
        // 9: a member more in a part
        inner = "record Inner(@Default(\"1\") int amount, @Default(\"false\") boolean flag) {}\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp, @Default(\"1\") long level",
                code,
                modes + inner);
        // 10: a constant more
        modes = "enum Mode { EASY, NORMAL, HARD }\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp, @Default(\"1\") long level",
                code,
                modes + inner);
        // 11: a constant renamed, wherever it is
        String byMode = ", Map<Mode, List<Mode>> byMode";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp, @Default(\"1\") long level" + byMode,
                code,
                "enum Mode { EASY, NORMAL, @RenamedFrom(value = \"HARD\", since = 11) HEROIC }\n" + inner);
        // 12: another, now within a map's keys and values
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp, @Default(\"1\") long level" + byMode,
                code,
                "enum Mode { EASY, @RenamedFrom(value = \"NORMAL\", since = 12) USUAL, HEROIC }\n" + inner);
        modes = "enum Mode { EASY, USUAL, HEROIC }\n";
        // 13: from record to record
        String play = ", @Default(\"0\") int minutes";
        String toHead =
                "@Migration(from = 12, to = 13) static Game played(GameV12 old) { return new Game(old.gold() + 1, old.name(), "
                        + "Mode.valueOf(old.mode().name()), new Inner(old.inner().amount(), true), old.xp(), old.level(), Map.of(Mode.EASY, List.of(Mode.USUAL)), 30); }\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp, @Default(\"1\") long level" + byMode
                        + play,
                code + toHead,
                modes + inner);
        code +=
                "@Migration(from = 12, to = 13) static GameV13 played(GameV12 old) { return new GameV13(old.gold() + 1, old.name(), "
                        + "GameV13.Mode.valueOf(old.mode().name()), new GameV13.Inner(old.inner().amount(), true), old.xp(), old.level(), "
                        + "Map.of(GameV13.Mode.EASY, List.of(GameV13.Mode.USUAL)), 30); }\n";
        // 14: one component, by code
        play = ", @RenamedFrom(value = \"minutes\", since = 14) @Default(\"PT0S\") Duration played";
        code +=
                "@Migration(from = 13, to = 14, component = \"played\") static Duration minutes(int old) { return Duration.ofMinutes(old); }\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp, @Default(\"1\") long level" + byMode
                        + play,
                code,
                modes + inner);
        play = ", @Default(\"PT0S\") Duration played";
        // 15: a part more
        String settings = "record Settings(@Default(\"80\") @Range(min = 0, max = 100) int volume) {}\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp, @Default(\"1\") long level" + byMode + play
                        + ", Settings settings",
                code,
                modes + inner + settings);
        // 16: moved into it
        settings =
                "record Settings(@Default(\"80\") @Range(min = 0, max = 100) int volume, @MovedFrom(value = \"/level\", since = 16) @Default(\"1\") long level) {}\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", Optional<Long> xp" + byMode + play + ", Settings settings",
                code,
                modes + inner + settings);
        settings = settings.replace("@MovedFrom(value = \"/level\", since = 16) ", "");
        // 17: made mandatory
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", @Default(\"7\") long xp" + byMode + play
                        + ", Settings settings",
                code,
                modes + inner + settings);
        // 18: a limit narrowed, a list of one of several kinds
        base = base.replace("max = 24", "max = 8, violation = Violation.CLAMP");
        String shapes = "@Discriminator(\"kind\") sealed interface Shape permits Circle, Square {}\n"
                + "@Subtype(\"circle\") record Circle(@Default(\"1\") int radius) implements Shape {}\n"
                + "@Subtype(\"square\") record Square(@Default(\"2\") int side) implements Shape {}\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", @Default(\"7\") long xp" + byMode + play
                        + ", Settings settings, List<Shape> shapes",
                code,
                modes + inner + settings + shapes);
        // 19: a kind renamed, and a member of it
        String renamedShapes = shapes.replace(
                        "@Subtype(\"circle\")", "@Subtype(\"disc\") @RenamedFrom(value = \"circle\", since = 19)")
                .replace(
                        "@Default(\"1\") int radius",
                        "@RenamedFrom(value = \"radius\", since = 19) @Default(\"1\") int r");
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", @Default(\"7\") long xp" + byMode + play
                        + ", Settings settings, List<Shape> shapes",
                code,
                modes + inner + settings + renamedShapes);
        // 20: removed from a part, a kind more and one less, elements widened
        shapes =
                "@Removed(name = \"square\", since = 20) @Discriminator(\"kind\") sealed interface Shape permits Circle, Line {}\n"
                        + "@Subtype(\"disc\") record Circle(@Default(\"1\") long r) implements Shape {}\n"
                        + "@Subtype(\"line\") record Line(@Default(\"3\") int length) implements Shape {}\n";
        inner = "@Removed(name = \"flag\", since = 20) record Inner(@Default(\"1\") int amount) {}\n";
        version(
                "",
                "@Default(\"0\") long gold, " + base + ", @Default(\"7\") long xp" + byMode + play
                        + ", Settings settings, List<Shape> shapes",
                code,
                modes + inner + settings + shapes);

        Releases releases = new Releases(folder);
        VERSIONS.forEach(releases::lock);
        head = releases.run("Game", VERSIONS.get(VERSIONS.size() - 1)).schema("Game");
    }

    @Test
    void thereAreTwenty() {
        assertThat(VERSIONS).hasSize(20);
        assertThat(head.version()).isEqualTo(20);
    }

    @Test
    void theSampleOfEveryVersionLoadsAsItMust() {
        TreeMap<Integer, String> loaded = new TreeMap<>();
        for (int version = 1; version <= 20; version++) {
            Document<Object> document = Running.read(head, new Releases(folder).sampleText("game", version));
            assertThat(document.repairs()).as("repairs of version %d", version).isEmpty();
            assertThat(document.steps()).as("steps from version %d", version).hasSize(20 - version);
            loaded.put(version, document.value().toString());
        }
        assertThat(loaded).isEqualTo(expected());
    }

    /** The sample's values after every step: 3 gold is 4 after the step to 13, and half of it is the level. */
    private static TreeMap<Integer, String> expected() {
        TreeMap<Integer, String> expected = new TreeMap<>();
        expected.put(
                1,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=7], xp=0, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=1], shapes=[]]");
        expected.put(
                2,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=7], xp=8, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=1], shapes=[]]");
        expected.put(
                3,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=7], xp=8, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=1], shapes=[]]");
        expected.put(
                4,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=7], xp=8, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=1], shapes=[]]");
        expected.put(
                5,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=5], xp=6, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=1], shapes=[]]");
        expected.put(
                6,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=5], xp=6, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=1], shapes=[]]");
        expected.put(
                7,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=5], xp=6, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=1], shapes=[]]");
        expected.put(
                8,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=5], xp=6, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=7], shapes=[]]");
        expected.put(
                9,
                "Game[gold=4, name=text 1, mode=HEROIC, inner=Inner[amount=5], xp=8, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=9], shapes=[]]");
        expected.put(
                10,
                "Game[gold=4, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=9], shapes=[]]");
        expected.put(
                11,
                "Game[gold=4, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=9], shapes=[]]");
        expected.put(
                12,
                "Game[gold=4, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={EASY=[USUAL]}, "
                        + "played=PT30M, settings=Settings[volume=80, level=9], shapes=[]]");
        expected.put(
                13,
                "Game[gold=3, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={HEROIC=[EASY, USUAL, HEROIC], EASY=[USUAL, HEROIC, EASY], USUAL=[HEROIC, EASY, USUAL]}, "
                        + "played=PT10M, settings=Settings[volume=80, level=9], shapes=[]]");
        expected.put(
                14,
                "Game[gold=3, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={HEROIC=[EASY, USUAL, HEROIC], EASY=[USUAL, HEROIC, EASY], USUAL=[HEROIC, EASY, USUAL]}, "
                        + "played=PT8M, settings=Settings[volume=80, level=9], shapes=[]]");
        expected.put(
                15,
                "Game[gold=3, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={HEROIC=[EASY, USUAL, HEROIC], EASY=[USUAL, HEROIC, EASY], USUAL=[HEROIC, EASY, USUAL]}, "
                        + "played=PT8M, settings=Settings[volume=11, level=9], shapes=[]]");
        expected.put(
                16,
                "Game[gold=3, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={HEROIC=[EASY, USUAL, HEROIC], EASY=[USUAL, HEROIC, EASY], USUAL=[HEROIC, EASY, USUAL]}, "
                        + "played=PT7M, settings=Settings[volume=10, level=11], shapes=[]]");
        expected.put(
                17,
                "Game[gold=3, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={HEROIC=[EASY, USUAL, HEROIC], EASY=[USUAL, HEROIC, EASY], USUAL=[HEROIC, EASY, USUAL]}, "
                        + "played=PT7M, settings=Settings[volume=10, level=11], shapes=[]]");
        expected.put(
                18,
                "Game[gold=3, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={HEROIC=[EASY, USUAL, HEROIC], EASY=[USUAL, HEROIC, EASY], USUAL=[HEROIC, EASY, USUAL]}, "
                        + "played=PT7M, settings=Settings[volume=10, level=11], shapes=[Circle[r=12]]]");
        expected.put(
                19,
                "Game[gold=3, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=8, "
                        + "byMode={HEROIC=[EASY, USUAL, HEROIC], EASY=[USUAL, HEROIC, EASY], USUAL=[HEROIC, EASY, USUAL]}, "
                        + "played=PT7M, settings=Settings[volume=10, level=11], shapes=[Circle[r=12]]]");
        expected.put(
                20,
                "Game[gold=3, name=text 1, mode=USUAL, inner=Inner[amount=5], xp=6, "
                        + "byMode={HEROIC=[EASY, USUAL, HEROIC], EASY=[USUAL, HEROIC, EASY], USUAL=[HEROIC, EASY, USUAL]}, "
                        + "played=PT5M, settings=Settings[volume=8, level=9], shapes=[Circle[r=10], Line[length=11]]]");
        return expected;
    }

    @Test
    void oneLineOfAUsersTestSaysTheSame() {
        MigrationTest.verify(head, folder);
    }

    /** The history alone tells what the annotations told: with all annotations still there, the results are the same. */
    @Test
    void withTheAnnotationsOfAllStepsTheResultsAreTheSame() {
        String source = VERSIONS.get(19)
                .replace("String name", "@RenamedFrom(value = \"nick\", since = 3) String name")
                .replace("\n@Removed", "@Removed")
                .replace("public record Game(", "@Removed(name = \"tasks\", since = 5)\npublic record Game(")
                .replace("long xp", "@Since(2) long xp")
                .replace("int amount", "@RenamedFrom(value = \"a\", since = 6) int amount")
                .replace(
                        "USUAL, HEROIC }",
                        "@RenamedFrom(value = \"NORMAL\", since = 12) USUAL, "
                                + "@RenamedFrom(value = \"HARD\", since = 11) HEROIC }")
                .replace("Duration played,", "@RenamedFrom(value = \"minutes\", since = 14) Duration played,")
                .replace("long level)", "@MovedFrom(value = \"/level\", since = 16) long level)")
                .replace("List<Shape> shapes", "@Since(18) List<Shape> shapes")
                .replace("@Subtype(\"disc\")", "@Subtype(\"disc\") @RenamedFrom(value = \"circle\", since = 19)");
        Schema<Object> annotated = new Releases(folder).run("Game", source).schema("Game");
        for (int version = 1; version <= 20; version++) {
            String sample = new Releases(folder).sampleText("game", version);
            assertThat(Running.read(annotated, sample).value().toString())
                    .as("version %d", version)
                    .isEqualTo(expected().get(version));
        }
    }
}
