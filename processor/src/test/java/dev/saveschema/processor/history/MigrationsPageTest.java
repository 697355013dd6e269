package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.document.Document;
import dev.saveschema.processor.Page;
import dev.saveschema.processor.emit.Running;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of {@code docs/migrations.md} compiles and does what the page says; its table is {@link KindsOfChangeTest}'s. */
class MigrationsPageTest {

    private static final List<String> JAVA = Page.read("docs/migrations.md").java();
    private static final String ONE_LINE = JAVA.get(0);
    private static final String STEP_TO_THE_HEAD = JAVA.get(1);
    private static final String STEP_BEHIND_THE_HEAD = JAVA.get(2);
    private static final String PART = JAVA.get(3);
    private static final String ATTRIBUTES = JAVA.get(4);

    private static final String V1 = STEP_TO_THE_HEAD
            .replace("version = 2", "version = 1")
            .replaceFirst("(?m)^.*long xpPoints,\n", "")
            .replaceFirst("(?s)\n    @Migration.*", "}\n");
    private static final String V3 = STEP_TO_THE_HEAD
            .replace("version = 2", "version = 3")
            .replaceFirst("(?s)    @Migration.*", STEP_BEHIND_THE_HEAD.replace("$", "\\$") + "}\n");

    private static final String OLD =
            "{\"completed_tasks\": [1, 2], \"settings\": {\"volume\": 30, \"theme\": \"LIGHT\"}}";

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void begin() {
        releases = new Releases(folder);
    }

    @Test
    void theStepToTheHeadCarriesAcrossWhatDidNotChange() {
        releases.lock(V1);
        assertThat(load(releases.run("Progress", STEP_TO_THE_HEAD)).value())
                .hasToString("Progress[completedTasks=[1, 2], xpPoints=20, settings=Settings[volume=30, theme=LIGHT]]");
    }

    @Test
    void theSameStepBehindTheHeadDoesTheSame() {
        releases.lock(V1).lock(STEP_TO_THE_HEAD);
        Document<Object> document = load(releases.run("Progress", V3));
        assertThat(document.value())
                .hasToString("Progress[completedTasks=[1, 2], xpPoints=20, settings=Settings[volume=30, theme=LIGHT]]");
        assertThat(document.repairs()).isEmpty();
    }

    @Test
    void theStepForAPartIsTakenWhereverThePartStands() {
        String first = PART.replace("version = 2", "version = 1")
                .replace("@Removed(name = \"points\", since = 2)", "")
                .replace("int stars", "int points")
                .replaceFirst("(?s)@Migration.*", "}\n}\n");
        releases.lock(first);
        Document<Object> document = Running.read(
                releases.run("Campaign", PART).schema("Campaign"),
                "{\"$version\": 1, \"levels\": [{\"name\": \"a\", \"points\": 250}], "
                        + "\"bonus\": {\"x\": {\"name\": \"b\", \"points\": 100}}}");
        assertThat(document.value())
                .hasToString("Campaign[levels=[Level[name=a, stars=2]], bonus={x=Level[name=b, stars=1]}]");
        assertThat(document.repairs()).isEmpty();
    }

    @Test
    void theAttributesMeanWhatThePageSays() {
        // javac warns of a second class in a file that another file uses, so it is put within the first
        String source = ATTRIBUTES
                        .replace("ProgressSteps.class", "CourseProgress.ProgressSteps.class")
                        .replace("playTime) {}\n\nfinal class", "playTime) { static final class")
                + "}";
        Running running = Running.compile("CourseProgress", source);
        var schema = running.schema("CourseProgress");
        assertThat(schema.id()).isEqualTo("progress");
        Document<Object> unversioned = Running.read(schema, "{\"playTime\": 90}");
        assertThat(unversioned.value()).hasToString("CourseProgress[playTime=PT1H30M]");
        assertThat(unversioned.version()).isEqualTo(2);
        Document<Object> tooOld = Running.read(schema, "{\"$version\": 1, \"playTime\": 90}");
        assertThat(tooOld.repairs()).extracting(Repair::reason).containsExactly(Reason.TOO_OLD);
    }

    /** A newcomer adds it before there is anything to test, and is told what is missing. */
    @Test
    void theOneLineFailsBeforeTheFirstLock() throws ReflectiveOperationException {
        Running running = releases.run(
                "Progress",
                V1 + "class Tests {\n"
                        + ONE_LINE.replace("MigrationTest", "dev.saveschema.testing.MigrationTest")
                                .replace("@Test\n", "")
                        + "}");
        Class<?> tests = running.loadClass("example.Tests");
        var constructor = tests.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        Method line = tests.getDeclaredMethod("savesOfEveryVersionLoad");
        line.setAccessible(true);
        assertThatThrownBy(() -> line.invoke(instance))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("there is no sample in ");
    }

    /** A new component of an old file is a step where its version is known, and else a repair. */
    @Test
    void sinceMakesAnAddedComponentAStepWithoutAHistory() {
        String v2 = "@SaveSchema(version = 2)\npublic record Game(%s@Default(\"7\") int lives) {}";
        Document<Object> known =
                Running.read(Running.compile("Game", v2.formatted("@Since(2) ")).schema("Game"), "{\"$version\": 1}");
        assertThat(known.steps().get(0)).hasToString("1 to 2: added lives = 7");
        assertThat(known.repairs()).isEmpty();
        Document<Object> unknown =
                Running.read(Running.compile("Game", v2.formatted("")).schema("Game"), "{\"$version\": 1}");
        assertThat(unknown.repairs()).extracting(Repair::reason).containsExactly(Reason.MISSING);
        releases.lock("@SaveSchema(version = 1)\npublic record Game(List<String> names) {}");
        Document<Object> compared = Running.read(
                releases.run("Game", v2.formatted("List<String> names, ")).schema("Game"),
                "{\"$version\": 1, \"names\": []}");
        assertThat(compared.steps().get(0)).hasToString("1 to 2: added lives = 7");
    }

    @Test
    void aConversionNamesItsComponentAsItIsCalledNowOrWasCalledWhenItWasRemoved() {
        String convert =
                "@Migration(from = 1, to = 2, component = \"%s\") static Duration convert(int old) { return Duration.ofMinutes(old); }";
        Document<Object> renamed = Running.read(
                Running.compile("Game", """
                        @SaveSchema(version = 3)
                        public record Game(@RenamedFrom(value = "time", since = 3) @Default("PT0S") Duration played) {
                          %s
                        }
                        """.formatted(convert.formatted("played")))
                        .schema("Game"),
                "{\"$version\": 1, \"time\": 90}");
        assertThat(renamed.value()).hasToString("Game[played=PT1H30M]");
        Document<Object> removed = Running.read(
                Running.compile("Game", """
                        @SaveSchema(version = 3)
                        @Removed(name = "time", since = 3)
                        public record Game(List<String> names) {
                          %s
                        }
                        """.formatted(convert.formatted("time")))
                        .schema("Game"),
                "{\"$version\": 1, \"names\": [], \"time\": 90}");
        assertThat(removed.steps().get(0)).hasToString("1 to 2: convert: changed time from 90 to \"PT1H30M\"");
    }

    private static Document<Object> load(Running running) {
        return Running.read(running.schema("Progress"), OLD);
    }
}
