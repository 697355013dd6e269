package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.InvalidValueException;
import dev.saveschema.LoadResult;
import dev.saveschema.Repair;
import dev.saveschema.SaveFormat;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value outside its limits is saved, and whoever saves it is told what the next load will make of it. */
class ViolationsTest {

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Hero", """
                @SaveSchema(version = 1)
                public record Hero(
                    @Default("10") @Range(min = 0, max = 10) int hp,
                    @Each(range = @Range(min = 1)) List<Integer> marks,
                    @Each(range = @Range(min = 1)) List<Long> marksElement,
                    @Each(size = @Size(max = 2)) Set<List<Integer>> pairs,
                    Map<String, Door> doors) {
                  public record Door(@Default("1") @Range(min = 1, max = 4) int width, @Default("2") int height) {
                    public Door {
                      if (width == 1 && height == 99) throw new IllegalArgumentException("so thin a door is not as high");
                    }
                  }
                }
                """).schema("Hero");
    }

    @Test
    void theReceiptSaysInTheWordsOfALoadWhatTheNextOneRepairs() throws IOException {
        Object hero = with("hp", 12, "marks", List.of(3, 0), "pairs", Set.of(List.of(1, 2, 3)));
        SaveReceipt receipt;
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            receipt = store.save(hero);
            assertThat(store.save(hero).violations()).as("not written again").isEqualTo(receipt.violations());
            assertThat(store.save(schema.defaultValue()).violations()).isEmpty();
            store.save(hero);
        }
        assertThat(receipt.violations())
                .extracting(Repair::toString)
                .containsExactly(
                        "hp: 12 is outside 0..10; used 10",
                        "marks[1]: 0 is less than 1; dropped",
                        "pairs[0]: 3 elements; at most 2 are allowed; dropped");
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            LoadResult<Object> next = store.load();
            assertThat(next.repairs()).isEqualTo(receipt.violations());
        }
    }

    @Test
    void aStrictStoreRefusesAllOfThemAndLeavesTheDiskAlone() throws IOException {
        Object hero = with("hp", -1, "marksElement", List.of(0L));
        try (SaveStore<Object> store =
                SaveStore.open(schema, file(), StoreOptions.defaults().compact().strict())) {
            assertThatThrownBy(() -> store.save(hero))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContainingAll("hp: -1 is outside 0..10; used 10", "marksElement[0]: 0 is less than 1")
                    .satisfies(e ->
                            assertThat(((InvalidValueException) e).violations()).hasSize(2));
            assertThat(file()).doesNotExist();
            store.save(schema.defaultValue());
        }
        assertThat(Files.readString(file())).startsWith("{\"$version\":1,");
    }

    /** The next load would take the whole file for damaged, so that to save it would lose more than it keeps. */
    @Test
    void whatWouldCostTheWholeSaveIsRefusedByEveryStore() throws IOException {
        Schema<Object> door = Running.compile("Door", """
                @SaveSchema(version = 1)
                public record Door(@Default("1") @Range(min = 1, max = 4) int width, @Default("2") int height) {
                  public Door {
                    if (width == 1 && height == 99) throw new IllegalArgumentException("so thin a door is not as high");
                  }
                }
                """).schema("Door");
        Object high = Running.with(Running.with(door.defaultValue(), "width", 5), "height", 99);
        try (SaveStore<Object> store = SaveStore.open(door, file())) {
            store.save(door.defaultValue());
            byte[] before = Files.readAllBytes(file());
            assertThatThrownBy(() -> store.save(high))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("so thin a door is not as high");
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
        }
    }

    @Test
    void aCheckRefusesWhatASaveRefuses() {
        SaveFormat<Object> format = SaveFormat.of(schema);
        assertThat(format.check(with("hp", 11))).hasSize(1);
        assertThatThrownBy(() -> format.check(with("marks", null))).isInstanceOf(NullPointerException.class);
    }

    private Path file() {
        return folder.resolve("hero.json");
    }

    private static Object with(Object... components) {
        Object hero = schema.defaultValue();
        for (int at = 0; at < components.length; at += 2) {
            hero = Running.with(hero, (String) components[at], components[at + 1]);
        }
        return hero;
    }
}
