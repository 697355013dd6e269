package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Backup;
import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.KeptCopy;
import dev.saveschema.KeptCopy.Why;
import dev.saveschema.LoadLimits;
import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Outcome;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.SaveView;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person goes back to a backup, and back again. */
class BackupsTest {

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Hero", """
                @SaveSchema(version = 2)
                public record Hero(@Default("10") @Range(min = 0, max = 100) int hp) {
                  @Migration(from = 1, to = 2) static void halve(ObjectNode hero) { hero.put("hp", hero.path("hp").asInt() / 2); }
                }
                """).schema("Hero");
    }

    @Test
    void backupsAreListedTheNewestFirstWithWhatTheyAre() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            assertThat(store.backups()).isEmpty();
            save(store, 1, 2, 3);
            List<Backup> backups = store.backups();
            assertThat(backups)
                    .extracting(backup -> backup.copy().name())
                    .containsExactly("hero.json.bak1", "hero.json.bak2");
            Backup newest = backups.get(0);
            assertThat(newest.generation()).hasValue(2);
            assertThat(newest.version()).hasValue(2);
            assertThat(newest.state()).isEqualTo(Finding.State.SEALED);
            assertThat(newest.size()).isEqualTo(Files.size(path(newest.copy())));
            assertThat(newest.time().orElseThrow()).isBeforeOrEqualTo(Instant.now());
            Files.writeString(path(backups.get(1).copy()), "damage");
            assertThat(store.backups().get(1).state()).isEqualTo(Finding.State.INVALID);
            assertThat(store.backups().get(1))
                    .asString()
                    .startsWith("hero.json.bak2: INVALID, ")
                    .endsWith(" bytes");
        }
    }

    @Test
    void aBackupThatCannotBeReadIsListedAndHidesNoOther() throws IOException {
        StoreOptions small =
                StoreOptions.defaults().limits(LoadLimits.defaults().fileBytes(1_000));
        try (SaveStore<Object> store = SaveStore.open(schema, file(), small)) {
            save(store, 1, 2, 3);
            Copy newer = store.backups().get(0).copy();
            Files.writeString(path(newer), "x".repeat(2_000));
            assertThat(store.backups())
                    .extracting(Backup::state)
                    .containsExactly(Finding.State.UNREADABLE, Finding.State.SEALED);
            assertThatThrownBy(() -> store.load(newer)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aLookAtABackupChangesNothing() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            save(store, 1, 2, 3);
            Copy older = store.backups().get(1).copy();
            LoadResult<Object> looked = store.load(older);
            assertThat(looked.value()).isEqualTo(hero(1));
            assertThat(looked.source()).contains(older);
            assertThat(looked.generation()).hasValue(1);
            assertThat(store.update(now -> now))
                    .as("update starts from the newest")
                    .isEqualTo(hero(3));
        }
    }

    @Test
    void whatARestoredBackupReplacesIsKeptAndCanBeRestoredToo() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            save(store, 1, 2, 3);
            SaveReceipt receipt = store.restore(store.backups().get(1).copy());
            assertThat(store.load().value()).isEqualTo(hero(1));
            assertThat(receipt.generation()).as("a save like any other").isEqualTo(4);
            Copy replaced = receipt.preserved().get(0);
            KeptCopy kept = store.kept().get(0);
            assertThat(kept.copy()).isEqualTo(replaced);
            assertThat(kept.why()).isEqualTo(Why.REPLACED);
            assertThat(kept.size()).isEqualTo(Files.size(path(replaced)));
            save(store, 5, 6, 7);
            store.restore(replaced);
            assertThat(store.load().value()).isEqualTo(hero(3));
            store.save(hero(8));
            assertThat(store.kept()).extracting(KeptCopy::why).containsExactly(Why.REPLACED, Why.REPLACED);
        }
    }

    @Test
    void aBackupThatWasListedIsFoundAgainWhereverSavesHaveMovedIt() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            save(store, 1, 2, 3);
            Backup second = store.backups().get(0);
            save(store, 4);
            assertThat(store.load(second.copy()).value())
                    .as("what its name stands for now")
                    .isEqualTo(hero(3));
            assertThat(store.load(second).value()).isEqualTo(hero(2));
            store.restore(second);
            assertThat(store.load().value()).isEqualTo(hero(2));
            save(store, 5, 6);
            assertThatThrownBy(() -> store.restore(second))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining("generation 2 is not kept any more");
        }
    }

    @Test
    void whoeverOnlyReadsSeesTheBackupsAndWhatWasKeptToo() throws IOException {
        SaveView<Object> view = SaveStore.openReadOnly(schema, file());
        assertThat(view.backups()).isEmpty();
        assertThat(view.kept()).isEmpty();
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            save(store, 1, 2, 3);
            store.restore(store.backups().get(0));
            assertThat(view.backups()).isEqualTo(store.backups());
            assertThat(view.kept()).isEqualTo(store.kept()).hasSize(1);
            Backup second = view.backups().get(1);
            assertThat(view.load(second).value()).isEqualTo(hero(2));
            save(store, 5);
            assertThatThrownBy(() -> view.load(second)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void aSaveThatIsGoneIsARepairWhichSaysWhatWasUsed() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            save(store, 1, 2);
        }
        Files.delete(file());
        LoadResult<Object> loaded = SaveStore.read(schema, file());
        assertThat(loaded.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(loaded.repairs()).singleElement().hasToString("the file: hero.json is missing; used hero.json.bak1");
    }

    @Test
    void aBackupOfAnOlderVersionIsRestoredMigrated() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            save(store, 1, 2);
            Copy backup = store.backups().get(0).copy();
            Files.writeString(path(backup), "{\"$version\": 1, \"hp\": 60}");
            assertThat(store.backups().get(0).version()).hasValue(1);
            store.restore(backup);
            assertThat(store.load().value()).isEqualTo(hero(30));
            assertThat(store.load().outcome()).isEqualTo(Outcome.LOADED);
        }
    }

    @Test
    void whatNobodyCanUseIsNotRestored() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            save(store, 1, 2);
            Copy backup = store.backups().get(0).copy();
            for (String unusable : List.of("damage", "{\"$version\": 9, \"hp\": 1}")) {
                Files.writeString(path(backup), unusable);
                assertThatThrownBy(() -> store.restore(backup))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("hero.json.bak1 cannot be restored");
            }
            assertThat(store.load().value()).isEqualTo(hero(2));
            Path other = Files.writeString(folder.resolve("other.json"), "{\"hp\": 3}");
            assertThatThrownBy(() -> store.restore(Copy.of(other)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not a copy of");
        }
    }

    @Test
    void aNewerProgramsSaveIsNotReplacedByABackup() throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            save(store, 1, 2);
        }
        Files.writeString(file(), "{\"$version\": 9, \"hp\": 1}");
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            Copy backup = store.backups().get(0).copy();
            assertThatThrownBy(() -> store.restore(backup)).isInstanceOf(NewerVersionException.class);
            store.overwriteNewer();
            store.restore(backup);
            assertThat(store.kept()).extracting(KeptCopy::why).contains(Why.NEWER);
            assertThat(store.load().value()).isEqualTo(hero(1));
        }
    }

    @Test
    void whatWasKeptIsListedWithItsReason() throws IOException {
        Files.writeString(file(), "{\"$version\": 1, \"hp\": 8}");
        try (SaveStore<Object> store = SaveStore.open(schema, file())) {
            store.save(store.load().value());
            Files.writeString(file(), "damage");
            store.load();
            store.save(hero(5));
            Files.writeString(folder.resolve("hero.json.corrupt-99999999T999999Z-00000000.json"), "no time");
            assertThat(store.kept())
                    .extracting(KeptCopy::why)
                    .containsExactlyInAnyOrder(Why.VERSION, Why.CORRUPT, Why.CORRUPT);
            assertThat(store.kept())
                    .allSatisfy(kept -> assertThat(kept)
                            .asString()
                            .matches("hero\\.json\\..*: (VERSION|CORRUPT), kept .*Z, \\d+ bytes"));
        }
    }

    private Path file() {
        return folder.resolve("hero.json");
    }

    private static Path path(Copy copy) {
        return copy.path().orElseThrow();
    }

    private static void save(SaveStore<Object> store, int... hps) throws IOException {
        for (int hp : hps) {
            store.save(hero(hp));
        }
    }

    private static Object hero(int hp) {
        return Running.with(schema.defaultValue(), "hp", hp);
    }
}
