package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.processor.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store treats files that are not JSON as the table in {@code docs/store.md} says, row by row. */
class SyntaxPageTest {

    private static final Page PAGE = Page.read("docs/store.md");

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Hero", PAGE.java().get(0)).schema("Hero");
    }

    static Stream<List<String>> examples() {
        return PAGE.rows("In the file");
    }

    static Stream<List<String>> kinds() {
        return PAGE.rows("The file");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsNoJsonCostsWhatThePageSays(List<String> row) throws IOException {
        LoadResult<Object> loaded = load(Page.code(row.get(0)));
        assertThat(loaded.value()).hasToString("Hero[" + Page.code(row.get(1)) + "]");
        assertThat(loaded.repairs()).extracting(Repair::toString).contains(Page.code(row.get(2)));
        assertThat(loaded.outcome()).isEqualTo(Outcome.EDITED);
        assertThat(loaded.preserved()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aWholeBackupIsPreferredAsThePageSays(List<String> row) throws IOException {
        String json = Page.code(row.get(1)).replace('\u240f', '\u000f');
        assertThat(load(json).outcome()).hasToString(Page.code(row.get(2)));
        Files.delete(file());
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            store.save(schema.defaultValue());
            store.save(Running.with(schema.defaultValue(), "hp", 1));
        }
        assertThat(load(json).outcome()).hasToString(Page.code(row.get(3)));
    }

    @Test
    void theExamplesAreOfEveryKind() {
        assertThat(examples()).hasSizeGreaterThan(10);
        assertThat(kinds()).hasSize(4);
    }

    private LoadResult<Object> load(String json) throws IOException {
        Files.writeString(file(), json);
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            return store.load();
        }
    }

    private Path file() {
        return folder.resolve("hero.json");
    }
}
