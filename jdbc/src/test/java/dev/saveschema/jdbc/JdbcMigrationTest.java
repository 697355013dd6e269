package dev.saveschema.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.saveschema.KeptCopy;
import dev.saveschema.KeptCopy.Why;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.bulk.MigrationSummary;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Numbers;
import dev.saveschema.storage.medium.MediumStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcMigrationTest {

    private static final int SAVES = 1_200;
    private static final Numbers OLD = new Numbers(1);
    private static final Numbers NEW = new Numbers(2);

    @TempDir
    Path directory;

    private DataSource database;
    private JdbcSaves saves;

    @BeforeEach
    void manySaves() throws Exception {
        database = SqliteTest.of(directory.resolve("saves.db"));
        Tables.create(database, SqlDialect.SQLITE);
        saves = JdbcSaves.of(database);
        Tables.fill(database, OLD, SAVES);
    }

    private LoadResult<Double> load(int number) throws Exception {
        try (SaveStore<Double> store = saves.open(NEW, Tables.name(number))) {
            return store.load();
        }
    }

    @Test
    void everyOlderSaveIsOfTheNewestVersionAfterwardsAndTheOldOneIsKept() throws Exception {
        List<Long> progress = new ArrayList<>();
        MigrationSummary summary = saves.migration(NEW)
                .threads(2)
                .listener(soFar -> progress.add(soFar.migrated()))
                .run();
        assertThat(summary.toString())
                .isEqualTo("migrated %d of %d older saves; 0 were saved meanwhile".formatted(SAVES, SAVES));
        assertThat(progress).isSorted().endsWith((long) SAVES);
        for (int number : List.of(0, 499, 500, SAVES - 1)) {
            LoadResult<Double> loaded = load(number);
            assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(loaded.storedVersion()).hasValue(2);
            assertThat(loaded.value()).isEqualTo(number);
            assertThat(loaded.generation()).hasValue(2);
            try (SaveStore<Double> store = saves.open(NEW, Tables.name(number))) {
                assertThat(store.kept()).extracting(KeptCopy::why).containsExactly(Why.VERSION);
                assertThat(store.update(n -> n + 1)).isEqualTo(number + 1.0);
            }
        }
        assertThat(saves.migration(NEW).run().seen()).isZero();
    }

    @Test
    void whatIsMigratedIsWhatALoadAndASaveMakeOfIt() throws Exception {
        String old = "{\"$version\": 1, \"$schema\": \"numbers.json\", \"n\": 3}";
        Tables.overwrite(database, "numbers/" + Tables.name(3), 1, old.getBytes(UTF_8));
        Tables.overwrite(database, "numbers/" + Tables.name(4), 1, old.getBytes(UTF_8));
        try (SaveStore<Double> store = saves.open(NEW, Tables.name(4))) {
            store.save(store.load().value());
        }
        assertThat(saves.migration(NEW).run().migrated()).isEqualTo(SAVES - 1);
        assertThat(text(3)).contains("\"$schema\": \"numbers.json\"").isEqualTo(text(4));
    }

    /** The newest generation but for what is random in its seal. */
    private String text(int number) throws Exception {
        try (SaveStorage storage = MediumStorage.of(
                "numbers",
                new JdbcMedium(Database.of(database), "numbers/" + Tables.name(number), 2, Durability.ONE_DISK),
                StorageOptions.DEFAULTS)) {
            return new String(storage.read(storage.copy()), UTF_8)
                    .replaceAll("\"(id|parent|time|sum)\": ?\"[^\"]*\"", "\"$1\"");
        }
    }

    @Test
    void itIsKnownBeforeHowManyThereAre() throws Exception {
        assertThat(saves.migration(NEW).count()).isEqualTo(SAVES);
        assertThat(saves.migration(OLD).count()).isZero();
        saves.slots(OLD).delete(Tables.name(7));
        assertThat(saves.migration(NEW).count()).isEqualTo(SAVES - 1);
        assertThat(saves.migration(NEW).run().seen()).isEqualTo(SAVES - 1);
    }

    @Test
    void whatIsImportedIsMigratedToo() throws Exception {
        Path old = Files.writeString(directory.resolve("old.json"), "{\n  \"n\": 3,\n  \"$version\": 1\n}\n");
        saves.slots(NEW).importFrom("imported", old);
        assertThat(saves.migration(NEW).run().migrated()).isEqualTo(SAVES + 1);
        assertThat(saves.slots(NEW).list("imported", "", 1))
                .singleElement()
                .satisfies(slot -> assertThat(slot.version()).isEqualTo(2));
    }

    @Test
    void dryRunSaysWhatWouldBeDoneAndDoesNothing() throws Exception {
        Tables.overwrite(database, "numbers/" + Tables.name(3), 1, "{\"n\": 3".getBytes(UTF_8));
        Tables.overwrite(database, "numbers/" + Tables.name(4), 1, "{\"n\": \"four\"}".getBytes(UTF_8));
        MigrationSummary summary = saves.migration(NEW).dryRun().run();
        assertThat(summary.migrated()).isEqualTo(SAVES - 2);
        assertThat(summary.byReason()).isEqualTo(Map.of("SALVAGED", 1L, "WRONG_TYPE", 1L));
        assertThat(summary.toString())
                .startsWith("would migrate %d of %d older saves".formatted(SAVES - 2, SAVES))
                .endsWith("\n  left 1: SALVAGED\n  left 1: WRONG_TYPE");
        assertThat(Tables.count(database, "select count(*) from save_gen where version > 1"))
                .isZero();
    }

    @Test
    void whatCannotBeLoadedWholeIsListedAndLeftAsItIs() throws Exception {
        byte[] damaged = "{\"n\": 3".getBytes(UTF_8);
        Tables.overwrite(database, "numbers/" + Tables.name(3), 1, damaged);
        MigrationSummary summary = saves.migration(NEW).run();
        assertThat(summary.left()).singleElement().satisfies(left -> {
            assertThat(left.name()).isEqualTo(Tables.name(3));
            assertThat(left.toString()).startsWith(Tables.name(3) + ": SALVAGED: ");
        });
        assertThat(Tables.count(
                        database, "select count(*) from save_gen where slot = 'numbers/" + Tables.name(3) + "'"))
                .isEqualTo(1);
        assertThat(load(3).outcome()).isEqualTo(Outcome.SALVAGED);
    }

    @Test
    void whoSavesMeanwhileWins() throws Exception {
        MigrationSummary summary;
        try (SaveStore<Double> store = saves.open(NEW, Tables.name(SAVES - 1))) {
            // the pages before it are done, and this thread is not: it saves what the last page has read by then or
            // will read
            summary = saves.migration(NEW).listener(soFar -> update(store)).run();
        }
        assertThat(summary.migrated() + summary.overtaken()).isEqualTo(summary.seen());
        assertThat(load(SAVES - 1).value()).isGreaterThan(SAVES - 1);
    }

    private static void update(SaveStore<Double> store) {
        try {
            store.update(n -> n + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWasInterruptedGoesOnWhereItStopped() throws Exception {
        assertThat(catchThrowable(() -> saves.migration(NEW)
                        .listener(soFar -> {
                            throw new IllegalStateException("stopped after " + soFar.migrated());
                        })
                        .run()))
                .hasMessage("stopped after 500");
        assertThat(saves.migration(NEW).run().migrated()).isEqualTo(SAVES - 500);
    }
}
