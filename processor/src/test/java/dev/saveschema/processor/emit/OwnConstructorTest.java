package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.codec.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record's own constructor may normalise what was read, or refuse it. */
class OwnConstructorTest {

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Hero", """
                @SaveSchema(version = 1)
                public record Hero(
                    @Default("3") int hp, @Default("9") int maxHp, Item hand, List<Item> bag, Map<String, Item> shelf,
                    Optional<Item> back, @Default(factory = "made") Item belt) {
                  public Hero {
                    if (hp < 0) throw new IllegalStateException("dead\\u001b[2J");
                    if (hp > maxHp) hp = maxHp;
                  }
                  static Item made() { return new Item(5); }
                  public record Item(@Default("1") int count) {
                    public Item {
                      if (count == 0) throw new IllegalArgumentException("no items");
                      if (count < 0) throw new NullPointerException();
                    }
                  }
                }
                """).schema("Hero");
    }

    @Test
    void whatTheConstructorNormalisesIsNotReported() {
        Document<Object> document = Running.read(schema, json("\"hp\": 12"));
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value().toString()).startsWith("Hero[hp=9, maxHp=9,");
    }

    @Test
    void aRefusedPartIsReplacedWhereItStands() {
        Document<Object> document = Running.read(schema, """
                {"$version": 1, "hp": 1, "maxHp": 2, "hand": {"count": 0},
                 "bag": [{"count": 2}, {"count": 0}, {"count": -1}, {"count": 3}],
                 "shelf": {"a/b": {"count": 0}, "c": {"count": 4}}, "back": {"count": 0}, "belt": {"count": 0}}""");
        assertThat(document.value())
                .hasToString("Hero[hp=1, maxHp=2, hand=Item[count=1], bag=[Item[count=2], Item[count=3]], "
                        + "shelf={c=Item[count=4]}, back=Optional.empty, belt=Item[count=5]]");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "hand: refused: no items; used its defaults",
                        "bag[1]: refused: no items; dropped",
                        "bag[2]: refused: NullPointerException; dropped",
                        "shelf.a/b: refused: no items; dropped",
                        "back: refused: no items; used null",
                        "belt: refused: no items; used made()");
    }

    @Test
    void aRefusedDocumentIsTheDefaultsAndIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("hero.json"), json("\"hp\": -1"));
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.RESET);
            assertThat(loaded.value()).isEqualTo(schema.defaultValue());
            assertThat(loaded.repairs()).hasSize(1);
            assertThat(loaded.repairs().get(0).toString()).contains("refused: dead\\u001b[2J", "used the defaults");
            store.save(loaded.value());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(OwnConstructorTest::text))
                    .contains(json("\"hp\": -1"));
        }
    }

    @Test
    void aRefusedDocumentIsReadFromItsBackup() throws IOException {
        Path file = folder.resolve("hero.json");
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            store.save(Running.read(schema, json("\"hp\": 7")).value());
            store.save(Running.read(schema, json("\"hp\": 8")).value());
        }
        Files.writeString(file, json("\"hp\": -1"));
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.RECOVERED);
            assertThat(loaded.value().toString()).startsWith("Hero[hp=7,");
        }
    }

    @Test
    void aFactoryIsCalledOnlyWhereItsValueIsNeeded() throws ReflectiveOperationException {
        Running running = Running.compile("Made", """
                @SaveSchema(version = 1)
                public record Made(@Default(factory = "next") Integer a, @Default(factory = "next") int b) {
                  public static int calls;
                  static int next() { return ++calls; }
                }
                """);
        Schema<Object> made = running.schema("Made");
        Running.read(made, "{\"$version\": 1, \"a\": 7, \"b\": 8}");
        assertThat(calls(running)).isZero();
        assertThat(Running.read(made, "{\"$version\": 1, \"a\": \"x\", \"b\": 8}")
                        .value())
                .hasToString("Made[a=1, b=8]");
        assertThat(Running.read(made, "{\"$version\": 1, \"a\": 5, \"b\": null, \"b\": 9}")
                        .value())
                .hasToString("Made[a=5, b=9]");
        assertThat(calls(running)).isEqualTo(1);
        assertThat(made.defaultValue()).hasToString("Made[a=2, b=3]");
    }

    private static int calls(Running running) throws ReflectiveOperationException {
        return running.loadClass("example.Made").getField("calls").getInt(null);
    }

    private static String json(String hp) {
        return "{\"$version\": 1, " + hp + ", \"maxHp\": 9, \"hand\": {\"count\": 1}, \"bag\": [], \"shelf\": {}, "
                + "\"belt\": {\"count\": 5}}";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
