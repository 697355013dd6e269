package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.AutoSaveOptions;
import dev.saveschema.SaveListener;
import dev.saveschema.SaveStatus;
import dev.saveschema.processor.Page;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/autosave.md} is true: its examples run, and its tables name what there is. */
class AutoSavePageTest {

    private static final Page PAGE = Page.read("docs/autosave.md");

    private static PageExamples examples;

    @TempDir
    Path folder;

    @BeforeAll
    static void compileTheExamples() {
        List<String> java = PAGE.java();
        examples = PageExamples.compile("Hero", """
                import dev.saveschema.*;
                import java.io.*;
                import java.nio.file.*;

                %s
                class Examples {
                  public static void use(Path file) throws IOException {
                %s
                  }

                  public static void options(Path file) throws IOException {
                %s
                  }

                  public static %s

                  public static void listener(Path file) throws IOException {
                %s
                  }
                }
                """.formatted(
                        java.get(0), inFolder(java.get(1)), inFolder(java.get(2)), java.get(3), inFolder(java.get(4))));
    }

    private static String inFolder(String example) {
        assertThat(example).contains("Path.of(\"hero.json\")");
        return example.replace("Path.of(\"hero.json\")", "file");
    }

    @Test
    void theFirstExamplePrintsWhatThePageShows() throws Exception {
        List<String> shown = PAGE.output().get(0).lines().toList();
        List<String> printed = examples.printed("use", file());
        assertThat(printed).hasSameSizeAs(shown);
        for (int at = 0; at < shown.size(); at++) {
            assertThat(printed.get(at)).matches(pattern(shown.get(at)));
        }
    }

    @Test
    void theOptionsAreThoseInTheTable() throws Exception {
        examples.printed("options", file());
        assertThat(Files.readString(file())).contains("\"gold\": 7");
        assertThat(codes("`AutoSaveOptions`"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AutoSaveOptions.class.getMethods())
                        .filter(method -> method.getReturnType() == AutoSaveOptions.class)
                        .map(Method::getName)
                        .filter(name -> !name.equals("defaults"))
                        .toList());
    }

    @Test
    void everyStateHasItsLineAndItsRow() throws Exception {
        assertThat(codes("`SaveStatus.State`"))
                .containsExactlyElementsOf(
                        Arrays.stream(SaveStatus.State.values()).map(Enum::name).toList());
        SaveStatus failed = new SaveStatus(
                SaveStatus.State.FAILED,
                Optional.of(Instant.EPOCH),
                Optional.of(new SaveStatus.Failure(new IllegalArgumentException("/hp: no"), 1, Optional.empty())));
        assertThat(examples.run("line", failed)).isEqualTo(Optional.of("NOT SAVED: /hp: no"));
    }

    @Test
    void theListenerHearsWhatTheTableSays() throws Exception {
        assertThat(examples.printed("listener", file())).containsExactly("saved as generation 1");
        assertThat(codes("`SaveListener`"))
                .map(method -> method.replaceAll(" \\w+(?=[,)])", "")) // the names of the parameters
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SaveListener.class.getMethods())
                        .map(AutoSavePageTest::signature)
                        .toList());
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(type -> type.getTypeName().replaceAll("[a-z]+\\.", "").replace('$', '.'))
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static List<String> codes(String head) {
        return PAGE.rows(head).map(row -> Page.code(row.get(0))).toList();
    }

    /** A regular expression for the shown text, in which … stands for any text. */
    private static String pattern(String shown) {
        return Arrays.stream(shown.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
    }

    private Path file() {
        return folder.resolve("hero.json");
    }
}
