package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.UnusableDefaultsException;
import dev.saveschema.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record's own constructor may normalise what was read, or refuse it. */
class OwnConstructorTest {

    /** Of a set's elements a load asks for more than their constructors. */
    @Test
    void whatAnElementOfASetThrowsWhenItIsComparedIsARepair() {
        Schema<Object> schema = Running.compile("Bag", """
                @SaveSchema(version = 1)
                public record Bag(Set<Coin> coins, @Each(invalid = Invalid.RESET) Set<List<Coin>> rolls) {
                  public record Coin(@Default("1") int value) {
                    @Override public int hashCode() { if (value == 7) throw new IllegalStateException("no hash"); return 1; }
                    @Override public boolean equals(Object other) {
                      if (value == 8) throw new StackOverflowError();
                      return other instanceof Coin coin && coin.value == value;
                    }
                  }
                }
                """).schema("Bag");
        Document<Object> read = Running.read(
                schema,
                "{\"$version\": 1, \"coins\": [{\"value\": 1}, {\"value\": 7}, {\"value\": 8}, {\"value\": 2}],"
                        + " \"rolls\": [[{\"value\": 1}], [{\"value\": 7}]]}");
        assertThat(read.value()).hasToString("Bag[coins=[Coin[value=1], Coin[value=2]], rolls=[]]");
        assertThat(Running.repairs(read))
                .containsExactly(
                        "coins[1]: refused: no hash; dropped",
                        "coins[2]: refused: StackOverflowError; dropped",
                        "rolls[1]: refused: no hash; dropped",
                        "rolls: something in it is invalid; used []");
    }

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
            assertThat(loaded.repairs().get(0).reason()).isEqualTo(Reason.REJECTED);
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

    @Test
    void whatAConstructorThrowsIsARefusalWhateverItIs() {
        Schema<Object> box = Running.compile("Box", """
                @SaveSchema(version = 1)
                public record Box(List<Item> items) {
                  public record Item(@Default("1") int count) {
                    public Item {
                      if (count == 2) throw new AssertionError("two");
                      if (count == 3) endless(count);
                      if (count == 4) throw new ExceptionInInitializerError("four");
                    }
                    private static int endless(int n) { return endless(n + 1) + 1; }
                  }
                }
                """).schema("Box");
        Document<Object> document = Running.read(
                box, "{\"$version\": 1, \"items\": [{\"count\": 2}, {\"count\": 3}, {\"count\": 4}, {\"count\": 5}]}");
        assertThat(document.value()).hasToString("Box[items=[Item[count=5]]]");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "items[0]: refused: two; dropped",
                        "items[1]: refused: StackOverflowError; dropped",
                        "items[2]: refused: four; dropped");
    }

    @Test
    void aProgramWithoutMemoryIsNoRefusal() {
        Schema<Object> full = Running.compile("Full", """
                @SaveSchema(version = 1)
                public record Full(@Default("1") int count) {
                  public Full { if (count == 2) throw new OutOfMemoryError("full"); }
                }
                """).schema("Full");
        assertThatThrownBy(() -> Running.read(full, "{\"$version\": 1, \"count\": 2}"))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void anElementWhoseOwnDefaultsAreRefusedIsDropped() throws IOException {
        Schema<Object> house = Running.compile("House", """
                @SaveSchema(version = 2)
                public record House(List<Room> rooms, List<Lamp> lamps) {
                  public record Room(@Default("1") int number, @Since(2) Door door) {}
                  public record Door(@Default("300") int width) {
                    public Door { if (width > 200) throw new IllegalArgumentException("too wide"); }
                  }
                  public record Lamp(@Default("1") int number, @Default(factory = "light") Integer watts) {
                    static Integer light() { throw new IllegalStateException("dark"); }
                  }
                }
                """).schema("House");
        Document<Object> document = Running.read(house, """
                {"$version": 2, "rooms": [{"number": 1, "door": {"width": 100}}, {"number": 2}, {"number": 3, "door": 5},
                  {"number": 4, "door": {"width": 201}}], "lamps": [{"number": 1, "watts": 60}, {"number": 2}]}""");
        assertThat(document.value())
                .hasToString("House[rooms=[Room[number=1, door=Door[width=100]]], lamps=[Lamp[number=1, watts=60]]]");
        String refused = ": refused: the defaults of example.House$Door are refused: too wide; dropped";
        assertThat(Running.repairs(document))
                .containsExactly(
                        "rooms[1].door: missing; used its defaults",
                        "rooms[1]" + refused,
                        "rooms[2].door: 5 is not an object; used its defaults",
                        "rooms[2]" + refused,
                        "rooms[3].door: refused: too wide; used its defaults",
                        "rooms[3]" + refused,
                        "lamps[1].watts: missing; used light()",
                        "lamps[1]: refused: dark; dropped");
        Document<Object> migrated = Running.read(house, "{\"rooms\": [{\"number\": 1}], \"lamps\": []}");
        assertThat(migrated.value()).hasToString("House[rooms=[], lamps=[]]");
        assertThat(migrated.repairs()).extracting(Repair::reason).contains(Reason.REJECTED);
        try (SaveStore<Object> store = SaveStore.open(house, folder.resolve("house.json"))) {
            assertThat(store.load().outcome()).isEqualTo(Outcome.FIRST_RUN);
        }
    }

    @Test
    void aDocumentWhoseDefaultsAreRefusedIsFoundBeforeAnyFileIsTouched() throws IOException {
        Schema<Object> shed = Running.compile("Shed", """
                @SaveSchema(version = 1)
                public record Shed(@Default("1") int number, Wall wall) {
                  public record Wall(Door door) {}
                  public record Door(@Default("300") int width) {
                    public Door { if (width > 200) throw new IllegalArgumentException("too wide"); }
                  }
                }
                """).schema("Shed");
        assertThatThrownBy(() -> SaveStore.open(shed, folder.resolve("sheds").resolve("shed.json")))
                .isInstanceOf(UnusableDefaultsException.class)
                .hasMessage("the defaults of example.Shed$Door are refused: too wide")
                .hasRootCauseMessage("too wide");
        assertThat(folder).isEmptyDirectory();
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
