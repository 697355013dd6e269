package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.SaveSchemaProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated compiles wherever its record does: in any package, module and release, and by itself. */
class CompilersTest {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    private static final String IMPORTS = "import dev.saveschema.annotation.*;\nimport java.util.*;\n";

    private static final String SAVE = IMPORTS + """
            @SaveSchema(version = 2)
            public record Game(@Default("é\\n") String text, List<Level> levels, @Since(2) Map<Mode, Integer> scores) {
              public record Level(@Default("1") int number) {}
              public enum Mode { EASY, HARD }
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"17", "21", "25"})
    void withEveryReleaseThatTheCompilerKnows(String release) throws IOException {
        if (Integer.parseInt(release) > Runtime.version().feature()) {
            return;
        }
        source("example/Game.java", "package example;\n" + SAVE);
        compile("--release", release);
        assertThat(folder.resolve("out/example/GameSchema.class")).exists();
    }

    @Test
    void inTheUnnamedPackageToo() throws IOException {
        source("Game.java", SAVE);
        compile();
        assertThat(folder.resolve("out/GameSchema.class")).exists();
    }

    @Test
    void withEnumsAndRecordsOfOtherPackages() throws IOException {
        source("other/Mode.java", "package other; public enum Mode { A, B }");
        source(
                "other/deep/Outer.java",
                "package other.deep; " + IMPORTS
                        + "public class Outer { public record Part(@Default(\"1\") int x, Set<other.Mode> modes) {} }");
        source(
                "example/Game.java",
                "package example;\n" + IMPORTS + "@SaveSchema(version = 2) public record Game("
                        + "@Default(\"B\") other.Mode mode, other.deep.Outer.Part part, @Since(2) List<other.deep.Outer.Part> parts) {}");
        compile();
        assertThat(folder.resolve("out/example/GameSchema.class")).exists();
    }

    /** A module reads no java.compiler unless it says so, and then {@code @Generated} is nothing that it could name. */
    @Test
    void inAModuleThatDoesNotReadTheCompiler() throws IOException {
        source("module-info.java", "module app { requires dev.saveschema; }");
        source("example/Game.java", "package example;\n" + SAVE);
        compileModule();
        assertThat(generated("example/GameSchema.java"))
                .doesNotContain("@Generated")
                .contains("@SaveSchemaGenerated");
    }

    @Test
    void inAModuleThatDoesReadTheCompiler() throws IOException {
        source("module-info.java", "module app { requires dev.saveschema; requires static java.compiler; }");
        source("example/Game.java", "package example;\n" + SAVE);
        compileModule();
        assertThat(generated("example/GameSchema.java")).contains("@Generated(", "@SaveSchemaGenerated");
    }

    @Test
    void withARecordFromAClassFile() throws IOException {
        source(
                "lib/Part.java",
                "package lib; " + IMPORTS
                        + "public record Part(@Name(\"n\") @Range(min = 1) @Default(\"5\") int x, @Default(factory = \"made\") String s) {"
                        + " public Part { if (x == 9) throw new IllegalArgumentException(); }"
                        + " public static String made() { return \"m\"; } }");
        compile("-proc:none");
        Path lib = Files.move(folder.resolve("out"), folder.resolve("lib"));
        Files.delete(folder.resolve("src/lib/Part.java"));
        source(
                "example/Game.java",
                "package example;\n" + IMPORTS + "@SaveSchema(version = 1) public record Game(lib.Part part) {}");
        compile(classPath() + File.pathSeparator + lib, List.of());
        assertThat(generated("example/GameSchema.java"))
                .contains("Members.member(\"n\", \"5\")", "Part.made()", "atLeast(1)", "in.rejected(");
    }

    @Test
    void byItself() throws IOException {
        source("example/Game.java", "package example;\n" + SAVE);
        compile();
        String text = generated("example/GameSchema.java");
        source("example/GameSchema.java", text);
        compile("-proc:none");
    }

    @Test
    void withACompilerThatWritesAscii() throws IOException {
        source("example/Game.java", "package example;\n" + SAVE.replace("é", "\\u00e9"));
        compile("-encoding", "US-ASCII");
        assertThat(generated("example/GameSchema.java")).contains("\"\\u00e9\\n\"");
    }

    @Test
    void inTheSameBytesEachTime() throws IOException {
        source("example/Game.java", "package example;\n" + SAVE);
        source("example/Other.java", "package example;\n" + SAVE.replace("Game", "Other"));
        compile();
        Map<String, String> first = allGenerated();
        compile();
        assertThat(allGenerated()).isEqualTo(first).hasSize(2);
    }

    private void source(String path, String text) throws IOException {
        Path file = folder.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void compile(String... options) throws IOException {
        compile(classPath(), List.of(options));
    }

    private void compile(String classPath, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-classpath", classPath));
        all.addAll(options);
        run(all);
    }

    private void compileModule() throws IOException {
        run(List.of("--module-path", classPath()));
    }

    private void run(List<String> options) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "-Xlint:all,-processing,-options,-requires-automatic,-requires-transitive-automatic", "-Werror",
                "-d", Files.createDirectories(folder.resolve("out")).toString(),
                "-s", Files.createDirectories(folder.resolve("generated")).toString()));
        all.addAll(options);
        if (!options.contains("-proc:none")) {
            all.add("-Asaveschema.history=none");
        }
        if (!options.contains("-encoding")) {
            all.addAll(List.of("-encoding", "UTF-8"));
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(folder.resolve("src"))) {
            JavaCompiler.CompilationTask task = JAVAC.getTask(
                    messages,
                    files,
                    null,
                    all,
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.filter(path -> path.toString().endsWith(".java"))
                                    .toList()));
            if (!options.contains("-proc:none")) {
                task.setProcessors(List.of(new SaveSchemaProcessor()));
            }
            assertThat(task.call()).as(messages.toString()).isTrue();
        }
    }

    private String generated(String path) throws IOException {
        return Files.readString(folder.resolve("generated").resolve(path));
    }

    private Map<String, String> allGenerated() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("generated"))) {
            files.filter(Files::isRegularFile).forEach(file -> texts.put(file.toString(), text(file)));
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runtime and what it needs, among what the tests run with. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(path -> path.matches(
                                ".*(annotations|runtime)[/\\\\]target[/\\\\].*|.*(saveschema-(annotations|runtime)|"
                                        + "tools.jackson|[/\\\\]jackson-annotations|jspecify).*"))
                        .toList());
    }
}
