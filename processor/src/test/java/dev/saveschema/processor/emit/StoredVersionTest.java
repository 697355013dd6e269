package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Copy;
import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The version that a file is read as, whatever it states. */
class StoredVersionTest {

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Game", """
                @SaveSchema(version = 3, unversioned = 2)
                public record Game(
                    @RenamedFrom(value = "one", since = 2) @RenamedFrom(value = "two", since = 3) @Default("0") int three) {}
                """).schema("Game");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"one\": 9, \"$version\": 1}                | 1 | 9",
                "{\"$version\": 1, \"one\": 9}                | 1 | 9",
                "{\"$version\": 1.0, \"one\": 9}              | 1 | 9",
                "{\"$version\": \"1\", \"one\": 9}            | 1 | 9",
                "{\"two\": 9}                                 | 2 | 9",
                "{\"$version\": 1, \"$version\": 3, \"one\": 9} | 1 | 9",
                "{\"$version\": -1, \"three\": 9}             | 3 | 9",
                "{\"$version\": 0, \"three\": 9}              | 3 | 9",
                "{\"$version\": 1.5, \"three\": 9}            | 3 | 9",
                "{\"$version\": 1e400, \"three\": 9}          | 3 | 9",
                "{\"$version\": 1e99999999999, \"three\": 9}  | 3 | 9",
                "{\"$version\": 99999999999999999999, \"three\": 9} | 3 | 9",
                "{\"$version\": null, \"three\": 9}           | 3 | 9",
                "{\"$version\": [1], \"three\": 9}            | 3 | 9",
                "{\"$version\": {\"$version\": 1}, \"three\": 9} | 3 | 9",
                "{\"x\": {\"$version\": 1}, \"two\": 9}       | 2 | 9",
                "{\"$version\": 2147483647, \"three\": 9}     | 2147483647 | 9",
                "{\"$schema\": \"s\", \"$save\": 5, \"$version\": 3, \"$other\": {}, \"three\": 9} | 3 | 9",
            })
    void aFileIsReadAsTheVersionItMeans(String json, int version, int value) {
        Document<Object> document = Running.read(schema, json);
        assertThat(document.version()).isEqualTo(version);
        assertThat(document.value()).hasToString("Game[three=" + value + "]");
        assertThat(document.repairs())
                .allMatch(repair ->
                        repair.pointer().equals("/$version") || repair.pointer().equals("/x"));
    }

    @Test
    void aSealedFileWithoutAVersionIsOfTheHeadAndReported() {
        Document<Object> document = Running.read(schema, "{\"three\": 9, \"$save\": {\"v\": 1, \"gen\": 4}}");
        assertThat(document.version()).isEqualTo(3);
        assertThat(document.value()).hasToString("Game[three=9]");
        assertThat(Running.repairs(document))
                .containsExactly("$version: missing, though the file has a seal; read as version 3");
    }

    @Test
    void aVersionThatIsNoneIsReported() {
        assertThat(Running.repairs(Running.read(schema, "{\"$version\": -1, \"three\": 9}")))
                .containsExactly("$version: -1 is not a version; read as version 3");
        assertThat(Running.repairs(Running.read(schema, "{\"$version\": \"2\\u001b\", \"three\": 9}")))
                .containsExactly("$version: \"2\\u001b\" is not a version; read as version 3");
        assertThat(Running.repairs(Running.read(schema, "{\"$version\": \"2\", \"two\": 9}")))
                .containsExactly("$version: \"2\" is not a version; read as version 2");
    }

    @Test
    void aFileThatEndsWithinItsVersionIsSalvagedLikeAnyOther() throws IOException {
        for (String cut :
                new String[] {"{\"$version\":\"", "{\"three\":9,\"$version\":\"2", "{\"three\":9,\"$version\":\"\u001b"
                }) {
            Path file = Files.writeString(folder.resolve("save.json"), cut);
            try (SaveStore<Object> store = SaveStore.open(schema, file)) {
                LoadResult<Object> loaded = store.load();
                assertThat(loaded.value()).hasToString(cut.contains("three") ? "Game[three=9]" : "Game[three=0]");
                assertThat(loaded.outcome()).isEqualTo(cut.contains("three") ? Outcome.SALVAGED : Outcome.RESET);
                assertThat(loaded.repairs())
                        .noneMatch(repair -> repair.toString().contains("null"));
            }
        }
    }

    @Test
    void aSecondVersionIsReported() {
        assertThat(Running.repairs(Running.read(schema, "{\"$version\": 3, \"$version\": 1, \"three\": 9}")))
                .containsExactly("$version: occurs twice; used the first");
    }

    @Test
    void aNewerFileIsReadAsFarAsItIsUnderstoodAndNotOverwritten() throws IOException {
        String newer = "{\"$version\": 4, \"three\": 8, \"four\": [1]}";
        Path file = Files.writeString(folder.resolve("save.json"), newer);
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.NEWER);
            assertThat(loaded.value()).hasToString("Game[three=8]");
            Assertions.assertThatThrownBy(() -> store.save(loaded.value())).isInstanceOf(NewerVersionException.class);
            assertThat(Files.readString(file)).isEqualTo(newer);
        }
    }

    @Test
    void aFileThatIsTooOldIsResetAndKept() throws IOException {
        Schema<Object> young = Running.compile("Young", """
                @SaveSchema(version = 3, oldest = 2) public record Young(@Default("0") int a) {}
                """).schema("Young");
        String old = "{\"$version\": 1, \"a\": 8}";
        Path file = Files.writeString(folder.resolve("save.json"), old);
        try (SaveStore<Object> store = SaveStore.open(young, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.RESET);
            assertThat(loaded.preserved()).containsExactly(Copy.of(file));
            assertThat(Running.read(young, "{\"a\": 8}").age())
                    .as("without a version it is of the first")
                    .isEqualTo(Document.Age.TOO_OLD);
            assertThat(store.save(loaded.value()).preserved())
                    .hasSize(1)
                    .allSatisfy(kept -> assertThat(kept.path().orElseThrow()).hasContent(old));
        }
    }
}
