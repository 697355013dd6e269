package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Page;
import dev.saveschema.storage.Durability;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/storage.md} is true: its examples run and print what it shows. */
class StoragePageTest {

    private static final Page PAGE = Page.read("docs/storage.md");

    private static PageExamples examples;

    @TempDir
    Path folder;

    @BeforeAll
    static void compileTheExamples() {
        List<String> java = PAGE.java();
        examples = PageExamples.compile("Hero", """
                import dev.saveschema.*;
                import dev.saveschema.storage.*;
                import dev.saveschema.storage.medium.*;
                import java.io.*;
                import java.nio.file.*;
                import java.time.*;

                %s
                class Examples {
                  public static void shared(Path file) throws IOException {
                %s
                  }

                  public static void atomic(Path file) throws IOException {
                %s
                  }

                  public static void inMemory() throws IOException {
                %s
                  }

                  public static void conflict() throws IOException {
                %s
                  }
                }
                """.formatted(
                        java.get(0), inFolder(java.get(2)), inFolder(java.get(4)), java.get(1), java.get(3)));
    }

    private static String inFolder(String example) {
        assertThat(example).contains("Path.of(\"hero.json\")");
        return example.replace("Path.of(\"hero.json\")", "file");
    }

    @Test
    void aSharedFileIsCountedIn() throws Exception {
        Path file = folder.resolve("hero.json");
        examples.printed("shared", file);
        examples.printed("shared", file);
        assertThat(Files.readString(file)).contains("\"gold\": 2");
    }

    @Test
    void aStoreThatDoesNotWaitToTheLastSaysSo() throws Exception {
        Path file = folder.resolve("hero.json");
        assertThat(PAGE.text())
                .contains("It prints `"
                        + examples.printed("atomic", file).get(0).replace(file.toString(), "hero.json") + "`");
    }

    @Test
    void aStoreInMemoryBehavesAsThePageShows() throws Exception {
        assertThat(examples.printed("inMemory"))
                .containsExactlyElementsOf(PAGE.output().get(0).lines().toList());
    }

    @Test
    void aConflictIsResolvedAsThePageShows() throws Exception {
        assertThat(examples.printed("conflict")).containsExactly("Hero[name=Eve, gold=6]");
        assertThat(PAGE.text()).contains("It prints `Hero[name=Eve, gold=6]`");
    }

    @Test
    void theTableNamesWhatThereIs() {
        assertThat(PAGE.rows("`Durability`").map(row -> Page.code(row.get(0))))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Durability.values()).map(Enum::name).toList());
    }
}
