package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.MigratedStep;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import org.junit.jupiter.api.Test;

/** Steps from version to version that a developer wrote as changes of a tree. */
class StepsTest {

    private static final String GAME = """
            @SaveSchema(version = 4, migrations = Game.MoreSteps.class)
            @Removed(name = "lives", since = 3)
            public record Game(
                @RenamedFrom(value = "name", since = 3) @Default("?") String title,
                @Since(2) @Default("0") int points,
                @Since(3) @Default("0") int bonus,
                @Default("") String log) {

              @Migration(from = 1, to = 2)
              static void first(ObjectNode save) { note(save, "1"); save.put("points", 5); }

              @Migration(from = 2, to = 3)
              static void second(ObjectNode save) { note(save, "2"); save.put("bonus", save.path("lives").asInt(-1)); }

              static void note(ObjectNode save, String step) {
                save.put("log", save.path("log").asString("") + step + save.propertyNames());
              }

              static final class MoreSteps {
                @Migration(from = 3, to = 4)
                static void third(ObjectNode save) { note(save, "3"); }
              }
            }
            """;

    @Test
    void eachStepSeesWhatTheOneBeforeItLeft() {
        Schema<Object> schema = Running.compile("Game", GAME).schema("Game");
        Document<Object> document =
                Running.read(schema, "{\"name\": \"a\", \"lives\": 3, \"points\": \"x\", \"log\": \"\"}");
        assertThat(document.value())
                .hasToString("Game[title=a, points=5, bonus=3, "
                        + "log=1[name, lives, points, log]2[name, lives, points, log]3[points, log, bonus, title]]");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.steps()).extracting(MigratedStep::from).containsExactly(1, 2, 3);
        assertThat(document.steps().get(1).changes())
                .contains("second: added bonus = 3", "renamed name to title", "removed lives");
    }

    @Test
    void aFileStartsAtItsOwnVersion() {
        Schema<Object> schema = Running.compile("Game", GAME).schema("Game");
        Document<Object> document =
                Running.read(schema, "{\"$version\": 3, \"title\": \"a\", \"points\": 1, \"bonus\": 2, \"log\": \"\"}");
        assertThat(document.value()).hasToString("Game[title=a, points=1, bonus=2, log=3[title, points, bonus, log]]");
        assertThat(document.steps()).hasSize(1);
    }

    @Test
    void aStepThatThrowsIsUndoneAndWhatIsDeclaredStillHappens() {
        for (String failure :
                new String[] {"throw new IllegalStateException(\"b\\nug\");", "throw new AssertionError(\"b\\nug\");"
                }) {
            Schema<Object> schema =
                    Running.compile("Failing", """
                    @SaveSchema(version = 2)
                    @Removed(name = "gone", since = 2)
                    public record Failing(
                        @RenamedFrom(value = "old", since = 2) @Default("0") int kept,
                        @Since(2) @Default("7") int added,
                        List<Integer> list) {
                      @Migration(from = 1, to = 2)
                      static void step(ObjectNode save) {
                        save.remove("old"); save.put("added", 1); save.withArray("list").add(9);
                        FAILURE
                      }
                    }
                    """.replace("FAILURE", failure)).schema("Failing");
            Document<Object> document = Running.read(schema, "{\"old\": 5, \"gone\": 1, \"list\": [1, 2]}");
            assertThat(document.value()).as(failure).hasToString("Failing[kept=5, added=7, list=[1, 2]]");
            assertThat(document.repairs()).extracting(Repair::reason).containsExactly(Reason.MIGRATION_FAILED);
            assertThat(Running.repairs(document).get(0))
                    .startsWith("the file: step step from version 1 to 2 threw java.")
                    .endsWith("b\\nug; its changes were undone");
            assertThat(document.steps().get(0).changes())
                    .contains("step: failed, its changes were undone", "renamed old to kept", "added added = 7");
        }
    }

    /** A step is a program, and may leave in the tree what no file could hold. */
    @Test
    void whateverAStepLeavesIsReadLikeAFile() {
        for (String value : new String[] {
            "save.put(\"a\", Double.NaN)",
            "save.put(\"a\", Float.POSITIVE_INFINITY)",
            "save.putPOJO(\"a\", new Object())",
            "save.putPOJO(\"a\", null)",
            "save.put(\"a\", new byte[] {1})",
            "save.set(\"a\", tools.jackson.databind.node.MissingNode.getInstance())",
            "save.put(\"a\", (String) null)",
            "save.put(\"a\", (short) 300)",
            "save.put(\"a\", \"\\ud800\")"
        }) {
            Schema<Object> schema =
                    Running.compile("Odd", """
                    @SaveSchema(version = 2)
                    public record Odd(
                        @Default("3") byte a, @RenamedFrom(value = "a2", since = 2) @Default("0") BigDecimal b,
                        Map<String, String> c) {
                      @Migration(from = 1, to = 2)
                      static void step(ObjectNode save) { VALUE; save.set("a2", save.get("a")); save.putObject("c").set("k", save.get("a")); }
                    }
                    """.replace("VALUE", value)).schema("Odd");
            Document<Object> document = Running.read(schema, "{\"a\": 1, \"b\": 1}");
            assertThat(document.value().toString()).as(value).startsWith("Odd[a=3, b=");
            assertThat(document.repairs()).as(value).isNotEmpty();
        }
    }

    @Test
    void aFileThatIsOlderThanTheOldestIsNotRead() {
        Schema<Object> schema = Running.compile("Young", """
                @SaveSchema(version = 4, oldest = 3, unversioned = 3)
                public record Young(@RenamedFrom(value = "b", since = 4) @Default("0") int a) {}
                """).schema("Young");
        Document<Object> old = Running.read(schema, "{\"$version\": 2, \"b\": 5}");
        assertThat(old.value()).hasToString("Young[a=0]");
        assertThat(old.age()).isEqualTo(Document.Age.TOO_OLD);
        assertThat(old.repairs()).extracting(Repair::reason).containsExactly(Reason.TOO_OLD);
        assertThat(Running.read(schema, "{\"b\": 5}").value()).hasToString("Young[a=5]");
        assertThat(Running.read(schema, "{\"$version\": 3, \"b\": 6}").value()).hasToString("Young[a=6]");
    }
}
