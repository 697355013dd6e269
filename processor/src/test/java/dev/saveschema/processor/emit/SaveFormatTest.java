package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.SaveFormat;
import dev.saveschema.SaveSeal;
import dev.saveschema.SaveSeal.Relation;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves without a file. */
class SaveFormatTest {

    private static Running running;
    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        running = Running.compile("Hero", """
                @SaveSchema(version = 2)
                public record Hero(@Default("x") String name, @Default("10") @Range(min = 0, max = 10) int hp) {
                  @Migration(from = 1, to = 2)
                  static void rename(ObjectNode hero) { hero.set("name", hero.path("nick")); }
                }
                """);
        schema = running.schema("Hero");
    }

    @Test
    void whatIsMadeIsReadAsItWasWhateverWayItGoes() throws IOException {
        Object ada = hero("Ada", 7);
        for (SaveFormat<Object> format : List.of(format(), format().compact())) {
            assertLoaded(format.fromBytes(format.toBytes(ada)), ada);
            assertLoaded(format.fromText(format.toText(ada)), ada);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.writeTo(out, ada);
            assertLoaded(format.readFrom(new ByteArrayInputStream(out.toByteArray())), ada);
        }
        assertThat(format().compact().toText(ada)).startsWith("{\"$version\":2,\"name\":\"Ada\"");
        assertThat(format().toText(ada)).startsWith("{\n  \"$version\": 2,\n");
    }

    @Test
    void theGeneratedClassDoesTheSame() throws ReflectiveOperationException {
        Class<?> generated = schema.getClass();
        Object ada = hero("Ada", 12);
        Object bytes = generated.getMethod("toBytes", ada.getClass()).invoke(null, ada);
        LoadResult<?> loaded =
                (LoadResult<?>) generated.getMethod("fromBytes", byte[].class).invoke(null, bytes);
        assertThat(loaded.value()).isEqualTo(hero("Ada", 10));
        assertThat(generated.getMethod("check", ada.getClass()).invoke(null, ada))
                .isEqualTo(loaded.repairs());
    }

    @Test
    void bytesAreAFileForAStoreAndAFileIsBytes() throws IOException {
        Path file = Files.write(folder.resolve("hero.json"), format().toBytes(hero("Ada", 7)));
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            assertLoaded(store.load(), hero("Ada", 7));
            store.save(hero("Bob", 3));
        }
        assertLoaded(format().fromBytes(Files.readAllBytes(file)), hero("Bob", 3));
    }

    @Test
    void everyOutcomeThatBytesCanHaveAndWhatItSays() {
        String ada = format().toText(hero("Ada", 7));
        assertOutcome(ada, Outcome.LOADED);
        LoadResult<Object> edited = assertOutcome(ada.replace("7", "70"), Outcome.EDITED);
        assertThat(edited.value()).isEqualTo(hero("Ada", 10));
        assertThat(edited.preserved()).as("nobody keeps anything aside").isEmpty();
        LoadResult<Object> cut = assertOutcome(ada.substring(0, ada.indexOf("\"hp\"")), Outcome.SALVAGED);
        assertThat(cut.value()).isEqualTo(hero("Ada", 10));
        LoadResult<Object> lost = assertOutcome("", Outcome.RESET);
        assertThat(lost.value()).isEqualTo(schema.defaultValue());
        assertThat(lost.repairs())
                .singleElement()
                .hasToString("the file: the document is unusable: the file is empty; used the defaults");
        assertThat(assertOutcome("{\"$version\": 9, \"name\": \"Eve\"}", Outcome.NEWER)
                        .value())
                .isEqualTo(hero("Eve", 10));
        LoadResult<Object> old = assertOutcome("{\"$version\": 1, \"nick\": \"Old\", \"hp\": 1}", Outcome.EDITED);
        assertThat(old.isMigrated()).isTrue();
        assertThat(old.value()).isEqualTo(hero("Old", 1));
    }

    @Test
    void whatFollowsNamesWhatItFollows() {
        byte[] first = format().toBytes(hero("Ada", 7));
        LoadResult<Object> loaded = format().fromBytes(first);
        byte[] here = format().following(loaded).toBytes(hero("Ada", 6));
        byte[] there = format().following(SaveSeal.of(first).orElseThrow()).toBytes(hero("Ada", 8));
        assertThat(loaded.generation()).hasValue(1);
        assertThat(format().fromBytes(here).generation()).hasValue(2);
        assertThat(SaveSeal.compare(here, first)).isEqualTo(Relation.FIRST_IS_LATER);
        assertThat(SaveSeal.compare(here, there)).isEqualTo(Relation.DIVERGED);
        assertThat(SaveSeal.compare(first, format().toBytes(hero("Ada", 7)))).isEqualTo(Relation.DIVERGED);
    }

    @Test
    void aStreamIsReadNoFurtherThanALoadReads() throws IOException {
        SaveFormat<Object> small = format().limits(LoadLimits.defaults().fileBytes(1_000));
        int[] taken = new int[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                taken[0]++;
                return ' ';
            }
        };
        assertThat(small.readFrom(endless).outcome()).isEqualTo(Outcome.RESET);
        assertThat(taken[0]).isEqualTo(1_001);
        assertThatThrownBy(() -> small.toBytes(hero("x".repeat(1_000), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be loaded again; at most 1,000 are read");
    }

    @Test
    void aNullHasItsPlaceInTheMessage() {
        assertThatThrownBy(() -> format().toBytes(hero(null, 1)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("name: null");
    }

    private static SaveFormat<Object> format() {
        return SaveFormat.of(schema);
    }

    private static LoadResult<Object> assertOutcome(String text, Outcome outcome) {
        LoadResult<Object> loaded = format().fromBytes(text.getBytes(StandardCharsets.UTF_8));
        assertThat(loaded.outcome()).as(text).isEqualTo(outcome);
        return loaded;
    }

    private static void assertLoaded(LoadResult<Object> loaded, Object value) {
        assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loaded.repairs()).extracting(Repair::reason).doesNotContain(Reason.values());
        assertThat(loaded.value()).isEqualTo(value);
    }

    private static Object hero(String name, int hp) {
        return Running.with(Running.with(schema.defaultValue(), "name", name), "hp", hp);
    }
}
