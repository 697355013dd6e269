package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.processor.Javac;
import dev.saveschema.processor.Page;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The code of {@code docs/recipes.md} compiles, and does what the page says of it. */
class RecipesPageTest {

    private static final Page PAGE = Page.read("docs/recipes.md");
    private static final List<String> JAVA = PAGE.java();
    private static final String IMPORTS = JAVA.get(0);
    private static final String ANNOTATIONS_OF_JACKSON =
            "import com.fasterxml.jackson.annotation.*;\nimport java.time.*;\nimport java.util.*;\n";

    @TempDir
    Path folder;

    private static PageExamples examples(String record, String... code) {
        return PageExamples.compile(record, IMPORTS + String.join("\n", code));
    }

    @Test
    void gameGoesOnWhereItWasAndShowsItsSlots() throws Exception {
        PageExamples game = examples("Progress", JAVA.get(1), JAVA.get(2), """
                class Examples {
                    public static List<String> play(Path folder) throws IOException {
                        try (Saves saves = new Saves(folder)) {
                            saves.play("first");
                            saves.change(now -> ProgressSchema.with(now).hero("Ada").level(2).done());
                            saves.checkpoint();
                            saves.change(now -> ProgressSchema.with(now).level(3).done());
                            saves.play("second");
                            List<String> shown = new ArrayList<>(saves.menu());
                            shown.add(saves.play("first").toString().replace(folder.toString(), ""));
                            shown.add(saves.trouble());
                            return shown;
                        }
                    }
                }
                """);
        assertThat((List<?>) game.run("play", folder))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("second: EMPTY", "first: Ada, level 3", "LOADED from /first/save.json", "");
    }

    @Test
    void settingsHaveWhatDiffersFromTheirDefaults() throws Exception {
        PageExamples settings = examples("Settings", JAVA.get(3), """
                class Examples {
                    public static void use(Path file) throws IOException {
                %s
                    }
                }
                """.formatted(in(JAVA.get(4), "settings.json")));
        Path file = folder.resolve("settings.json");
        assertThat(settings.printed("use", file)).containsExactly("80");
        assertThat(settings.printed("use", file)).containsExactly("30");
        assertThat(Files.readString(file)).contains("\"volume\": 30,\n  \"$save\"");
    }

    private static String in(String code, String file) {
        assertThat(code).contains("Path.of(\"" + file + "\")");
        return code.replace("Path.of(\"" + file + "\")", "file");
    }

    @Test
    void toolKeepsTasksAndSaysWhoHasTheFile() throws Exception {
        PageExamples tool = examples("Tasks", JAVA.get(5), """
                class Examples {
                    public static int use(Path file, String... arguments) throws IOException {
                        return run(file, arguments);
                    }

                    public static int busy(Path file) throws IOException {
                        try (SaveStore<Tasks> open = TasksSchema.open(file)) {
                            open.load();
                            return run(file, "x");
                        }
                    }

                %s
                }
                """.formatted(JAVA.get(6)));
        Path file = folder.resolve("tasks.json");
        for (String task : List.of("wash", "cook", "wash")) {
            assertThat(tool.run("use", file, new String[] {task})).isEqualTo(0);
        }
        assertThat(tool.printed("use", file, new String[0])).containsExactly("cook");
        assertThat(Files.readString(file)).contains("\"done\": 1");
        assertThat(tool.run("busy", file)).isEqualTo(2);
    }

    @Test
    void fileByHandIsMigratedAndKept() throws Exception {
        Path file = Files.writeString(folder.resolve("hero.json"), PAGE.json().get(0));
        Schema<Object> schema = schema(JAVA.get(7));
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.repairs()).isEmpty();
            assertThat(loaded.value()).hasToString("Hero[player=Ada, lives=3, items=[rope, lamp], sound=true]");
            store.save(loaded.value());
        }
        assertThat(folder.resolve("hero.json.v1.bak")).hasContent(PAGE.json().get(0));
    }

    private static Schema<Object> schema(String record) {
        return Running.compile("Hero", IMPORTS + record).schema("Hero");
    }

    /** Jackson itself writes what is read. */
    @Test
    void filesOfJacksonAreReadAsTheyAre() throws Exception {
        Javac javac = new Javac(folder).source("OldHero.java", ANNOTATIONS_OF_JACKSON + JAVA.get(8));
        javac.compile("-proc:none");
        ClassLoader old = new URLClassLoader(
                new URL[] {javac.out().toUri().toURL()}, getClass().getClassLoader());
        Object lamp = old.loadClass("OldHero$Lamp").getConstructors()[0].newInstance(60);
        Object rope = old.loadClass("OldHero$Rope").getConstructors()[0].newInstance(2.5);
        Instant time = Instant.parse("2026-11-22T19:47:03Z");
        var constructor = old.loadClass("OldHero").getConstructors()[0];
        for (List<Object> items : List.of(List.of(lamp, rope), List.<Object>of())) {
            Object hero = constructor.newInstance("Ada", 3, items, time, null);
            Path file = folder.resolve("hero.json");
            Files.write(file, JsonMapper.shared().writeValueAsBytes(hero));
            try (SaveStore<Object> store = SaveStore.open(schema(JAVA.get(9)), file)) {
                LoadResult<Object> loaded = store.load();
                assertThat(loaded.outcome()).isEqualTo(Outcome.EDITED);
                assertThat(loaded.repairs()).isEmpty();
                assertThat(loaded.value())
                        .hasToString("Hero[name=Ada, level=3, items="
                                + (items.isEmpty() ? "[]" : "[Lamp[watts=60], Rope[metres=2.5]]")
                                + ", lastPlayed=2026-11-22T19:47:03Z, note=Optional.empty]");
            }
        }
    }

    @Test
    void filesOfGsonAreReadAsTheyAre() throws Exception {
        Path file = Files.writeString(folder.resolve("hero.json"), PAGE.json().get(1));
        try (SaveStore<Object> store = SaveStore.open(schema(JAVA.get(10)), file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.repairs()).isEmpty();
            assertThat(loaded.value())
                    .hasToString(
                            "Hero[displayName=Ada & Eve, level=3, best=12.0, mode=HARD, note=Optional.empty, scores={Ada=7}]");
        }
    }

    @Test
    void whatIsDeletedForGoodIsGone() throws Exception {
        PageExamples delete = examples(
                "Hero", "@SaveSchema(version = 1) public record Hero(@Default(\"1\") int level) {}", """
                class Examples {
                    public static List<String> left(Path folder) throws IOException {
                        Path file = folder.resolve("hero.json");
                        for (int level = 1; level < 4; level++) {
                            try (SaveStore<Hero> store = HeroSchema.open(file)) {
                                store.save(new Hero(level));
                            }
                            try (SaveStore<Hero> store = HeroSchema.slots(folder.resolve("saves")).open("ada")) {
                                store.save(new Hero(level));
                            }
                        }
                %s
                        return List.of(HeroSchema.read(file).outcome().name(), HeroSchema.slots(folder.resolve("saves")).list().toString());
                    }
                }
                """.formatted(
                        in(JAVA.get(11), "hero.json").replace("Path.of(\"saves\")", "folder.resolve(\"saves\")")));
        assertThat(delete.run("left", folder)).isEqualTo(List.of("FIRST_RUN", "[]"));
    }
}
