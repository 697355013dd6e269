package dev.saveschema.slots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.saveschema.KeptCopy;
import dev.saveschema.KeptCopy.Why;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import dev.saveschema.SyncMode;
import dev.saveschema.bulk.MigrationSummary;
import dev.saveschema.bulk.MigrationSummary.Left;
import dev.saveschema.slots.Heroes.Hero;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration brings all slots of a folder to the newest version. */
class SlotMigrationTest {

    private static final int SLOTS = 25;

    /** Power cuts are others' tests. */
    private static final StoreOptions QUICK = StoreOptions.defaults().durability(SyncMode.ATOMIC);

    /** The folder that the old program left. Each test has a copy, which costs less than to save all slots again. */
    @TempDir
    static Path left;

    @TempDir
    Path folder;

    private SaveSlots<Hero> old;
    private SaveSlots<Hero> slots;

    @BeforeAll
    static void manySlots() throws IOException {
        SaveSlots<Hero> slots = SaveSlots.in(new Heroes(1), left, QUICK);
        for (int i = 0; i < SLOTS; i++) {
            try (SaveStore<Hero> store = slots.create(name(i))) {
                store.save(hero(i));
            }
        }
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> saves = Files.walk(left, 2)) {
            for (Path save : saves.filter(file -> file.endsWith("save.json")).toList()) {
                Path copy = folder.resolve(left.relativize(save));
                Files.createDirectories(copy.getParent());
                Files.copy(save, copy);
            }
        }
        old = SaveSlots.in(new Heroes(1), folder, QUICK);
        slots = SaveSlots.in(new Heroes(2), folder, QUICK);
    }

    private static String name(int number) {
        return "%03d".formatted(number);
    }

    private static Hero hero(int number) {
        return new Hero("hero " + number, 1 + number, "a long diary");
    }

    private Path file(int number) {
        return folder.resolve(name(number)).resolve("save.json");
    }

    /** The bytes of all files but locks. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".lock")) {
                    files.put(folder.relativize(file).toString(), Files.readString(file, UTF_8));
                }
            }
        }
        return files;
    }

    @Test
    void everyOlderSaveIsOfTheNewestVersionAfterwardsAndTheOldOneIsKept() throws Exception {
        List<Long> progress = new ArrayList<>();
        assertThat(slots.migration().count()).isEqualTo(SLOTS);
        MigrationSummary summary = slots.migration()
                .threads(3)
                .listener(soFar -> progress.add(soFar.migrated()))
                .run();
        assertThat(summary).hasToString("migrated 25 of 25 older saves; 0 were saved meanwhile");
        assertThat(progress).isSorted().hasSize(2).endsWith((long) SLOTS);
        for (int i = 0; i < SLOTS; i++) {
            try (SaveStore<Hero> store = slots.open(name(i))) {
                LoadResult<Hero> loaded = store.load();
                assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
                assertThat(loaded.storedVersion()).hasValue(2);
                assertThat(loaded.generation()).hasValue(2);
                assertThat(loaded.value()).isEqualTo(hero(i));
                assertThat(store.kept()).extracting(KeptCopy::why).containsExactly(Why.VERSION);
            }
        }
        assertThat(slots.migration().run().seen()).isZero();
        assertThat(slots.migration().count()).isZero();
    }

    @Test
    void dryRunSaysWhatWouldBeDoneAndDoesNothing() throws Exception {
        Files.writeString(file(3), "{\"$version\": 1, \"title\": \"Ada\", \"level\": 3");
        Files.writeString(file(4), "{\"$version\": 1, \"title\": \"Bob\", \"level\": 400, \"diary\": \"\"}");
        Map<String, String> before = files();
        MigrationSummary summary = slots.migration().dryRun().run();
        assertThat(summary).hasToString("""
                would migrate 23 of 25 older saves; 0 were saved meanwhile
                  left 1: OUT_OF_RANGE
                  left 1: SALVAGED""");
        assertThat(summary.left()).extracting(Left::name).containsExactly(name(3), name(4));
        assertThat(summary.left().get(1).toString())
                .startsWith(name(4) + ": OUT_OF_RANGE: level: 400 is outside 1..99");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatCannotBeLoadedWholeIsListedAndLeftAsItIs() throws Exception {
        String damaged = "{\"$version\": 1, \"title\": \"Ada\", \"level\": 3";
        Files.writeString(file(3), damaged);
        Files.write(file(4), new byte[100]);
        MigrationSummary summary = slots.migration().run();
        assertThat(summary.migrated()).isEqualTo(SLOTS - 2);
        assertThat(summary.byReason()).isEqualTo(Map.of("SALVAGED", 1L, "RESET", 1L));
        assertThat(files())
                .containsEntry(name(3) + "/save.json", damaged)
                .containsEntry(name(4) + "/save.json", "\0".repeat(100));
    }

    @Test
    void whatAProgramHasOpenIsListedAndLeftToIt() throws Exception {
        try (SaveStore<Hero> open = old.open(name(7))) {
            open.load();
            MigrationSummary summary = slots.migration().run();
            assertThat(summary.migrated()).isEqualTo(SLOTS - 1);
            assertThat(summary.left()).singleElement().satisfies(left -> {
                assertThat(left.name()).isEqualTo(name(7));
                assertThat(left.reason()).isEqualTo("IN_USE");
            });
            open.save(hero(50));
        }
        assertThat(slots.peek(name(7)).value()).isEqualTo(hero(50));
        assertThat(slots.migration().run()).hasToString("migrated 1 of 1 older saves; 0 were saved meanwhile");
    }

    @Test
    void whatIsSharedIsMigratedBesideWhoHasItOpen() throws Exception {
        StoreOptions shared = QUICK.shared().lockTimeout(Duration.ofMinutes(1));
        SaveSlots<Hero> theirs = SaveSlots.in(new Heroes(2), folder, shared);
        try (SaveStore<Hero> open = theirs.open(name(7))) {
            open.load();
            assertThat(theirs.migration().run().migrated()).isEqualTo(SLOTS);
            assertThat(open.update(hero -> hero(8))).isEqualTo(hero(8));
        }
    }

    @Test
    void whatIsSavedOrDeletedMeanwhileIsNobodysLoss() throws Exception {
        List<Integer> told = new ArrayList<>();
        MigrationSummary summary = slots.migration()
                .listener(soFar -> {
                    // the pages of 20 are read one after the other
                    if (told.isEmpty()) {
                        told.add(1);
                        meanwhile();
                    }
                })
                .run();
        assertThat(summary.migrated()).isEqualTo(SLOTS - 2);
        assertThat(summary.left()).isEmpty();
        assertThat(slots.peek(name(SLOTS - 1)).value()).isEqualTo(hero(60));
        assertThat(slots.list()).extracting(Slot::name).doesNotContain(name(SLOTS - 2));
    }

    private void meanwhile() {
        try (SaveStore<Hero> store = slots.open(name(SLOTS - 1))) {
            store.save(hero(60));
            slots.deleteForGood(name(SLOTS - 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWasStoppedGoesOnWhereItStopped() throws Exception {
        assertThat(catchThrowable(() -> slots.migration()
                        .listener(soFar -> {
                            throw new IllegalStateException("stopped after " + soFar.migrated());
                        })
                        .run()))
                .hasMessage("stopped after 20");
        assertThat(slots.migration().run().migrated()).isEqualTo(SLOTS - 20);
    }

    @Test
    void whatIsNewerEmptyOrNoSlotIsNotTouched() throws Exception {
        try (SaveStore<Hero> store = SaveSlots.in(new Heroes(3), folder).create("newer")) {
            store.save(hero(1));
        }
        slots.create("empty").close();
        Files.writeString(folder.resolve("notes.txt"), "not a slot");
        Map<String, String> before = files();
        assertThat(slots.migration().run().seen()).isEqualTo(SLOTS);
        assertThat(files())
                .containsEntry("newer/save.json", before.get("newer/save.json"))
                .containsEntry("notes.txt", "not a slot")
                .doesNotContainKey("empty/save.json");
    }

    @Test
    void aSaveWhoseFileIsGoneIsListed() throws Exception {
        try (SaveStore<Hero> store = old.open(name(5))) {
            store.load();
            store.save(hero(6));
        }
        Files.delete(file(5));
        assertThat(slots.migration().run().left()).singleElement().satisfies(left -> {
            assertThat(left.name()).isEqualTo(name(5));
            assertThat(left.reason()).isEqualTo("RECOVERED");
        });
        assertThat(file(5)).doesNotExist();
        assertThat(file(5).resolveSibling("save.json.bak1")).exists();
    }
}
