package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Schema;
import dev.saveschema.testing.MigrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mistakes that a developer's one-line {@code MigrationTest} notices. */
class MigrationTestTest {

    private static final String V1 = """
            @SaveSchema(version = 1)
            public record Game(@Default("0") int gold, @Default("?") String name) {}
            """;
    private static final String V2 = V1.replace("version = 1", "version = 2")
            .replace("@Default(\"?\")", "@RenamedFrom(value = \"name\", since = 2) @Default(\"?\")")
            .replace("String name", "String title");

    private static final String EDIT_IT =
            " (the sample's values are made up: where a step or a record expects something else, edit it, or put a real save"
                    + " in its place)";

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void begin() {
        releases = new Releases(folder).lock(V1);
    }

    private Schema<Object> head() {
        return releases.lock(V2).run("Game", V2).schema("Game");
    }

    @Test
    void aSoundHistoryPasses() {
        MigrationTest.verify(head(), folder);
    }

    @Test
    void anEditedFileIsNoticedWithoutCompiling() throws IOException {
        Schema<Object> head = head();
        Path file = releases.schema("game", 1);
        Files.writeString(file, releases.schemaText("game", 1).replace("\"default\": 0", "\"default\": 1"));
        assertThatThrownBy(() -> MigrationTest.verify(head, folder))
                .isInstanceOf(AssertionError.class)
                .hasMessage(file + " was edited after version 1 was locked");
    }

    @Test
    void aSampleThatNeedsARepairFails() throws IOException {
        Schema<Object> head = head();
        Path sample = folder.resolve("game/1.sample.json");
        Files.writeString(
                sample, releases.sampleText("game", 1).replace("\"gold\": 3", "\"gold\": \"x\", \"lost\": 1"));
        assertThatThrownBy(() -> MigrationTest.verify(head, folder))
                .hasMessageContainingAll(sample + ": gold: \"x\" is not a whole number; used 0", sample + ": lost: ");
    }

    @Test
    void aStepThatThrowsFails() {
        String failing = V2.replace(
                ") {}",
                ") {\n@Migration(from = 1, to = 2) static void step(ObjectNode save) { throw new IllegalStateException(\"bug\"); } }");
        Schema<Object> head = releases.lock(failing).run("Game", failing).schema("Game");
        assertThatThrownBy(() -> MigrationTest.verify(head, folder))
                .hasMessageContaining("step step from version 1 to 2 threw java.lang.IllegalStateException: bug");
    }

    /** The text of a sample is made up, so that a step may choke on it. That is told once, with the way out. */
    @Test
    void aSampleWithAValueThatAStepDoesNotExpectMayBeEdited() throws IOException {
        String parsed = V1.replace("version = 1", "version = 2")
                .replace("@Default(\"?\") String name", "@Default(\"PT0S\") Duration name")
                .replace(
                        ") {}",
                        ") { @Migration(from = 1, to = 2, component = \"name\") static Duration minutes(String old) {"
                                + " return Duration.ofMinutes(Long.parseLong(old)); } }");
        Schema<Object> head = releases.lock(parsed).run("Game", parsed).schema("Game");
        Path sample = folder.resolve("game/1.sample.json");
        assertThatThrownBy(() -> MigrationTest.verify(head, folder))
                .hasMessage(sample + ": name: step minutes from version 1 to 2 threw java.lang.NumberFormatException:"
                        + " For input string: \"text 1\"; used its default" + EDIT_IT);
        Files.writeString(sample, releases.sampleText("game", 1).replace("text 1", "90"));
        MigrationTest.verify(head, folder);
    }

    @Test
    void soMayOneThatARecordRefuses() {
        String refusing =
                "{ if (name.startsWith(\"text\")) { throw new IllegalArgumentException(\"nobody is called \" + name); } }";
        String whole = V1.replace(") {}", ") { public Game " + refusing + " }");
        assertThatThrownBy(
                        () -> MigrationTest.verify(releases.run("Game", whole).schema("Game"), folder))
                .hasMessageContaining("nobody is called text 1")
                .hasMessageEndingWith(EDIT_IT);
        String part = """
                @SaveSchema(version = 1)
                public record Party(List<Guest> guests) { record Guest(@Default("?") String name) { Guest %s } }
                """.formatted(refusing);
        Schema<Object> party = releases.lock(part).run("Party", part).schema("Party");
        assertThatThrownBy(() -> MigrationTest.verify(party, folder))
                .hasMessageContaining("nobody is called text")
                .hasMessageContaining(EDIT_IT)
                .hasMessageNotContaining("is lost");
    }

    @Test
    void whatOnlyACodecCanWriteAndARecordOfEmptyOptionalsAreNoLoss() throws IOException {
        String cell = """
                @SaveSchema(version = 1)
                public record Cell(@UseCodec(Cell.Sources.class) @Default(factory = "none") Source source, Meta metadata, List<Meta> more) {
                  public record Meta(Optional<String> name) {}
                  public record Source(String text) {}
                  public static final class Sources implements dev.saveschema.ValueCodec<Source> {
                    @Override public Source read(JsonNode json) { return new Source(json.stringValue()); }
                    @Override public JsonNode write(Source source) {
                      return tools.jackson.databind.node.StringNode.valueOf(source.text());
                    }
                  }
                  static Source none() { return new Source(""); }
                }
                """;
        Schema<Object> schema = releases.lock(cell).run("Cell", cell).schema("Cell");
        MigrationTest.verify(schema, folder);
        Files.writeString(
                folder.resolve("cell/1.sample.json"),
                "{\"$version\": 1, \"source\": \"x\", \"metadata\": {}, \"more\": [{}]}");
        MigrationTest.verify(schema, folder);
    }

    @Test
    void aMissingSampleFails() throws IOException {
        Schema<Object> head = head();
        Files.delete(folder.resolve("game/1.sample.json"));
        assertThatThrownBy(() -> MigrationTest.verify(head, folder))
                .hasMessage("version 1 has no sample: " + folder.resolve("game/1.sample.json") + " is missing");
    }

    @Test
    void noHistoryAtAllFails() {
        Schema<Object> head = head();
        assertThatThrownBy(() -> MigrationTest.verify(head, folder.resolve("nowhere")))
                .hasMessageStartingWith("there is no sample in ");
    }
}
