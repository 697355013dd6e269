package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Javac;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code compiles wherever its record does: in any package, module and release, and by itself. */
class CompilersTest {

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

    private Javac javac;

    @BeforeEach
    void begin() {
        javac = new Javac(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "21", "25"})
    void withEveryReleaseThatTheCompilerKnows(String release) throws IOException {
        if (Integer.parseInt(release) > Runtime.version().feature()) {
            return;
        }
        javac.source("example/Game.java", "package example;\n" + SAVE);
        javac.compile("--release", release);
        assertThat(folder.resolve("out/example/GameSchema.class")).exists();
    }

    @Test
    void inTheUnnamedPackageToo() throws IOException {
        javac.source("Game.java", SAVE);
        javac.compile();
        assertThat(folder.resolve("out/GameSchema.class")).exists();
    }

    @Test
    void withEnumsAndRecordsOfOtherPackages() throws IOException {
        javac.source("other/Mode.java", "package other; public enum Mode { A, B }");
        javac.source(
                "other/deep/Outer.java",
                "package other.deep; " + IMPORTS
                        + "public class Outer { public record Part(@Default(\"1\") int x, Set<other.Mode> modes) {} }");
        javac.source(
                "example/Game.java",
                "package example;\n" + IMPORTS + "@SaveSchema(version = 2) public record Game("
                        + "@Default(\"B\") other.Mode mode, other.deep.Outer.Part part, @Since(2) List<other.deep.Outer.Part> parts) {}");
        javac.compile();
        assertThat(folder.resolve("out/example/GameSchema.class")).exists();
    }

    /** Of two enums with one simple name, one is spelled with its package, which a variable of that name would stand before. */
    @Test
    void withAComponentCalledAsAPackageOfAnotherLibrary() throws IOException {
        javac.source("net/lib/Kind.java", "package net.lib; public enum Kind { A, B }");
        javac.source("in/lib/Kind.java", "package in.lib; public enum Kind { A, B }");
        javac.source("example/Kind.java", "package example; public enum Kind { A, B }");
        javac.source(
                "example/Game.java",
                "package example;\n" + IMPORTS + "@SaveSchema(version = 1) public record Game("
                        + "@Default(\"1\") int net, @Default(\"A\") Kind kind, @Default(\"B\") net.lib.Kind other, "
                        + "@Default(\"[\\\"A\\\"]\") List<in.lib.Kind> more) {}");
        javac.compile();
        assertThat(javac.generated("example/GameSchema.java")).contains("net.lib.Kind other = net.lib.Kind.B;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AssertionError",
                "Boolean",
                "Byte",
                "Character",
                "Double",
                "Error",
                "Float",
                "Integer",
                "Long",
                "Override",
                "RuntimeException",
                "Short",
                "String",
                "SuppressWarnings",
                "Object"
            })
    void besideAClassCalledAsOneOfTheLanguages(String name) throws IOException {
        javac.source("example/" + name + ".java", "package example; class " + name + " {}");
        javac.source("example/Game.java", """
                package example;
                import dev.saveschema.annotation.*;
                import java.util.*;
                @SaveSchema(version = 2)
                public record Game(
                    @Default(factory = "made") int a, List<java.lang.Integer> ints, Set<java.lang.String> texts, Map<java.lang.Long, java.lang.Short> map,
                    @Default("1") @Size(max = 9) java.lang.String text, List<java.lang.Character> letters, List<java.lang.Boolean> flags,
                    List<java.lang.Byte> bytes, List<java.lang.Double> doubles, List<java.lang.Float> floats,
                    @Default("1") @Size(min = 1) java.lang.String least) {
                  public Game {}
                  @Deprecated static int made() { return 1; }
                  @Migration(from = 1, to = 2) static void step(tools.jackson.databind.node.ObjectNode save) {}
                }
                """);
        javac.compile();
        assertThat(folder.resolve("out/example/GameSchema.class")).exists();
    }

    /** A module reads no java.compiler unless it says so, and then {@code @Generated} is nothing that it could name. */
    @Test
    void inAModuleThatDoesNotReadTheCompiler() throws IOException {
        javac.source("module-info.java", "module app { requires dev.saveschema; }");
        javac.source("example/Game.java", "package example;\n" + SAVE);
        javac.compileModule();
        assertThat(javac.generated("example/GameSchema.java"))
                .doesNotContain("@Generated")
                .contains("@SaveSchemaGenerated");
    }

    @Test
    void inAModuleThatDoesReadTheCompiler() throws IOException {
        javac.source("module-info.java", "module app { requires dev.saveschema; requires static java.compiler; }");
        javac.source("example/Game.java", "package example;\n" + SAVE);
        javac.compileModule();
        assertThat(javac.generated("example/GameSchema.java")).contains("@Generated(", "@SaveSchemaGenerated");
    }

    @Test
    void withARecordFromAClassFile() throws IOException {
        javac.source(
                "lib/Part.java",
                "package lib; " + IMPORTS
                        + "public record Part(@Name(\"n\") @Range(min = 1) @Default(\"5\") int x, @Default(factory = \"made\") String s) {"
                        + " public Part { if (x == 9) throw new IllegalArgumentException(); }"
                        + " public static String made() { return \"m\"; } }");
        javac.compile("-proc:none");
        Path lib = Files.move(folder.resolve("out"), folder.resolve("lib"));
        Files.delete(folder.resolve("src/lib/Part.java"));
        javac.source(
                "example/Game.java",
                "package example;\n" + IMPORTS + "@SaveSchema(version = 1) public record Game(lib.Part part) {}");
        javac.compile(Javac.classPath() + File.pathSeparator + lib, List.of());
        assertThat(javac.generated("example/GameSchema.java"))
                .contains("Members.member(\"n\", \"5\")", "Part.made()", "atLeast(1)", "in.rejected(");
    }

    @Test
    void byItself() throws IOException {
        javac.source("example/Game.java", "package example;\n" + SAVE);
        javac.compile();
        String text = javac.generated("example/GameSchema.java");
        javac.source("example/GameSchema.java", text);
        javac.compile("-proc:none");
    }

    @Test
    void withACompilerThatWritesAscii() throws IOException {
        javac.source("example/Game.java", "package example;\n" + SAVE.replace("é", "\\u00e9"));
        javac.compile("-encoding", "US-ASCII");
        assertThat(javac.generated("example/GameSchema.java")).contains("\"\\u00e9\\n\"");
    }

    @Test
    void inTheSameBytesEachTime() throws IOException {
        javac.source("example/Game.java", "package example;\n" + SAVE);
        javac.source("example/Other.java", "package example;\n" + SAVE.replace("Game", "Other"));
        javac.compile();
        Map<String, String> first = javac.written();
        javac.compile();
        assertThat(javac.written())
                .isEqualTo(first)
                .containsKeys("generated/example/GameSchema.java", "generated/example/OtherSchema.java");
    }
}
