package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats that had a version of their own before SaveSchema: in a member, or in a way that only an envelope knows. */
class OwnVersionsTest {

    private static final String NEWEST = "{\n  \"version\": 3,\n  \"tasks\": [\"a\", \"b\"],\n  \"score\": 7\n}\n";

    private static Schema<Object> state;
    private static Schema<Object> notebook;
    private static Schema<Object> actors;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        state = Running.compile("State", """
                @SaveSchema(version = 3, versionMember = "version", oldest = 2)
                public record State(List<String> tasks, @RenamedFrom(value = "points", since = 3) @Default("0") int score) {}
                """).schema("State");
        notebook = Running.compile("Notebook", """
                @SaveSchema(version = 5, envelope = Notebook.Versions.class, unversioned = 2)
                public record Notebook(@Default("") String title, @Default("0") int seen, @Unknown Map<String, JsonNode> rest) {
                  /** 1, 2 and 4.0 to 4.2, which are versions 3 to 5. */
                  public static final class Versions implements dev.saveschema.Envelope {
                    @Override public int version(JsonNode root) {
                      if (root.path("major").isMissingNode()) {
                        return 0;
                      }
                      int major = Integer.parseInt(root.path("major").asString());
                      return major < 4 ? major : major - 1 + root.path("minor").asInt(0);
                    }
                    @Override public void stamp(ObjectNode root, int version) {
                      root.put("major", version < 3 ? "" + version : "4");
                      if (version >= 3) {
                        root.put("minor", version - 3);
                      }
                    }
                  }
                  @Migration(from = 2, to = 3) static void look(ObjectNode old) { old.put("seen", old.size()); }
                }
                """).schema("Notebook");
        actors = Running.compile("Actors", """
                @SaveSchema(version = 2, envelope = Actors.Bare.class)
                public record Actors(List<Optional<Actor>> actors) {
                  public record Actor(@Default("") String name) {}
                  /** An array all along; version 1 held names only. */
                  public static final class Bare implements dev.saveschema.Envelope {
                    @Override public int version(JsonNode root) { return root.path(0).isString() ? 1 : 2; }
                    @Override public void stamp(ObjectNode root, int version) {}
                    @Override public ObjectNode unwrap(JsonNode root) {
                      if (!root.isArray()) throw new IllegalArgumentException("not a list of actors");
                      ObjectNode object = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
                      object.set("actors", root);
                      return object;
                    }
                    @Override public JsonNode wrap(ObjectNode document) { return document.get("actors"); }
                  }
                  @Migration(from = 1, to = 2) static void named(ObjectNode old) {
                    List<String> names = new ArrayList<>();
                    old.path("actors").forEach(actor -> names.add(actor.asString("")));
                    old.putArray("actors");
                    names.forEach(name -> ((tools.jackson.databind.node.ArrayNode) old.get("actors")).addObject().put("name", name));
                  }
                }
                """).schema("Actors");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.json"), text);
    }

    private static LoadResult<Object> loadAndSave(Schema<Object> schema, Path file) throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            store.save(loaded.value());
            return loaded;
        }
    }

    @Test
    void aFileHasNothingInItButTheFormatsOwnMembers() throws IOException {
        Path file = file(NEWEST.replace(": 7", ":    7"));
        LoadResult<Object> loaded = loadAndSave(state, file);
        assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loaded.isClean()).isTrue();
        assertThat(loaded.storedVersion()).isEqualTo(OptionalInt.of(3));
        assertThat(file).hasContent(NEWEST);
    }

    @Test
    void anOlderFileIsMigratedAndKept() throws IOException {
        Path file = file("{\"version\": 2, \"tasks\": [\"a\", \"b\"], \"points\": 7}");
        LoadResult<Object> loaded = loadAndSave(state, file);
        assertThat(loaded.isMigrated()).isTrue();
        assertThat(loaded.repairs()).isEmpty();
        assertThat(file).hasContent(NEWEST);
        assertThat(folder.resolve("file.json.v2.bak"))
                .hasContent("{\"version\": 2, \"tasks\": [\"a\", \"b\"], \"points\": 7}");
    }

    @Test
    void aNewerFileIsReadAndNotWritten() throws IOException {
        Path file = file(NEWEST.replace(": 3", ": 4"));
        try (SaveStore<Object> store = SaveStore.open(state, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.NEWER);
            assertThat(Running.get(loaded.value(), "score")).isEqualTo(7);
            assertThatThrownBy(() -> store.save(loaded.value())).isInstanceOf(NewerVersionException.class);
        }
        assertThat(file).hasContent(NEWEST.replace(": 3", ": 4"));
    }

    @Test
    void aFileBelowTheOldestVersionIsTooOld() {
        Document<Object> document = Running.read(state, "{\"version\": 1, \"score\": 5}");
        assertThat(document.age()).isEqualTo(Document.Age.TOO_OLD);
        assertThat(Running.get(document.value(), "score")).isEqualTo(0);
    }

    @Test
    void whatIsNoVersionIsReportedAndReadAsTheCurrentOne() {
        for (String version : new String[] {"0", "\"3\"", "3.5", "null", "{}", "99999999999"}) {
            Document<Object> document = Running.read(state, NEWEST.replace(": 3", ": " + version));
            assertThat(Running.repairs(document))
                    .containsExactly("the file: no version could be told: version is " + version
                            + ", which is no version; read as version 3");
            assertThat(Running.get(document.value(), "score")).isEqualTo(7);
        }
        assertThat(Running.read(state, NEWEST.replace(": 3", ": 3.0")).repairs())
                .isEmpty();
    }

    @Test
    void membersWithADollarAreKeptThoughNoComponentIsForThem() throws IOException {
        Path file = file("{\"$schema\": \"s.json\", \"version\": 2, \"tasks\": [], \"points\": 7, \"$comment\": [1]}");
        assertThat(loadAndSave(state, file).repairs()).isEmpty();
        assertThat(file)
                .hasContent("{\n  \"version\": 3,\n  \"tasks\": [],\n  \"score\": 7,\n  \"$schema\": \"s.json\",\n"
                        + "  \"$comment\": [1]\n}\n");
    }

    @Test
    void aVersionOfSaveSchemasOwnIsStillRead() {
        Document<Object> document =
                Running.read(state, "{\"$version\": 2, \"tasks\": [], \"points\": 7, \"$save\": {\"v\": 1}}");
        assertThat(document.version()).isEqualTo(2);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.get(document.value(), "score")).isEqualTo(7);
    }

    @Test
    void anEnvelopeTellsAVersionFromWhateverMembers() {
        Document<Object> minor = Running.read(notebook, "{\"major\": \"4\", \"minor\": 1, \"title\": \"x\", \"z\": 1}");
        assertThat(minor.version()).isEqualTo(4);
        assertThat(minor.repairs().toString()).contains("seen: missing");
        assertThat(Running.get(minor.value(), "rest")).hasToString("{z=1}");
        Document<Object> none = Running.read(notebook, "{\"title\": \"x\"}");
        assertThat(none.version()).isEqualTo(2);
        assertThat(none.storedVersion()).isEmpty();
        assertThat(Running.read(notebook, "{\"major\": \"4\", \"minor\": 3}").age())
                .isEqualTo(Document.Age.NEWER);
        assertThat(Running.repairs(Running.read(notebook, "{\"major\": \"four\", \"title\": \"x\", \"seen\": 1}")))
                .containsExactly("the file: no version could be told: For input string: \"four\"; read as version 5");
    }

    @Test
    void aStepDoesNotSeeTheMembersThatTellTheVersion() throws IOException {
        Path file = file("{\"major\": \"2\", \"title\": \"x\"}");
        LoadResult<Object> loaded = loadAndSave(notebook, file);
        assertThat(Running.get(loaded.value(), "seen")).isEqualTo(1);
        assertThat(file).hasContent("{\n  \"title\": \"x\",\n  \"seen\": 1,\n  \"major\": \"4\",\n  \"minor\": 2\n}\n");
    }

    @Test
    void aDocumentMayBeAnArray() throws IOException {
        Path file = file("[\"ada\", \"bob\"]");
        assertThat(loadAndSave(actors, file).repairs()).isEmpty();
        String newest = "[\n  {\n    \"name\": \"ada\"\n  },\n  {\n    \"name\": \"bob\"\n  }\n]\n";
        assertThat(file).hasContent(newest);
        Files.writeString(file, "[null, {\"name\": \"ada\"}]");
        assertThat(loadAndSave(actors, file).repairs()).isEmpty();
        assertThat(Files.readString(file)).startsWith("[\n  null,\n  {");
        Files.writeString(file, "{}");
        LoadResult<Object> recovered = loadAndSave(actors, file);
        assertThat(recovered.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(recovered.repairs().get(0)).asString().contains("not a list of actors");
    }

    @Test
    void generationsGoOnWithoutASeal() throws IOException {
        Path file = file(NEWEST.replace("7", "1"));
        for (int score = 2; score <= 5; score++) {
            // a store of its own each time, as a program that is started again
            try (SaveStore<Object> store = SaveStore.open(state, file)) {
                int next = score;
                store.update(value -> Running.with(value, "score", next));
            }
        }
        assertThat(file).hasContent(NEWEST.replace("7", "5"));
        assertThat(folder.resolve("file.json.bak1")).hasContent(NEWEST.replace("7", "4"));
        assertThat(folder.resolve("file.json.bak2")).hasContent(NEWEST.replace("7", "3"));
        try (SaveStore<Object> store = SaveStore.open(state, file)) {
            LoadResult<Object> backup = store.load(store.backups().get(1).copy());
            assertThat(backup.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(Running.get(backup.value(), "score")).isEqualTo(3);
            assertThat(backup.generation()).isEmpty();
            assertThat(backup.time()).isEmpty();
            assertThat(store.load().generation()).isEmpty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("file.json", "file.json.bak1", "file.json.bak2", ".file.json.lock");
        }
    }

    @Test
    void aDamagedFileIsRecoveredFromABackup() throws IOException {
        Path file = file(NEWEST);
        try (SaveStore<Object> store = SaveStore.open(state, file)) {
            store.update(value -> Running.with(value, "score", 8));
        }
        Files.writeString(file, NEWEST.substring(0, 20));
        LoadResult<Object> loaded = loadAndSave(state, file);
        assertThat(loaded.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(Running.get(loaded.value(), "score")).isEqualTo(7);
        assertThat(file).hasContent(NEWEST);
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsKept() throws IOException {
        Path file = file(NEWEST);
        try (SaveStore<Object> store = SaveStore.open(state, file)) {
            Object value = store.load().value();
            Files.writeString(file, NEWEST.replace("7", "1234"));
            assertThat(store.save(Running.with(value, "score", 8)).preserved()).hasSize(1);
        }
        assertThat(file).hasContent(NEWEST.replace("7", "8"));
    }

    @Test
    void whatIsOnTheDiskAlreadyIsNotWrittenAgain() throws IOException {
        Path file = file(NEWEST);
        try (SaveStore<Object> store = SaveStore.open(state, file)) {
            Object value = store.load().value();
            assertThat(store.save(value).written()).isFalse();
        }
        assertThat(folder.resolve("file.json.bak1")).doesNotExist();
    }
}
