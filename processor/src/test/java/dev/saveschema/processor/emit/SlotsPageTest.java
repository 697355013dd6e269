package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SlotNameException;
import dev.saveschema.processor.Page;
import dev.saveschema.slots.SaveSlots;
import dev.saveschema.slots.Slot;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/slots.md} is true: its examples run, and its tables name what there is. */
class SlotsPageTest {

    private static final Page PAGE = Page.read("docs/slots.md");

    private static PageExamples examples;

    @TempDir
    Path folder;

    @BeforeAll
    static void compileTheExamples() {
        examples = compile(PAGE.java().get(0));
    }

    private static PageExamples compile(String hero) {
        List<String> java = PAGE.java();
        return PageExamples.compile("Hero", """
                import dev.saveschema.*;
                import dev.saveschema.bulk.*;
                import dev.saveschema.slots.*;
                import java.io.*;
                import java.nio.file.*;

                %s
                class Examples {
                  public static SaveSlots<Hero> first(Path folder) throws IOException {
                %s
                    return slots;
                  }

                  public static void trash(SaveSlots<Hero> slots) throws IOException {
                %s
                  }

                  public static void migration(Path folder) throws Exception {
                    SaveSlots<Hero> slots = HeroSchema.slots(folder);
                %s
                  }

                  public static void name(SaveSlots<Hero> slots, String typed) throws IOException {
                %s
                  }
                }
                """.formatted(
                hero, java.get(1).replace("Path.of(\"saves\")", "folder"), java.get(2), java.get(3), java.get(4)));
    }

    private Object slots() throws Exception {
        return examples.run("first", saves());
    }

    private Path saves() {
        return folder.resolve("saves");
    }

    @Test
    void theFirstExamplePrintsWhatThePageShows() throws Exception {
        assertThat(examples.printed("first", saves()))
                .containsExactlyElementsOf(PAGE.output().get(0).lines().toList());
    }

    @Test
    void whatWasDeletedComesBack() throws Exception {
        Object slots = slots();
        assertThat(examples.printed("trash", slots)).singleElement().asString().startsWith("[ada, deleted 2");
        assertThat(((SaveSlots<?>) slots).list()).hasSize(2);
    }

    @Test
    void allSlotsAreMigratedAsThePageShows() throws Exception {
        PageExamples newer = compile(PAGE.java().get(0).replace("version = 1", "version = 2"));
        old("ada", "7");
        old("bob", "700");
        assertThat(newer.printed("migration", saves()))
                .containsExactlyElementsOf(Stream.concat(
                                PAGE.output().get(1).lines(),
                                Stream.of(
                                        "migrated 1 of 2 older saves; 0 were saved meanwhile",
                                        "  left 1: OUT_OF_RANGE"))
                        .toList());
    }

    private void old(String slot, String level) throws Exception {
        Files.createDirectories(saves().resolve(slot));
        Files.writeString(
                saves().resolve(slot).resolve("save.json"),
                "{\"$version\": 1, \"title\": \"Ada\", \"level\": " + level + ", \"items\": []}");
    }

    @Test
    void everyNameIsRefusedForTheReasonInTheTable() throws Exception {
        Object slots = slots();
        List<List<String>> rows = PAGE.rows("name").toList();
        assertThat(rows).hasSizeGreaterThan(5);
        for (List<String> row : rows) {
            assertThat(examples.printed("name", slots, Page.code(row.get(0)))).containsExactly(row.get(1));
        }
        assertThat(new SlotNameException("a", "b").reason()).isEqualTo("b");
    }

    @Test
    void everyStateHasItsRow() {
        assertThat(codes("`Slot.State`"))
                .containsExactlyElementsOf(
                        Arrays.stream(Slot.State.values()).map(Enum::name).toList());
    }

    @Test
    void everyMethodHasItsRow() {
        Set<String> methods = Arrays.stream(SaveSlots.class.getMethods())
                .filter(method -> method.getDeclaringClass() == SaveSlots.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        methods.removeAll(Set.of("list", "directory")); // the page describes these two earlier
        assertThat(PAGE.rows("method")
                        .flatMap(row -> Page.codes(row.get(0)).stream())
                        .map(code -> code.replaceFirst("\\(.*", "")))
                .containsExactlyInAnyOrderElementsOf(methods);
    }

    private static List<String> codes(String head) {
        return PAGE.rows(head).map(row -> Page.code(row.get(0))).toList();
    }

    @Test
    void theFolderHasWhatThePageShows() throws Exception {
        Object slots = slots();
        ((SaveSlots<?>) slots).delete("ada");
        try (Stream<Path> files = Files.list(saves())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("before the dragon", ".trash", ".slots.lock");
        }
        assertThat(PAGE.output().get(2).lines().map(line -> line.split("/")[1].replaceFirst(" +held.*", "")))
                .containsExactly("ada", "before the dragon", ".trash", ".slots.lock");
        assertThat(saves().resolve("before the dragon/save.json")).exists();
    }
}
