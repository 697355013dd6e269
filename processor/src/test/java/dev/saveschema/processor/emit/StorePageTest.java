package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Backups;
import dev.saveschema.Finding;
import dev.saveschema.LoadLimits;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.processor.Page;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/store.md} is true: its examples run, and the files, words and lines in it are those that a store leaves and prints. */
class StorePageTest {

    private static final Page PAGE = Page.read("docs/store.md");
    private static final String SHOWN_FOLDER = "/saves";

    private static final String HERO = PAGE.java().get(0);
    private static final String USE = PAGE.java().get(1);
    private static final String REPLACE_NEWER = PAGE.java().get(2);
    private static final String OPTIONS = PAGE.java().get(3);
    private static final String BESIDE = PAGE.java().get(4);
    private static final String BYTES = PAGE.java().get(5);
    private static final String EXCHANGE = PAGE.java().get(6);
    private static final String DELETE = PAGE.java().get(7);
    private static final String GO_BACK = PAGE.java().get(8);
    private static final String YESTERDAY = PAGE.java().get(9);

    private static Running running;
    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compileTheExamples() {
        running = Running.compile("Hero", """
                import dev.saveschema.*;
                import java.io.*;
                import java.nio.file.*;
                import java.time.*;

                %s
                class Examples {
                  public static void use(Path file) throws IOException {
                %s
                  }

                  public static void replaceNewer(Path file, SaveStore<Hero> store, Hero hero) throws IOException {
                %s
                  }

                  public static void options(Path file) throws IOException {
                %s
                  }

                  public static void beside(Path file) throws IOException {
                %s
                  }

                  public static void bytes(Hero hero) {
                %s
                  }

                %s

                  private static Hero choose(Hero ours, Hero theirs) {
                    return ours.hp() > theirs.hp() ? ours : theirs;
                  }

                  /** Two devices and what both had last, or null; the cloud is a file. */
                  public static SaveSeal exchangeWith(SaveStore<Hero> store, Path cloud, SaveSeal last) throws IOException {
                    return exchange(store, new Cloud() {
                      @Override public byte[] download() {
                        try { return Files.readAllBytes(cloud); } catch (IOException e) { throw new UncheckedIOException(e); }
                      }
                      @Override public void upload(byte[] save) {
                        try { Files.write(cloud, save); } catch (IOException e) { throw new UncheckedIOException(e); }
                      }
                    }, Optional.ofNullable(last)).orElse(null);
                  }

                  public static void delete(Path file) throws IOException {
                %s
                  }

                  public static void goBack(SaveStore<Hero> store) throws IOException {
                %s
                  }

                  public static Optional<Backup> yesterday(SaveStore<Hero> store, Instant now) throws IOException {
                %s
                    return then;
                  }
                }
                """.formatted(
                        HERO,
                        inFolder(USE),
                        REPLACE_NEWER,
                        inFolder(OPTIONS),
                        inFolder(BESIDE),
                        BYTES,
                        EXCHANGE,
                        inFolder(DELETE),
                        GO_BACK,
                        YESTERDAY.replace("Instant.now()", "now")));
        schema = running.schema("Hero");
    }

    private static String inFolder(String example) {
        assertThat(example).contains("Path.of(\"hero.json\")");
        return example.replace("Path.of(\"hero.json\")", "file");
    }

    @Test
    void theFirstExampleLoadsSavesAndUpdates() throws Exception {
        assertThat(new PageExamples(running).printed("use", file())).containsExactly(lineOf("FIRST_RUN"));
        assertThat(new PageExamples(running).printed("use", file())).containsExactly(shown(lineOf("LOADED")));
        assertThat(load().value()).hasToString("Hero[name=Nobody, hp=6, items=[sword]]");
    }

    @Test
    void theNewerFileIsReplacedAndKeptAside() throws Exception {
        Files.writeString(file(), "{\"$version\": 9, \"name\": \"Ada\", \"wings\": 2}");
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            assertThat(new PageExamples(running).printed("replaceNewer", file(), store, schema.defaultValue()))
                    .singleElement()
                    .asString()
                    .startsWith("kept aside: [" + file() + ".newer-");
        }
    }

    @Test
    void theOptionsWriteWithoutWhiteSpace() throws Exception {
        new PageExamples(running).printed("options", file());
        assertThat(Files.readString(file())).startsWith("{\"$version\":1,\"name\":");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aResultPrintsAsThePageShowsIt() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(load().toString());
        save(1);
        lines.add(load().toString());
        edit(text -> text.replace("\"hp\": 1", "\"hp\": 400"));
        lines.add(load().toString());
        Files.delete(file());
        save(1);
        save(2);
        Files.writeString(file(), "{\"$version\": 1, \"name\": \"A");
        lines.add(load().toString());
        clear();
        Files.writeString(file(), "{\"$version\": 1, \"name\": \"Ada\", \"hp\": ");
        lines.add(load().toString());
        Files.writeString(file(), "[]");
        lines.add(load().toString());
        Files.writeString(file(), "{\"$version\": 9, \"name\": \"Ada\", \"hp\": 5, \"items\": []}");
        lines.add(load().toString());
        List<String> shown = PAGE.output().get(0).lines().map(this::shown).toList();
        assertThat(lines).hasSameSizeAs(shown);
        for (int at = 0; at < lines.size(); at++) {
            assertThat(lines.get(at)).matches(pattern(shown.get(at)));
        }
    }

    @Test
    void aStoreLeavesTheFilesThatAreInTheTableAndNoOthers() throws IOException {
        Set<String> left = new TreeSet<>();
        save(1);
        save(2);
        save(3);
        Files.writeString(file(), "{"); // damaged
        save(4);
        edit(text -> text.replace("\"hp\": 4", "\"hp\": 400")); // repaired
        save(5);
        edit(text -> text.replace("\"$version\": 1", "\"$version\": 10"));
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            store.overwriteNewer();
            store.save(schema.defaultValue());
            Files.writeString(file(), "{\"name\": \"somebody else\"}"); // in conflict
            store.save(Running.with(schema.defaultValue(), "hp", 6));
        }
        left.addAll(names());

        byte[] whole = Files.readAllBytes(file());
        clear();
        save(1);
        Files.write(folder.resolve(".hero.json.0123456789abcdef.tmp"), whole); // never finished, of another descent
        left.addAll(names());
        save(2);
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            store.restore(store.backups().get(0).copy()); // replaced
        }
        left.addAll(names());

        try (SaveStore<Object> store =
                SaveStore.open(schema, file(), StoreOptions.defaults().backups(Backups.keep(3)))) {
            for (int hp = 1; hp <= 4; hp++) {
                store.save(Running.with(schema.defaultValue(), "hp", hp)); // the last but two stays, too
            }
        }
        left.addAll(names());

        Files.writeString(folder.resolve("hero.json.bak1"), "{\"name\": \"Ada\"}"); // edited
        save(3);
        left.addAll(names());

        Files.writeString(file(), "{\"$version\": 1, \"name\": \"Ada\"}"); // of an older version
        Schema<Object> next = Running.compile("Hero", HERO.replace("version = 1", "version = 2"))
                .schema("Hero");
        try (SaveStore<Object> store = SaveStore.open(next, file())) {
            store.save(next.defaultValue());
        }
        left.addAll(names());

        List<String> table = PAGE.rows("File").map(row -> Page.code(row.get(0))).toList();
        assertThat(left).allSatisfy(name -> assertThat(table).anyMatch(row -> name.matches(pattern(row))));
        assertThat(table).allSatisfy(row -> assertThat(left).anyMatch(name -> name.matches(pattern(row))));
    }

    @Test
    void aLoadTellsTheGenerationAndTheTimeOfTheSave() throws IOException {
        assertThat(load().generation()).isEmpty();
        save(1);
        save(2);
        LoadResult<Object> loaded = load();
        assertThat(loaded.generation()).hasValue(2);
        assertThat(loaded.time().orElseThrow())
                .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(1));
        Files.writeString(file(), Files.readString(file()).replace("Nobody", "Ada"));
        assertThat(load().seal()).as("a broken seal says nothing").isEmpty();
    }

    @Test
    void theTablesNameWhatThereIs() {
        assertThat(codes("Outcome")).containsExactlyElementsOf(names(Outcome.values()));
        assertThat(codes("`Aftermath`")).containsExactlyElementsOf(names(Aftermath.values()));
        assertThat(codes("`LoadResult`").stream().map(name -> name.replace("()", "")))
                .containsAll(components(LoadResult.class))
                .contains("generation", "time", "isMigrated", "isClean");
        assertThat(codes("`SaveReceipt`").stream().map(name -> name.replace("()", "")))
                .containsExactlyElementsOf(components(SaveReceipt.class));
        assertThat(codes("`LoadLimits`")).containsExactlyInAnyOrderElementsOf(settings(LoadLimits.class));
        String findings = PAGE.rows("`LoadResult`")
                .filter(row -> row.get(0).equals("`findings()`"))
                .findFirst()
                .orElseThrow()
                .get(1);
        assertThat(Page.codes(findings)).containsExactlyElementsOf(names(Finding.State.values()));
    }

    @Test
    void whatIsBeyondALimitOfLoadsIsRepairedOrCountsAsDamaged() throws IOException {
        LoadLimits small = LoadLimits.defaults()
                .fileBytes(500)
                .elements(20)
                .nesting(2)
                .textLength(10)
                .numberLength(10);
        StoreOptions options = StoreOptions.defaults().limits(small);
        assertThat(load("{\"name\": \"%s\"}".formatted("x".repeat(600)), options)
                        .outcome())
                .isNotEqualTo(Outcome.EDITED);
        assertThat(load("{\"items\": [%s\"\"]}".formatted("\"\",".repeat(30)), options)
                        .outcome())
                .isNotEqualTo(Outcome.EDITED);
        assertThat(reasons(load("{\"name\": \"%s\"}".formatted("x".repeat(11)), options)))
                .contains(Reason.TOO_LONG);
        assertThat(reasons(load("{\"hp\": 10000000000}", options))).contains(Reason.TOO_LONG);
        Schema<Object> deep = Running.compile(
                        "Deep", "@SaveSchema(version = 1) public record Deep(List<List<List<Integer>>> numbers) {}")
                .schema("Deep");
        Files.writeString(file(), "{\"numbers\": [[], [[1]]]}");
        try (SaveStore<Object> store = SaveStore.open(deep, file(), options.limits(small.nesting(3)))) {
            assertThat(reasons(store.load())).containsExactly(Reason.TOO_DEEP);
        }
        assertThat(LoadLimits.defaults())
                .isEqualTo(LoadLimits.defaults()
                        .fileBytes(64 << 20)
                        .elements(10_000_000)
                        .nesting(200)
                        .textLength(16 << 20)
                        .numberLength(1_000));
        assertThat(LoadLimits.defaults().memoryBytes()).isEqualTo(384 << 20);
        assertThatThrownBy(() -> LoadLimits.defaults().nesting(1_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSaveIsLookedAtBesideItsOwner() throws Exception {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            store.save(Running.with(schema.defaultValue(), "name", "Ada"));
            Set<String> before = names();
            assertThat(new PageExamples(running).printed("beside", file())).containsExactly("Ada, 1 saves");
            assertThat(names()).isEqualTo(before);
        }
    }

    @Test
    void whatIsDeletedDoesNotComeBack() throws Exception {
        save(1);
        save(2);
        save(3);
        assertThat(new PageExamples(running).printed("delete", file())).containsExactly("removed 3 files");
        assertThat(load().outcome()).isEqualTo(Outcome.FIRST_RUN);
    }

    @Test
    void theExampleGoesBackAndKeepsWhatItReplaces() throws Exception {
        save(1);
        save(2);
        save(3);
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            assertThat(new PageExamples(running).printed("goBack", store))
                    .hasSize(2)
                    .allMatch(line -> line.contains("Z: Hero[name=Nobody, hp="));
            assertThat(store.load().value()).hasToString("Hero[name=Nobody, hp=2, items=[]]");
        }
        assertThat(names()).anyMatch(name -> name.startsWith("hero.json.replaced-"));
    }

    @Test
    void yesterdayIsTheNewestBackupThatIsADayOld() throws Exception {
        save(1);
        save(2);
        save(3);
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            assertThat(new PageExamples(running).run("yesterday", store, Instant.now()))
                    .isEqualTo(Optional.empty());
            assertThat(new PageExamples(running)
                            .run("yesterday", store, Instant.now().plus(Duration.ofDays(2))))
                    .isEqualTo(Optional.of(store.backups().get(0)));
        }
    }

    @Test
    void devicesThatExchangeSavesHoldTheSameAndLoseNothing() throws Exception {
        Path cloud = folder.resolve("cloud.json");
        Path laptopFile = folder.resolve("laptop.json");
        Path phoneFile = folder.resolve("phone.json");
        try (SaveStore<Object> laptop = SaveStore.open(schema, laptopFile);
                SaveStore<Object> phone = SaveStore.open(schema, phoneFile)) {
            laptop.save(hero(5));
            Files.write(cloud, Files.readAllBytes(laptopFile));
            phone.save(hero(1));
            Object laptopLast = exchange(laptop, cloud, null);
            Object phoneLast = exchange(phone, cloud, null); // diverged: the greater one is chosen
            assertThat(phone.load().value()).isEqualTo(hero(5));
            laptop.update(now -> hero(6));
            laptop.update(now -> hero(7)); // two saves ahead of the cloud, which has the phone's now
            laptopLast = exchange(laptop, cloud, laptopLast);
            assertThat(laptop.load().value()).isEqualTo(hero(7));
            phoneLast = exchange(phone, cloud, phoneLast);
            assertThat(phone.load().value())
                    .as("downloaded, without a question")
                    .isEqualTo(hero(7));
            phone.update(now -> hero(3));
            phone.update(now -> hero(2));
            exchange(phone, cloud, phoneLast);
            exchange(laptop, cloud, laptopLast);
            assertThat(laptop.load().value()).as("later, though it is less").isEqualTo(hero(2));
            assertThat(laptop.load(laptop.backups().get(0)).value()).isEqualTo(hero(7));
        }
    }

    private static Object hero(int hp) {
        return Running.with(schema.defaultValue(), "hp", hp);
    }

    private Object exchange(SaveStore<Object> store, Path cloud, Object last) throws Exception {
        return new PageExamples(running).run("exchangeWith", store, cloud, last);
    }

    @Test
    void whatFollowsIsUploaded() throws Exception {
        assertThat(new PageExamples(running).printed("bytes", schema.defaultValue()))
                .containsExactly("upload ours");
    }

    @Test
    void aNameOfAFileBesideASaveIsRefused() {
        assertThatThrownBy(() -> SaveStore.open(schema, folder.resolve("hero.json.bak1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeSavedIsRefusedAsTheTableSays() throws IOException {
        SaveStore<Object> store = SaveStore.open(schema, file());
        assertThatThrownBy(() -> store.update(hero -> Running.with(hero, "name", null)))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.update(hero -> null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.update(hero -> Running.with(
                        hero, "name", "x".repeat(LoadLimits.defaults().textLength() + 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file()).doesNotExist();
        store.close();
        store.close();
        assertThatThrownBy(store::load).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.save(schema.defaultValue())).isInstanceOf(IllegalStateException.class);
    }

    private LoadResult<Object> load(String content, StoreOptions options) throws IOException {
        Files.writeString(file(), content);
        try (SaveStore<Object> store = SaveStore.open(schema, file(), options)) {
            return store.load();
        }
    }

    private static List<Reason> reasons(LoadResult<?> loaded) {
        return loaded.repairs().stream().map(Repair::reason).toList();
    }

    private static List<String> codes(String head) {
        return PAGE.rows(head).map(row -> Page.code(row.get(0))).toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** The names of the methods that return a changed copy. */
    private static List<String> settings(Class<?> options) {
        return Arrays.stream(options.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == options)
                .map(Method::getName)
                .toList();
    }

    private Set<String> names() throws IOException {
        return files().stream().map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    }

    /** A regular expression for the shown text, in which … stands for any text. */
    private static String pattern(String shown) {
        return Arrays.stream(shown.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
    }

    private String lineOf(String outcome) {
        return PAGE.output()
                .get(0)
                .lines()
                .filter(line -> line.startsWith(outcome))
                .findFirst()
                .orElseThrow();
    }

    /** A line of the page, in the folder of this test. */
    private String shown(String line) {
        return line.replace(SHOWN_FOLDER, folder.toString());
    }

    private Path file() {
        return folder.resolve("hero.json");
    }

    private LoadResult<Object> load() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            return store.load();
        }
    }

    private void save(int hp) throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            store.update(hero -> Running.with(hero, "hp", hp));
        }
    }

    private void edit(UnaryOperator<String> change) throws IOException {
        Files.writeString(file(), change.apply(Files.readString(file())));
    }

    private void clear() throws IOException {
        for (Path each : files()) {
            Files.delete(each);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
