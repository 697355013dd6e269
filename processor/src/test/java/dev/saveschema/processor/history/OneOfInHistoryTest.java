package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed interface for several JSON types has its place in schemas, samples, comparisons and old records. */
class OneOfInHistoryTest {

    private static final String V1 = """
            @SaveSchema(version = 1)
            public record Notebook(@Default("") Source source, List<Source> cells, Map<String, Output> outputs) {
              @OneOf
              public sealed interface Source {
                record Text(@Size(max = 9) String text) implements Source {}
                record Lines(List<String> lines) implements Source {}
              }
              @OneOf
              public sealed interface Output {
                record Plain(Color color) implements Output {}
                record Rich(Page page) implements Output {}
              }
              public enum Color { RED, GREEN }
              public record Page(@Default("1") int size) {}
            }
            """;

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void lock() {
        releases = new Releases(folder).lock(V1);
    }

    @Test
    void theSchemaSaysWhatEachMayBe() {
        assertThat(spaced(releases.schemaText("notebook", 1)))
                .contains(
                        "{ \"title\": \"Source\", \"oneOf\": [ {\"title\": \"Text\", \"type\": \"string\", \"maxLength\": 9}, "
                                + "{\"title\": \"Lines\", \"type\": \"array\", \"items\": {\"type\": \"string\"}} ]")
                .contains("{\"title\": \"Rich\", \"type\": \"object\", \"$ref\": \"#/$defs/Page\"}");
        releases.compile(V1).succeeds();
    }

    @Test
    void theSampleHasEachOfThem() {
        assertThat(spaced(releases.sampleText("notebook", 1)))
                .contains("\"source\": \"text 0\"")
                .contains("\"cells\": [[\"text 1\", \"text 2\"], \"text 3\"]")
                .contains("\"outputs\": {\"text 4\": \"RED\", \"text 5\": {\"size\": 9}}");
        MigrationTest.verify(releases.run("Notebook", V1).schema("Notebook"), folder);
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void namesAndOrderOfTheRecordsAreNoChange() {
        releases.compile(
                        V1.replace("Text(", "Line(")
                                .replace("Source", "Origin")
                                .replace(
                                        "record Plain(Color color) implements Output {}\n    record Rich(Page page) implements Output {}",
                                        "record Rich(Page page) implements Output {}\n    record Plain(Color color) implements Output {}"))
                .succeeds();
    }

    @Test
    void oneMoreTypeOrAWiderOneIsAutomatic() {
        String v2 = V1.replace("version = 1", "version = 2")
                .replace("record Lines(", "record Number(int number) implements Source {}\n    record Lines(")
                .replace("max = 9", "max = 10");
        releases.compile(V1.replace("max = 9", "max = 10"))
                .failsOnly("[SaveSchema/VersionNotBumped] Notebook is not what its locked version 1 was");
        releases.compile(v2).succeeds();
        Schema<Object> schema = releases.run("Notebook", v2).schema("Notebook");
        assertThat(Running.read(schema, "{\"$version\":1,\"source\":\"a\",\"cells\":[[\"b\"]],\"outputs\":{}}")
                        .repairs())
                .isEmpty();
        releases.lock(v2);
        MigrationTest.verify(schema, folder);
    }

    @Test
    void oneTypeLessTakesAStep() {
        String v2 = V1.replace("version = 1", "version = 2")
                .replace("record Lines(List<String> lines) implements Source {}", "");
        releases.compile(v2)
                .fails(
                        "[SaveSchema/UndeclaredTypeChange] source was String or List<String>, at most 9 characters in version 1 "
                                + "and is String, at most 9 characters, and no step converts it");
    }

    @Test
    void whatWasAlwaysTextMayBeOneOfSeveral() {
        String text = "@SaveSchema(version = %d) public record Note(@Default(\"\") %s source) {%s}";
        String source = """
                @OneOf public sealed interface Source {
                  record Text(String text) implements Source {}
                  record Lines(List<String> lines) implements Source {}
                }""";
        releases.lock(text.formatted(1, "String", ""));
        String v2 = text.formatted(2, "Source", source);
        releases.lock(v2);
        Schema<Object> schema = releases.run("Note", v2).schema("Note");
        assertThat(Running.read(schema, "{\"$version\":1,\"source\":\"a\"}").value())
                .hasToString("Note[source=Text[text=a]]");
        MigrationTest.verify(schema, folder);
    }

    @Test
    void whatIsInOneOfThemIsTakenToTheNewerVersion() {
        String v2 = V1.replace("version = 1", "version = 2")
                .replace("{ RED,", "{ @RenamedFrom(value = \"RED\", since = 2) BLUE,")
                .replace("int size)", "int size, @Default(\"5\") int margin)");
        releases.lock(v2);
        Schema<Object> schema = releases.run("Notebook", v2).schema("Notebook");
        Document<Object> document = Running.read(
                schema,
                "{\"$version\":1,\"source\":\"a\",\"cells\":[],\"outputs\":{\"a\":\"RED\",\"b\":{\"size\":2}}}");
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(schema, document.value()))
                .contains("\"outputs\":{\"a\":\"BLUE\",\"b\":{\"size\":2,\"margin\":5}}");
        MigrationTest.verify(schema, folder);
    }

    @Test
    void anOldRecordHasThemWithinTheirInterface() {
        String v2 = V1.replace("version = 1", "version = 2").replace("  @OneOf\n  public sealed interface Source", """
                          @Migration(from = 1, to = 2) static Notebook step(NotebookV1 old) {
                            String text = old.source() instanceof NotebookV1.Source.Text one ? one.value() : "lines";
                            int lines = ((NotebookV1.Source.Lines) old.cells().get(0)).value().size();
                            int size = ((NotebookV1.Output.Rich) old.outputs().get("b")).value().size();
                            return new Notebook(new Source.Lines(List.of(text, lines + "/" + size)), List.of(), Map.of());
                          }
                          @OneOf
                          public sealed interface Source""");
        Document<Object> document = Running.read(
                releases.run("Notebook", v2).schema("Notebook"),
                "{\"$version\":1,\"source\":\"a\",\"cells\":[[\"b\",\"c\"]],\"outputs\":{\"b\":{\"size\":7}}}");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value()).hasToString("Notebook[source=Lines[lines=[a, 2/7]], cells=[], outputs={}]");
    }

    @Test
    void oneComponentIsConvertedToIt() {
        String note = "@SaveSchema(version = %d) public record Note(%s source) {%s}";
        releases.lock(note.formatted(1, "@Default(\"0\") int", ""));
        String v2 = note.formatted(2, "@Default(\"\") Source", """
                @OneOf public sealed interface Source {
                  record Text(String text) implements Source {}
                  record Lines(List<String> lines) implements Source {}
                }
                @Migration(from = 1, to = 2, component = "source") static Source convert(int old) {
                  return new Source.Lines(List.of("a" + old));
                }
                """);
        releases.lock(v2);
        Schema<Object> schema = releases.run("Note", v2).schema("Note");
        assertThat(Running.read(schema, "{\"$version\":1,\"source\":3}").value())
                .hasToString("Note[source=Lines[lines=[a3]]]");
    }
}
