package dev.saveschema.processor.history.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.MigratedStep;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.ReleasedVersions;
import org.junit.jupiter.api.Test;

/** A step for a part is taken wherever the part stands, and everything else stays automatic. */
class PartStepsTest extends ReleasedVersions {

    private static final String LEVEL = "record Level(@Default(\"0\") int points, @Default(\"\") String name) {}";
    private static final String STARS = "record Level(@Default(\"0\") int stars, @Default(\"\") String name) {%s}";
    private static final String LEVELS =
            "List<Level> levels, Map<String, Level> best, Optional<Level> last, Level current, @Default(\"1\") int gold";
    private static final String SAVE = """
            {"$version": 1, "levels": [{"points": 100, "name": "a"}, {"points": 250, "name": "b"}],
             "best": {"x": {"points": 300, "name": "c"}}, "last": {"points": 400, "name": "d"},
             "current": {"points": 500, "name": "e"}, "gold": 5}
            """;
    private static final String MIGRATED = "Game[levels=[Level[stars=1, name=a], Level[stars=2, name=b]], "
            + "best={x=Level[stars=3, name=c]}, last=Optional[Level[stars=4, name=d]], "
            + "current=Level[stars=5, name=e], gold=5]";

    private static final String TREE = "@Removed(name = \"points\", since = 2)\n"
            + STARS.formatted("\n@Migration(from = 1, to = 2) static void rate(ObjectNode level) { "
                    + "level.put(\"stars\", level.path(\"points\").asInt() / 100); }\n");
    private static final String TYPED = "@Removed(name = \"points\", since = 2)\n"
            + STARS.formatted("\n@Migration(from = 1, to = 2) static Level rate(GameV1.Level old) { "
                    + "return new Level(old.points() / 100, old.name()); }\n");

    private static Document<Object> clean(Schema<Object> schema, String json) {
        Document<Object> document = Running.read(schema, json);
        assertThat(document.repairs()).isEmpty();
        return document;
    }

    @Test
    void aStepOnATreeIsTakenInListsMapsAndOptionals() {
        releases.lock(game(1, LEVELS, LEVEL));
        Schema<Object> schema = releases.run("Game", game(2, LEVELS, TREE)).schema("Game");
        Document<Object> document = clean(schema, SAVE);
        assertThat(document.value()).hasToString(MIGRATED);
        assertThat(document.steps())
                .flatExtracting(MigratedStep::changes)
                .contains("rate in levels[1]: added stars = 2", "removed levels[1].points");
    }

    @Test
    void aStepFromRecordToRecordIsTakenThereToo() {
        releases.lock(game(1, LEVELS, LEVEL));
        Running running = releases.run("Game", game(2, LEVELS, TYPED));
        assertThat(clean(running.schema("Game"), SAVE).value()).hasToString(MIGRATED);
        assertThat(running.source("GameSchema"))
                .contains("in -> GameV1Schema.Loader.readLevel(in, null),", "Level::rate,", "Saver::writeLevel");
    }

    @Test
    void withoutAHistoryAStepOnATreeIsTakenToo() {
        Schema<Object> schema = Running.compile(
                        "Game",
                        game(
                                2,
                                LEVELS,
                                TREE.replace("@Default(\"0\") int stars", "@Since(2) @Default(\"0\") int stars")))
                .schema("Game");
        assertThat(clean(schema, SAVE).value()).hasToString(MIGRATED);
    }

    @Test
    void onceLockedItLeadsFromOneLockedVersionToAnotherWhateverTheRecordIsCalledToday() {
        releases.lock(game(1, LEVELS, LEVEL)).lock(game(2, LEVELS, TYPED));
        String stage =
                "record Stage(@Default(\"0\") int stars, @Default(\"\") String name, @Default(\"7\") int extra) {"
                        + "@Migration(from = 1, to = 2) static GameV2.Level rate(GameV1.Level old) { "
                        + "return new GameV2.Level(old.points() / 100, old.name()); } }";
        String source = game(3, LEVELS.replace("Level", "Stage"), stage);
        Schema<Object> schema = releases.run("Game", source).schema("Game");
        assertThat(clean(schema, SAVE).value())
                .hasToString(MIGRATED.replaceAll("Level\\[(stars=\\d, name=.)\\]", "Stage[$1, extra=7]"));
        assertThat(releases.schemaText("game", 2))
                .contains("{\"code\": \"rate\", \"in\": \"Level\", \"part\": \"Level\"}");
    }

    @Test
    void aLockedStepThatIsGoneIsMissed() {
        releases.lock(game(1, LEVELS, LEVEL)).lock(game(2, LEVELS, TREE));
        releases.compile(game(3, LEVELS, STARS.formatted("")))
                .fails(
                        "[SaveSchema/MissingMigration] version 2 was locked with the step rate from version 1, which is gone")
                .withFact("It changed each Level; without it older files cannot be migrated");
    }

    @Test
    void aStepForAPartMayStandInAClassOfSteps() {
        releases.lock(game(1, LEVELS, LEVEL)).lock(game(2, LEVELS, TREE));
        String steps = STARS.formatted("")
                + "\nstatic final class Steps { @Migration(from = 1, to = 2, part = \"Level\") static void rate(ObjectNode level) { "
                + "level.put(\"stars\", level.path(\"points\").asInt() / 100); } }";
        String source = game(3, LEVELS, steps).replace("version = 3", "version = 3, migrations = Game.Steps.class");
        assertThat(clean(releases.run("Game", source).schema("Game"), SAVE).value())
                .hasToString(MIGRATED);
    }

    @Test
    void aThrowCostsThatPartAlone() {
        releases.lock(game(1, LEVELS, LEVEL));
        for (String source : new String[] {
            TREE.replace(
                    "{ level.put",
                    "{ level.put(\"name\", 5); if (level.path(\"points\").asInt() == 250) throw new IllegalStateException(\"bug\"); level.put(\"name\", \"n\"); level.put"),
            TYPED.replace("{ return", "{ if (old.points() == 250) throw new IllegalStateException(\"bug\"); return")
        }) {
            Schema<Object> schema =
                    releases.run("Game", game(2, LEVELS, source)).schema("Game");
            Document<Object> document = Running.read(schema, SAVE);
            assertThat(document.value().toString())
                    .contains("Level[stars=1, name=", "Level[stars=0, name=b]", "x=Level[stars=3,", "stars=5,");
            assertThat(Running.repairs(document))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "levels[1]: step rate from version 1 to 2 threw java.lang.IllegalStateException: bug; ");
            assertThat(document.repairs()).extracting(Repair::reason).containsExactly(Reason.MIGRATION_FAILED);
        }
    }

    @Test
    void whatAFaultyStepLeavesInAPartIsItsFault() {
        Schema<Object> schema = Running.compile(
                        "Game", game(2, LEVELS, TREE.replace("level.path(\"points\").asInt() / 100", "\"many\"")))
                .schema("Game");
        assertThat(Running.repairs(Running.read(schema, SAVE)))
                .contains("levels[0].stars: step rate from version 1 to 2 left what version 2 cannot have: "
                        + "\"many\" is not a whole number; used 0");
    }

    private static final String SHAPES = """
            public sealed interface Shape permits Circle, Box {}
            @Subtype("circle") public record Circle(@Default("1") int size) implements Shape {}
            @Subtype("box") public record Box(@Default("1") int side, List<Shape> inner) implements Shape {}
            """;

    private static final String DRAWN = """
            {"$version": 1, "shapes": [{"type": "circle", "size": 4}, {"type": "box", "side": 2, "inner": [{"type": "circle", "size": 6}]}]}
            """;

    @Test
    void ofSeveralRecordsOneMayHaveAStepAndStaysWhatItIs() {
        releases.lock(game(1, "List<Shape> shapes", SHAPES));
        for (String step : new String[] {
            "static Circle halve(GameV1.Circle old) { return new Circle(old.size() / 2); }",
            "static void halve(ObjectNode circle) { circle.put(\"size\", circle.path(\"size\").asInt() / 2); }"
        }) {
            String source = game(
                    2,
                    "List<Shape> shapes",
                    SHAPES.replace(
                            "(@Default(\"1\") int size) implements Shape {}",
                            "(@Default(\"1\") int size) implements Shape { @Migration(from = 1, to = 2) public " + step
                                    + " }"));
            assertThat(clean(releases.run("Game", source).schema("Game"), DRAWN).value())
                    .hasToString("Game[shapes=[Circle[size=2], Box[side=2, inner=[Circle[size=3]]]]]");
        }
    }

    @Test
    void aNameOfOneOfSeveralIsTheOldOneInItsStep() {
        releases.lock(game(1, "List<Shape> shapes", SHAPES));
        String source = game(
                2,
                "List<Shape> shapes",
                SHAPES.replace("public sealed", "@Discriminator(\"kind\") public sealed")
                        .replace(
                                "@Subtype(\"circle\")",
                                "@RenamedFrom(value = \"circle\", since = 2) @Subtype(\"disc\")")
                        .replace(
                                "int size) implements Shape {}",
                                "int size) implements Shape { @Migration(from = 1, to = 2) static void tell(ObjectNode old) { "
                                        + "if (old.path(\"type\").asString().equals(\"circle\")) old.put(\"size\", 9); } }"));
        assertThat(clean(releases.run("Game", source).schema("Game"), DRAWN).value())
                .hasToString("Game[shapes=[Circle[size=9], Box[side=2, inner=[Circle[size=9]]]]]");
    }

    @Test
    void aSealedInterfaceMayHaveAStepThatMakesOneRecordOfAnother() {
        releases.lock(game(1, "List<Shape> shapes", SHAPES));
        String source = game(2, "List<Shape> shapes", SHAPES.replace("permits Circle, Box {}", """
                permits Circle, Box {
                  @Migration(from = 1, to = 2) static Shape square(GameV1.Shape old) {
                    return old instanceof GameV1.Circle circle ? new Box(circle.size(), List.of()) : new Circle(1);
                  }
                }
                """));
        assertThat(clean(releases.run("Game", source).schema("Game"), DRAWN).value())
                .hasToString("Game[shapes=[Box[side=4, inner=[]], Circle[size=1]]]");
    }

    @Test
    void aRecordMayBecomeASealedInterface() {
        releases.lock(game(
                1, "List<Item> inventory", "record Item(@Default(\"\") String name, @Default(\"0\") int damage) {}"));
        String source = game(2, "List<Item> inventory", """
                public sealed interface Item permits Weapon, Thing {
                  @Migration(from = 1, to = 2) static Item divide(GameV1.Item old) {
                    return old.damage() > 0 ? new Weapon(old.name(), old.damage()) : new Thing(old.name());
                  }
                }
                @Subtype("weapon") public record Weapon(@Default("") String name, @Default("1") int damage) implements Item {}
                @Subtype("thing") public record Thing(@Default("") String name) implements Item {}
                """);
        Schema<Object> schema = releases.run("Game", source).schema("Game");
        String json =
                "{\"$version\": 1, \"inventory\": [{\"name\": \"axe\", \"damage\": 4}, {\"name\": \"cup\", \"damage\": 0}]}";
        assertThat(clean(schema, json).value())
                .hasToString("Game[inventory=[Weapon[name=axe, damage=4], Thing[name=cup]]]");
    }

    @Test
    void aStepMayAskForTheFilesOriginalVersion() {
        String step = "@Migration(from = %d, to = %d) static %s(%s, int original) { %s }\n";
        String source = game(
                4,
                "@Default(\"0\") int a, @Default(\"\") String b, Level level",
                "record Level(@Default(\"0\") int c) {"
                        + step.formatted(1, 2, "void part", "ObjectNode level", "level.put(\"c\", 10 + original);")
                        + "}\n"
                        + step.formatted(2, 3, "void whole", "ObjectNode save", "save.put(\"a\", 20 + original);")
                        + step.formatted(3, 4, "String one", "String old", "return old + original;")
                                .replace("to = 4", "to = 4, component = \"b\""));
        Schema<Object> schema = Running.compile("Game", source).schema("Game");
        assertThat(clean(schema, "{\"$version\": 1, \"a\": 1, \"b\": \"x\", \"level\": {\"c\": 1}}")
                        .value())
                .hasToString("Game[a=21, b=x1, level=Level[c=11]]");
        assertThat(clean(schema, "{\"$version\": 3, \"a\": 1, \"b\": \"x\", \"level\": {\"c\": 1}}")
                        .value())
                .hasToString("Game[a=1, b=x3, level=Level[c=1]]");
    }

    @Test
    void aStepFromAnotherPartIsToldWhatItWouldTake() {
        releases.lock(game(1, LEVELS, LEVEL));
        releases.compile(game(
                        2,
                        LEVELS,
                        TYPED.replace("static Level rate(GameV1.Level old)", "static String rate(GameV1.Level old)")
                                .replace("return new Level(old.points() / 100, old.name())", "return old.name()")))
                .fails(
                        "[SaveSchema/MigrationSignature] a migration of a part is a static method that takes the part of the old "
                                + "version and returns that of the new one")
                .withFact("But it does not return Game.Level, or another part of version 2")
                .withFixes("static Game.Level rate(GameV1.Level old)");
    }

    @Test
    void aPartHasNoComponentsForAStep() {
        releases.compile(
                        game(
                                2,
                                LEVELS,
                                STARS.formatted(
                                        "@Migration(from = 1, to = 2, component = \"stars\") static int rate(int old) { return old; }")))
                .fails(
                        "[SaveSchema/MisplacedAnnotation] component = \"stars\" on rate names a component of the document, "
                                + "and Level is only a part of it")
                .atLineContaining("component = \"stars\"");
    }

    @Test
    void besideAStepOnTheWholeRecordItWouldNotBeTaken() {
        releases.lock(game(1, LEVELS, LEVEL));
        releases.compile(game(
                        2, LEVELS, TREE + "@Migration(from = 1, to = 2) static Game all(GameV1 old) { return null; }"))
                .fails("[SaveSchema/MigrationBesideTyped] rate changes a part in the step from version 1, "
                        + "which all takes from record to record");
    }

    @Test
    void aStepForAPartThatIsNoneIsToldWhichThereAre() {
        releases.lock(game(1, LEVELS, LEVEL));
        String steps = STARS.formatted("")
                + "\nstatic final class Steps { @Migration(from = 1, to = 2, part = \"Levle\") static void rate(ObjectNode level) {} }";
        releases.compile(game(2, LEVELS, "@Removed(name = \"points\", since = 2)\n" + steps)
                        .replace("version = 2", "version = 2, migrations = Game.Steps.class"))
                .fails("[SaveSchema/UnknownPart] rate is for the part Levle, which version 1 does not have")
                .withFact("Its parts: Level")
                .andTheFix("part = \"Level\"", "part = \"Levle\"", "part = \"Level\"");
    }

    @Test
    void aStepForAPartThatIsNewWouldNeverBeCalled() {
        releases.lock(game(1, "@Default(\"1\") int gold", ""));
        releases.compile(
                        game(2, "@Default(\"1\") int gold, List<Level> levels", TREE.substring(TREE.indexOf('\n') + 1)))
                .fails(
                        "[SaveSchema/UnknownPart] rate is for the part Level, but nothing of version 1 has become it in version 2");
    }

    @Test
    void aStepFromOneRecordIsRefusedWhereAnotherStoodAsWell() {
        releases.lock(game(
                1, "List<A> as, List<B> bs", "record A(@Default(\"0\") int n) {} record B(@Default(\"0\") int n) {}"));
        releases.compile(
                        game(
                                2,
                                "List<A> as, List<A> bs",
                                "record A(@Default(\"0\") int n) { "
                                        + "@Migration(from = 1, to = 2) static A more(GameV1.A old) { return new A(old.n() + 1); } }"))
                .fails(
                        "[SaveSchema/UnknownPart] more takes A, but in version 1 also B stood where its result is to stand");
    }
}
