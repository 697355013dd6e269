package dev.saveschema.processor.history.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.FormatterException;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.GoldenTest;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.Releases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps from record to record, where the records of older versions come from the history. */
class TypedMigrationsTest {

    private static final String V1 = """
            @SaveSchema(version = 1, naming = Naming.SNAKE_CASE)
            public record Progress(
                @Default("1") @Range(min = 1) int currentStepId,
                List<Integer> completedTasks,
                @Default("EASY") Mode mode,
                Settings settings,
                Optional<Mode> lastMode,
                Map<Mode, Settings> byMode) {
              enum Mode { @Name("easy") EASY, HARD }
              record Settings(@Default("80") @Range(min = 0, max = 100) int volume) {}
            }
            """;

    private static final String V2 = V1.replace("version = 1,", "version = 2,")
            .replace(
                    "Settings settings,",
                    "Settings settings, @Default(\"0\") @Range(min = 0, max = 1000) long xpPoints,");

    private static final String AWARD = """
              @Migration(from = 1, to = 2)
              static ProgressV2 awardXp(ProgressV1 old) {
                return new ProgressV2(
                    old.currentStepId(), old.completedTasks(),
                    old.mode() == ProgressV1.Mode.HARD ? ProgressV2.Mode.HARD : ProgressV2.Mode.EASY,
                    new ProgressV2.Settings(old.settings().volume()),
                    old.completedTasks().size() * 10L,
                    Optional.of(ProgressV2.Mode.EASY),
                    Map.of());
              }
            """;

    private static final String V3 = V2.replace("version = 2,", "version = 3,")
            .replace(
                    "List<Integer> completedTasks",
                    "@RenamedFrom(value = \"completed_tasks\", since = 3) List<Integer> tasks");

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void begin() {
        releases = new Releases(folder).lock(V1);
    }

    private static String with(String source, String method) {
        return source.replace("byMode) {", "byMode) {\n" + method);
    }

    @Test
    void aStepFromRecordToRecordSeesAnOldFileRepaired() {
        releases.lock(V2.replace("import", "import"));
        Running running = releases.run("Progress", with(V3, AWARD));
        Schema<Object> schema = running.schema("Progress");
        Document<Object> document = Running.read(schema, """
                {"current_step_id": 7, "completed_tasks": [1, "x", 3], "mode": "HARD", "settings": {"volume": 400},
                 "last_mode": "nonsense", "by_mode": {"easy": {"volume": 3}}}
                """);
        assertThat(document.value())
                .hasToString("Progress[currentStepId=7, tasks=[1, 3], mode=HARD, settings=Settings[volume=80], "
                        + "xpPoints=20, lastMode=Optional[EASY], byMode={}]");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "completed_tasks[1]: \"x\" is not a whole number; dropped",
                        "settings.volume: 400 is outside 0..100; used 80",
                        "last_mode: \"nonsense\" is not one of easy, HARD; used null");
        assertThat(document.steps().get(0).toString())
                .startsWith("1 to 2: awardXp: ")
                .contains("added xp_points = 20");
        assertThat(document.steps().get(1)).hasToString("2 to 3: renamed completed_tasks to tasks");
    }

    @Test
    void aStepToTheHeadReturnsTheRecordItself() {
        String step = """
                  @Migration(from = 1, to = 2)
                  static Progress awardXp(ProgressV1 old) {
                    return new Progress(old.currentStepId(), old.completedTasks(), Mode.HARD, new Settings(1), 7,
                        Optional.empty(), Map.of());
                  }
                """;
        Schema<Object> schema = releases.run("Progress", with(V2, step)).schema("Progress");
        assertThat(Running.read(schema, "{\"current_step_id\": 3}").value())
                .hasToString("Progress[currentStepId=3, completedTasks=[], mode=HARD, settings=Settings[volume=1], "
                        + "xpPoints=7, lastMode=Optional.empty, byMode={}]");
    }

    @Test
    void aStepThatThrowsLeavesTheDocumentAsItWas() {
        String step = """
                  @Migration(from = 1, to = 2)
                  static Progress awardXp(ProgressV1 old) { throw new IllegalStateException("bug"); }
                """;
        Schema<Object> schema = releases.run("Progress", with(V2, step)).schema("Progress");
        Document<Object> document = Running.read(schema, """
                {"current_step_id": 7, "completed_tasks": [1], "mode": "HARD", "settings": {"volume": 5}, "by_mode": {}}
                """);
        assertThat(document.value().toString())
                .startsWith("Progress[currentStepId=7, completedTasks=[1], mode=HARD, settings=Settings[volume=5], "
                        + "xpPoints=0");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "the file: step awardXp from version 1 to 2 threw java.lang.IllegalStateException: bug; "
                                + "its result was not used");
    }

    @Test
    void aResultThatItsVersionCannotHaveIsNamed() {
        releases.lock(V2);
        String step = AWARD.replace("* 10L", "* 1000L");
        Schema<Object> schema = releases.run("Progress", with(V3, step)).schema("Progress");
        Document<Object> document = Running.read(schema, """
                {"current_step_id": 7, "completed_tasks": [1, 2], "mode": "HARD", "settings": {"volume": 5}, "by_mode": {}}
                """);
        assertThat(document.repairs()).extracting(Repair::reason).contains(Reason.MIGRATION_FAILED);
        assertThat(Running.repairs(document).get(0))
                .isEqualTo("xp_points: step awardXp from version 1 to 2 left what version 3 cannot have: "
                        + "2000 is outside 0..1000; used 0");
    }

    @Test
    void aTreeThatItsVersionCannotHaveIsNamedToo() {
        releases.lock(V2);
        String step = """
                  @Migration(from = 1, to = 2)
                  static void award(ObjectNode save) { save.put("xp_points", "many"); save.remove("mode"); }
                """;
        Schema<Object> schema = releases.run("Progress", with(V3, step)).schema("Progress");
        Document<Object> document = Running.read(schema, """
                {"current_step_id": 0, "completed_tasks": [1, 2], "mode": "HARD", "settings": {"volume": 5}, "by_mode": {}}
                """);
        assertThat(document.repairs().stream()
                        .filter(repair -> repair.reason() == Reason.MIGRATION_FAILED)
                        .map(Repair::pointer))
                .containsExactlyInAnyOrder("/xp_points", "/mode");
    }

    @Test
    void aVersionThatIsNotLockedHasNoRecord() {
        releases.compile(with(V3, AWARD))
                .fails("[SaveSchema/PreviousVersionNotLocked] Progress has version 3, but version 2 is not locked")
                .atLineContaining("version = 3");
    }

    @Test
    void aStepTakesItsOwnVersions() {
        String step = "@Migration(from = 1, to = 2)\n  static Progress awardXp(ProgressV1 a, long b) { return null; }";
        releases.compile(with(V2, step))
                .failsOnly("[SaveSchema/MigrationSignature] a migration from record to record is a static method "
                        + "that takes the old version and returns the new one")
                .atLineContaining("awardXp(ProgressV1 a, long b)")
                .withFact("Found: static Progress awardXp(ProgressV1, long)")
                .withFact("But it does not take one ProgressV1, which is version 1")
                .andItsFixCompilesInPlaceOf("static Progress awardXp(ProgressV1 a, long b)");
        String back = "@Migration(from = 1, to = 2)\n  static ProgressV1 awardXp(ProgressV1 a) { return null; }";
        releases.compile(with(V2, back))
                .failsOnly("[SaveSchema/MigrationSignature] a migration from record to record is a static method "
                        + "that takes the old version and returns the new one")
                .withFact("But it does not return Progress, which is version 2")
                .andItsFixCompilesInPlaceOf("static ProgressV1 awardXp(ProgressV1 a)");
    }

    @Test
    void whatGoesFromRecordToRecordIsNotConvertedBesides() {
        releases.lock(V2);
        String converts =
                "@Migration(from = 1, to = 2, component = \"xpPoints\") static long more(long old) { return old + 1; }";
        releases.compile(with(V3, AWARD + converts))
                .failsOnly("[SaveSchema/MigrationBesideTyped] more converts a component in the step from version 1, "
                        + "which awardXp takes from record to record")
                .atLineContaining("more(long old)")
                .withFact("What awardXp returns has every component as the newer version has it")
                .andTheFix(
                        "call more from awardXp, and remove its @Migration",
                        "@Migration(from = 1, to = 2, component = \"xpPoints\") static long",
                        "static long");
    }

    @Test
    void whatAFactoryMadeIsAPlainValueWithinItsLimitsInAnOlderVersion() {
        List<String> types = List.of(
                "Mode",
                "int",
                "@Range(min = 5) int",
                "@DecimalRange(min = \"0.5\", max = \"0.7\") double",
                "@jakarta.validation.constraints.Positive double",
                "@Size(min = 2) String",
                "@Pattern(\"[a-z]+\") @Size(min = 2) String",
                "LocalDate",
                "Optional<Mode>",
                "List<Integer>",
                "Map<String, Integer>",
                "Figure");
        StringBuilder components = new StringBuilder();
        StringBuilder factories = new StringBuilder();
        StringBuilder removals = new StringBuilder();
        for (int at = 0; at < types.size(); at++) {
            String type = types.get(at);
            components
                    .append(at == 0 ? "" : ", ")
                    .append("@Default(factory = \"make%d\") %s c%d".formatted(at, type, at));
            removals.append("@Removed(name = \"c%d\", since = 2)\n".formatted(at));
            factories.append("static %s make%d() { throw new AssertionError(); }\n"
                    .formatted(type.replaceAll("@[\\w.]+(\\([^)]*\\))? ", ""), at));
        }
        String first = """
                @SaveSchema(version = 1)
                public record Game(%s) {
                  enum Mode { @Name("easy") EASY, HARD }
                  sealed interface Figure permits Circle, Square {}
                  @Subtype("circle") record Circle(@Default("1") int radius) implements Figure {}
                  @Subtype("square") record Square(@Default("1") int side) implements Figure {}
                  %s}
                """.formatted(components, factories);
        String second = """
                @SaveSchema(version = 2)
                %spublic record Game(@Since(2) @Default("") String was) {
                  @Migration(from = 1, to = 2) static Game shown(GameV1 old) { return new Game(old.toString()); }
                }
                """.formatted(removals);
        releases.lock(first);
        Document<Object> document = Running.read(releases.run("Game", second).schema("Game"), "{\"$version\": 1}");
        assertThat(document.value())
                .hasToString("Game[was=GameV1[c0=EASY, c1=0, c2=5, c3=0.5, c4=1.0, c5=??, c6=ab, "
                        + "c7=2001-02-01, c8=Optional.empty, c9=[], c10={}, c11=Circle[radius=1]]]");
    }

    @Test
    void theFormatterHasNothingToChange() throws FormatterException {
        releases.lock(V2);
        for (String method : List.of("awardXp", "awardXpForFinishedTasksAndPossiblyMuchMoreThanThat")) {
            String source = releases.run("Progress", with(V3, AWARD.replace("awardXp", method)))
                    .source("ProgressSchema");
            assertThat(source).isEqualTo(GoldenTest.formatted(source));
        }
    }

    @Test
    void anOlderVersionReadsAsIfTypedByHand() {
        releases.lock(V2);
        Running running = releases.run("Progress", with(V3, AWARD));
        assertThat(running.source("ProgressV1")).isEqualTo("""
                package example;

                import dev.saveschema.annotation.SaveSchemaGenerated;
                import java.util.List;
                import java.util.Map;
                import java.util.Optional;

                /**
                 * What files of version 1 of {@link Progress} hold.
                 *
                 * <p>Generated by SaveSchema from the schema's history, for migrations.
                 */
                @SaveSchemaGenerated
                public record ProgressV1(
                        int currentStepId,
                        List<Integer> completedTasks,
                        ProgressV1.Mode mode,
                        ProgressV1.Settings settings,
                        Optional<ProgressV1.Mode> lastMode,
                        Map<ProgressV1.Mode, ProgressV1.Settings> byMode) {

                    public record Settings(int volume) {}

                    public enum Mode {
                        EASY,
                        HARD
                    }
                }
                """);
        assertThat(running.source("ProgressV1Schema")).contains("\nfinal class ProgressV1Schema implements");
        assertThat(running.source("ProgressSchema"))
                .contains(
                        "boolean isDone =\n",
                        "step.run(\"awardXp\", ProgressV1Schema.INSTANCE, Progress::awardXp, ProgressV2Schema.INSTANCE);",
                        "if (!isDone) {");
    }
}
