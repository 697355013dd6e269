package dev.saveschema.processor.history.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.Releases;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A constant or one of several objects that is no more is taken from whatever held it, without a repair. */
class RemovedNamesTest {

    private static final String MODES = """
            @SaveSchema(version = 2)
            public record Game(
                @Default("EASY") Mode mode, @Default(factory = "strongest") @Alias("other") Mode best, Optional<Mode> maybe,
                List<Mode> list, Map<Mode, Integer> byMode, Map<String, List<Mode>> deep, Map<String, Mode> values, Level level) {
              static Mode strongest() { return Mode.HARD; }
              @Removed(name = "NIGHTMARE", since = 2)
              public enum Mode { EASY, HARD }
              public record Level(@Default("HARD") Mode mode) {}
            }
            """;
    private static final String FIGURES = """
            @SaveSchema(version = 2)
            public record Drawing(@Default("circle") Figure main, Optional<Figure> maybe, List<Figure> list, Map<String, Figure> named) {
              @Removed(name = "square", since = 2)
              public sealed interface Figure permits Circle, Group {}
              @Subtype("circle") public record Circle(@Default("1") int radius) implements Figure {}
              @Subtype("group") public record Group(List<Figure> of) implements Figure {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aConstantIsTakenFromEveryPlace() {
        Document<Object> document = Running.read(Running.compile("Game", MODES).schema("Game"), """
                {"mode": "NIGHTMARE", "other": "NIGHTMARE", "maybe": "NIGHTMARE", "list": ["NIGHTMARE", "EASY", "NIGHTMARE"],
                 "byMode": {"NIGHTMARE": 1, "EASY": 2}, "deep": {"a": ["NIGHTMARE", "HARD"]},
                 "values": {"a": "NIGHTMARE", "b": "HARD"}, "level": {"mode": "NIGHTMARE"}}""");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value())
                .hasToString("Game[mode=EASY, best=HARD, maybe=Optional.empty, list=[EASY], byMode={EASY=2}, "
                        + "deep={a=[HARD]}, values={b=HARD}, level=Level[mode=HARD]]");
        assertThat(document.steps().get(0).changes())
                .containsExactly(
                        "removed NIGHTMARE from mode, which is \"EASY\" now",
                        "removed NIGHTMARE from other, which is \"HARD\" now",
                        "removed NIGHTMARE from maybe, which is null now",
                        "removed NIGHTMARE from list[0]",
                        "removed NIGHTMARE from list[2]",
                        "removed NIGHTMARE from byMode.NIGHTMARE",
                        "removed NIGHTMARE from deep.a[0]",
                        "removed NIGHTMARE from values.a",
                        "removed NIGHTMARE from level.mode, which is \"HARD\" now");
    }

    @Test
    void oneOfSeveralObjectsIsTakenFromEveryPlace() {
        Document<Object> document =
                Running.read(Running.compile("Drawing", FIGURES).schema("Drawing"), """
                {"main": {"type": "square", "side": 3}, "maybe": {"type": "square"},
                 "list": [{"type": "group", "of": [{"side": 1, "type": "square"}, {"type": "circle", "radius": 2}]}, {"type": "square"}],
                 "named": {"a": {"type": "square"}, "b": {"type": "circle"}}}""");
        assertThat(Running.repairs(document)).containsExactly("named.b.radius: missing; used 1");
        assertThat(document.value())
                .hasToString("Drawing[main=Circle[radius=1], maybe=Optional.empty, "
                        + "list=[Group[of=[Circle[radius=2]]]], named={b=Circle[radius=1]}]");
        assertThat(document.steps().get(0).changes())
                .containsExactly(
                        "removed square from main, which is {\"type\":\"circle\",\"radius\":1} now",
                        "removed square from maybe, which is null now",
                        "removed square from list[1]",
                        "removed square from list[0].of[0]",
                        "removed square from named.a");
    }

    @Test
    void theDevelopersOwnStepSeesItBefore() {
        Schema<Object> schema = Running.compile(
                        "Game",
                        MODES.replace(
                                "static Mode strongest()",
                                "@Migration(from = 1, to = 2) static void harder(ObjectNode save) { save.put(\"mode\", \"HARD\"); }\n"
                                        + "  static Mode strongest()"))
                .schema("Game");
        Document<Object> document = Running.read(schema, "{\"mode\": \"NIGHTMARE\"}");
        assertThat(document.value()).asString().startsWith("Game[mode=HARD, ");
    }

    @Test
    void aNameThatIsGivenUpMayBeTheNewOneOfAnother() {
        Schema<Object> schema = Running.compile("Turned", """
                @SaveSchema(version = 3)
                @Removed(name = "b", since = 2)
                public record Turned(
                    @RenamedFrom(value = "a", since = 2) @RenamedFrom(value = "b", since = 3) @Default("0") int c, List<Side> sides) {
                  @Removed(name = "UP", since = 2)
                  public enum Side { @RenamedFrom(value = "DOWN", since = 2) @RenamedFrom(value = "UP", since = 3) LEFT }
                }
                """).schema("Turned");
        Document<Object> document = Running.read(schema, "{\"a\": 1, \"b\": 2, \"sides\": [\"UP\", \"DOWN\"]}");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).hasToString("Turned[c=1, sides=[LEFT]]");
    }

    /** The sample of version 1 has every constant and every kind of object in it. */
    @Test
    void theHistoryRemembersWhatTheAnnotationSaid() {
        Releases releases = new Releases(folder);
        releases.lock(first(MODES, "EASY, HARD", "EASY, NIGHTMARE, HARD"));
        releases.lock(MODES);
        String later = MODES.replace("version = 2", "version = 3").replaceAll("@Removed.*\n", "");
        Schema<Object> schema = releases.run("Game", later).schema("Game");
        Document<Object> document = Running.read(schema, releases.sampleText("game", 1));
        assertThat(document.repairs()).isEmpty();
        assertThat(document.steps().get(0).changes())
                .contains("removed NIGHTMARE from list[0]", "removed NIGHTMARE from byMode.NIGHTMARE");
        MigrationTest.verify(schema, folder);
    }

    @Test
    void theHistoryRemembersAnObjectThatIsNoMore() {
        Releases releases = new Releases(folder);
        releases.lock(first(FIGURES, "permits Circle, Group", "permits Square, Circle, Group")
                .replace(
                        "  @Subtype(\"circle\")",
                        "  @Subtype(\"square\") public record Square(@Default(\"1\") int side) implements Figure {}\n"
                                + "  @Subtype(\"circle\")"));
        releases.lock(FIGURES);
        String later = FIGURES.replace("version = 2", "version = 3").replaceAll("@Removed.*\n", "");
        Schema<Object> schema = releases.run("Drawing", later).schema("Drawing");
        Document<Object> document = Running.read(schema, releases.sampleText("drawing", 1));
        assertThat(document.repairs()).isEmpty();
        assertThat(document.steps().get(0).changes())
                .contains("removed square from list[1]", "removed square from list[0].of[0]");
        MigrationTest.verify(schema, folder);
    }

    @Test
    void whatASealedInterfaceLosesTheOneAroundItLosesToo() {
        Releases releases = new Releases(folder);
        String second = """
                @SaveSchema(version = 2)
                public record Drawing(List<Figure> list) {
                  public sealed interface Figure permits Round, Line {}
                  @Removed(name = "oval", since = 2)
                  public sealed interface Round extends Figure permits Circle {}
                  @Subtype("line") public record Line() implements Figure {}
                  @Subtype("circle") public record Circle() implements Round {}
                }
                """;
        releases.lock(first(second, "permits Circle {}", "permits Circle, Oval {}")
                .replace(
                        "  @Subtype(\"line\")",
                        "  @Subtype(\"oval\") public record Oval() implements Round {}\n  @Subtype(\"line\")"));
        Schema<Object> schema = releases.run("Drawing", second).schema("Drawing");
        assertThat(Running.read(schema, releases.sampleText("drawing", 1)).value())
                .hasToString("Drawing[list=[Circle[], Line[]]]");
    }

    @Test
    void whatASealedInterfaceLosesTheOneAroundItKeepsIfItStillPermitsIt() {
        Releases releases = new Releases(folder);
        String second = """
                @SaveSchema(version = 2)
                public record Drawing(List<Figure> figures, List<Round> rounds) {
                  public sealed interface Figure permits Round, Line, Oval {}
                  @Removed(name = "oval", since = 2)
                  public sealed interface Round extends Figure permits Circle {}
                  @Subtype("line") public record Line() implements Figure {}
                  @Subtype("circle") public record Circle() implements Round {}
                  @Subtype("oval") public record Oval() implements Figure {}
                }
                """;
        releases.lock(first(second, "permits Circle {}", "permits Circle, Oval {}")
                .replace("Oval() implements Figure", "Oval() implements Round, Figure"));
        releases.lock(second);
        Schema<Object> schema = releases.run("Drawing", second).schema("Drawing");
        Document<Object> document = Running.read(schema, """
                {"figures": [{"type": "oval"}, {"type": "circle"}], "rounds": [{"type": "oval"}, {"type": "circle"}]}""");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).hasToString("Drawing[figures=[Oval[], Circle[]], rounds=[Circle[]]]");
        MigrationTest.verify(schema, folder);
    }

    @Test
    void whatASealedInterfaceLosesTheOneAroundItMayRename() {
        Releases releases = new Releases(folder);
        String second = """
                @SaveSchema(version = 2)
                public record Drawing(List<Figure> figures, List<Round> rounds) {
                  public sealed interface Figure permits Round, Ellipse {}
                  @Removed(name = "oval", since = 2)
                  public sealed interface Round extends Figure permits Circle {}
                  @Subtype("circle") public record Circle() implements Round {}
                  @RenamedFrom(value = "oval", since = 2)
                  @Subtype("ellipse") public record Ellipse() implements Figure {}
                }
                """;
        releases.lock("""
                @SaveSchema(version = 1)
                public record Drawing(List<Figure> figures, List<Round> rounds) {
                  public sealed interface Figure permits Round {}
                  public sealed interface Round extends Figure permits Circle, Oval {}
                  @Subtype("circle") public record Circle() implements Round {}
                  @Subtype("oval") public record Oval() implements Round {}
                }
                """);
        Schema<Object> schema = releases.lock(second).run("Drawing", second).schema("Drawing");
        Document<Object> document = Running.read(schema, """
                {"figures": [{"type": "oval"}, {"type": "circle"}], "rounds": [{"type": "oval"}, {"type": "circle"}]}""");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).hasToString("Drawing[figures=[Ellipse[], Circle[]], rounds=[Circle[]]]");
        MigrationTest.verify(schema, folder);
    }

    private static String first(String second, String now, String before) {
        return second.replace("version = 2", "version = 1")
                .replaceAll(" *@Removed.*\n", "")
                .replace(now, before);
    }
}
