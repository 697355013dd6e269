package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.ConflictException;
import dev.saveschema.Copy;
import dev.saveschema.Outcome;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import dev.saveschema.bulk.MigrationSummary;
import dev.saveschema.jdbc.Rows.Head;
import dev.saveschema.jdbc.Rows.Row;
import dev.saveschema.jdbc.TestConnections.Commit;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Numbers;
import dev.saveschema.storage.contract.Place;
import dev.saveschema.storage.contract.SaveStorageContract;
import dev.saveschema.storage.contract.WordSaves;
import dev.saveschema.storage.medium.GenerationMedium.Result;
import dev.saveschema.storage.medium.MediumStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every storage on a database, and what only one on a database must hold to. */
abstract class JdbcStorageContract extends SaveStorageContract {

    private static final Numbers NUMBERS = new Numbers();
    private static final StoreOptions QUIET = StoreOptions.defaults().compact().withoutLog();

    private final String name = UUID.randomUUID().toString();
    private final TestConnections connections = new TestConnections(database());

    /** A database with the tables in it. */
    abstract DataSource database();

    /** The number of saves that are migrated beside a program that goes on saving. */
    int many() {
        return Integer.getInteger("migration.saves", 1_000);
    }

    /** The connections as a store sees them, which a mutant changes. */
    DataSource seen(DataSource connections) {
        return connections;
    }

    final JdbcSaves saves() throws IOException {
        return JdbcSaves.of(seen(connections));
    }

    @Override
    protected final boolean isShared() {
        return true;
    }

    @Override
    protected final Place place() {
        String slot = "words/" + name;
        return new Place() {

            @Override
            public SaveStorage open() throws IOException {
                Database database = Database.of(seen(connections));
                JdbcMedium medium = new JdbcMedium(database, slot, 1, database.read(database.dialect()::durability));
                return MediumStorage.of("words", medium, StorageOptions.DEFAULTS);
            }

            @Override
            public void overwrite(Copy copy, byte[] bytes) throws IOException {
                String number = copy.name().replaceAll("^words#?", "");
                try {
                    Tables.overwrite(database(), slot, number.isEmpty() ? 0 : Long.parseLong(number), bytes);
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void refuseWrites(boolean refused) {
                connections.refusesWrites = refused;
            }

            @Override
            public void refuseReads(boolean refused) {
                connections.refusesReads = refused;
            }

            @Override
            public void close() {}
        };
    }

    private SaveStore<Double> store() throws IOException {
        return saves().open(NUMBERS, name);
    }

    @Test
    void aCommitWhoseConnectionBreaksAfterwardsIsFoundToHaveHappened() throws IOException {
        try (SaveStore<Double> store = store()) {
            store.save(1.0);
            connections.commit = Commit.BREAKS_AFTERWARDS;
            assertThat(store.save(2.0).generation()).isEqualTo(2);
            assertThat(store.save(3.0).generation()).isEqualTo(3);
        }
        try (SaveStore<Double> store = store()) {
            assertThat(store.load().value()).isEqualTo(3.0);
        }
    }

    @Test
    void aCommitWhoseConnectionBreaksBeforeItHappenedIsMadeAgain() throws IOException {
        try (SaveStore<Double> store = store()) {
            store.save(1.0);
            connections.commit = Commit.BREAKS_BEFORE;
            assertThat(store.save(2.0).generation()).isEqualTo(2);
            assertThat(store.load().value()).isEqualTo(2.0);
        }
    }

    @Test
    void whereNobodyCanBeAskedAboutACommitItIsUnknownWhatStands() throws IOException {
        try (SaveStore<Double> store = store()) {
            store.save(1.0);
            connections.commit = Commit.BREAKS_AFTERWARDS;
            connections.refusesReads = true;
            assertThatThrownBy(() -> store.save(2.0))
                    .isInstanceOfSatisfying(
                            SaveException.class,
                            failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.UNKNOWN));
            connections.refusesReads = false;
            assertThat(store.update(n -> n + 1)).isEqualTo(3.0);
        }
    }

    @Test
    void aCommitThatMayNotLastIsSaidSo() throws IOException {
        try (SaveStore<Double> store = store()) {
            store.save(1.0);
            connections.commit = Commit.WARNS;
            assertThatThrownBy(() -> store.save(2.0))
                    .isInstanceOfSatisfying(
                            SaveException.class,
                            failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.MAY_ROLL_BACK));
            assertThat(store.save(3.0).generation()).isEqualTo(3);
        }
    }

    @Test
    void whoKnowsAGenerationThatADatabaseRestoredFromItsBackupHasNumberedAnewIsStale() throws Exception {
        try (SaveStore<Double> ours = store()) {
            ours.save(1.0);
            String id = Tables.text(database(), "select id from save_head where slot = 'numbers/" + name + "'");
            ours.save(2.0);
            Tables.execute(
                    database(),
                    "delete from save_gen where gen = 2 and slot = 'numbers/" + name + "'",
                    "update save_head set gen = 1, id = '" + id + "' where slot = 'numbers/" + name + "'");
            try (SaveStore<Double> theirs = store()) {
                assertThat(theirs.save(7.0).generation()).isEqualTo(2);
            }
            assertThatThrownBy(() -> ours.save(3.0)).isInstanceOf(ConflictException.class);
        }
        try (SaveStore<Double> store = store()) {
            assertThat(store.load().value()).isEqualTo(7.0);
        }
    }

    @Test
    void aTransactionThatHasReadWhatSomebodyElseReplacesIsTriedAgainOrLoses() throws IOException {
        String slot = "numbers/" + name;
        AtomicBoolean isReplaced = new AtomicBoolean();
        try (SaveStore<Double> theirs = store()) {
            theirs.save(1.0);
            Result result = Database.of(database()).change(connection -> {
                Row newest = Rows.list(connection, slot).get(0);
                if (!isReplaced.getAndSet(true)) {
                    save(theirs, 2.0);
                }
                Head head = new Head(newest.number(), newest.id());
                boolean isStale = newest.number() == 1;
                return Rows.moveHead(connection, slot, Optional.of(head), head) && isStale;
            });
            assertThat(result).isEqualTo(Result.CONFLICT);
            assertThat(theirs.save(3.0).generation()).isEqualTo(3);
        }
    }

    private static void save(SaveStore<Double> store, double value) {
        try {
            store.save(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRowBecomesAFileAndAFileARowByteForByte(@TempDir Path directory) throws Exception {
        JdbcSlots<Double> slots = saves().slots(NUMBERS);
        Path file = directory.resolve("numbers.json");
        try (SaveStore<Double> store = store()) {
            store.save(1.0);
            store.save(2.0);
        }
        slots.exportTo(name, file);
        try (SaveStore<Double> store = SaveStore.open(NUMBERS, file)) {
            assertThat(store.load().value()).isEqualTo(2.0);
            store.save(3.0);
        }
        assertThat(slots.importFrom(name, file))
                .as("there is a save of this name")
                .isFalse();
        assertThat(slots.importFrom(name + "-moved", file)).isTrue();
        Path again = directory.resolve("again.json");
        slots.exportTo(name + "-moved", again);
        assertThat(again).hasSameBinaryContentAs(file);
        try (SaveStore<Double> store = saves().open(NUMBERS, name + "-moved")) {
            assertThat(store.load().value()).isEqualTo(3.0);
            assertThat(store.save(4.0).generation()).isEqualTo(4);
        }
    }

    @Test
    void whatIsNoNameIsRefused() throws IOException {
        JdbcSaves saves = saves();
        for (String bad : List.of("", " ", "a ", "\ta", "a\u0000b", "a\nb", "\uD83D", "\uFFFE", "x".repeat(193))) {
            assertThatThrownBy(() -> saves.open(NUMBERS, bad))
                    .as("\"%s\"", bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String good : List.of("a/b", "..", "CON", "x".repeat(192), "\uD83D\uDE00")) {
            saves.open(NUMBERS, good).close();
        }
    }

    @Test
    void savesOfTwoFormatsMayHaveOneName() throws IOException {
        try (SaveStore<Double> store = store()) {
            store.save(1.0);
        }
        try (SaveStorage words = place().open()) {
            assertThat(words.load(WordSaves.READER).content()).isEmpty();
        }
    }

    @Test
    void slotsAreListedInPagesByName() throws IOException {
        for (String slot : List.of("b", "a", "c", "ba", "bb", "é", "B", "\uD83D\uDE00")) {
            try (SaveStore<Double> store = saves().open(NUMBERS, name + "." + slot)) {
                store.save(1.0);
            }
        }
        JdbcSlots<Double> slots = saves().slots(NUMBERS);
        assertThat(names(slots.list(name + ".", "", 100)))
                .containsExactly("B", "a", "b", "ba", "bb", "c", "é", "\uD83D\uDE00");
        assertThat(names(slots.list(name + ".", "", 2))).containsExactly("B", "a");
        assertThat(names(slots.list(name + ".", name + ".a", 2))).containsExactly("b", "ba");
        assertThat(names(slots.list(name + ".b", "", 100))).containsExactly("b", "ba", "bb");
        assertThat(slots.list(name + ".c", "", 1)).singleElement().satisfies(slot -> {
            assertThat(slot.generation()).isEqualTo(1);
            assertThat(slot.version()).isEqualTo(1);
            assertThat(slot.size()).isPositive();
        });
    }

    private List<String> names(List<JdbcSlot> slots) {
        return slots.stream()
                .map(slot -> slot.name().substring(name.length() + 1))
                .toList();
    }

    @Test
    void whatIsDeletedIsGoneForEverybodyAndCanBeHadBack() throws IOException {
        JdbcSlots<Double> slots = saves().slots(NUMBERS);
        assertThat(slots.delete(name)).isFalse();
        try (SaveStore<Double> open = store()) {
            open.save(1.0);
            open.save(2.0);
            assertThat(slots.delete(name)).isTrue();
            assertThat(slots.delete(name)).isFalse();
            assertThat(slots.list(name, "", 10)).isEmpty();
            assertThat(slots.deleted(name, "", 10)).hasSize(1);
            assertThatThrownBy(() -> open.save(3.0)).isInstanceOf(ConflictException.class);
        }
        try (SaveStore<Double> store = store()) {
            assertThat(store.load().outcome()).isEqualTo(Outcome.FIRST_RUN);
        }
        assertThat(slots.undelete(name)).isTrue();
        assertThat(slots.undelete(name)).isFalse();
        try (SaveStore<Double> store = store()) {
            assertThat(store.load().value()).isEqualTo(2.0);
            assertThat(store.backups()).hasSize(1);
        }
    }

    @Test
    void whatIsSavedAfterADeletionBeginsAnew() throws IOException {
        JdbcSlots<Double> slots = saves().slots(NUMBERS);
        try (SaveStore<Double> store = store()) {
            store.save(1.0);
        }
        slots.delete(name);
        try (SaveStore<Double> store = store()) {
            assertThat(store.save(7.0).generation()).isEqualTo(1);
            assertThat(store.save(8.0).generation()).isEqualTo(2);
            assertThat(store.backups()).hasSize(1);
        }
        assertThat(slots.undelete(name)).isFalse();
        try (SaveStore<Double> store = store()) {
            assertThat(store.load().value()).isEqualTo(8.0);
        }
    }

    @Test
    void whatIsPurgedLeavesNothing() throws Exception {
        JdbcSlots<Double> slots = saves().slots(NUMBERS);
        try (SaveStore<Double> store = store()) {
            store.save(1.0);
            store.save(2.0);
        }
        slots.delete(name);
        assertThat(slots.purge(Duration.ofDays(1))).isZero();
        assertThat(slots.purge(Duration.ZERO)).isEqualTo(1);
        String mine = " where slot like '%" + name + "%'";
        assertThat(Tables.count(database(), "select count(*) from save_head" + mine))
                .isZero();
        assertThat(Tables.count(database(), "select count(*) from save_gen" + mine))
                .isZero();
        assertThat(slots.undelete(name)).isFalse();
    }

    @Test
    void programsGoOnSavingWhileAllSavesAreMigrated() throws Exception {
        Numbers newer = new Numbers(2);
        int many = many();
        Tables.fill(database(), NUMBERS, many);
        JdbcSaves saves = JdbcSaves.of(database());
        ExecutorService program = Executors.newSingleThreadExecutor();
        AtomicBoolean isDone = new AtomicBoolean();
        try {
            Future<Map<String, Double>> saved = program.submit(() -> {
                Map<String, Double> newest = new HashMap<>();
                for (Random random = new Random(1); !isDone.get(); ) {
                    String slot = Tables.name(random.nextInt(many));
                    try (SaveStore<Double> store = saves.open(newer, slot, QUIET)) {
                        newest.put(slot, store.update(n -> n + many));
                    }
                }
                return newest;
            });
            long begun = System.nanoTime();
            MigrationSummary summary = saves.migration(newer, QUIET).threads(2).run();
            double seconds = (System.nanoTime() - begun) / 1e9;
            isDone.set(true);
            assertThat(summary.left()).isEmpty();
            assertThat(Tables.count(
                            database(),
                            "select count(*) from save_head h join save_gen g on g.slot = h.slot and g.gen = h.gen"
                                    + " where h.slot like 'numbers/_______' and g.version = 2"))
                    .isEqualTo(many);
            for (Map.Entry<String, Double> each : saved.get().entrySet()) {
                try (SaveStore<Double> store = saves.open(newer, each.getKey())) {
                    assertThat(store.load().value()).as(each.getKey()).isEqualTo(each.getValue());
                }
            }
            System.out.printf(
                    "%s: %d saves migrated, %.0f a second, beside a program that saved %d others; %d overtaken%n",
                    saves.dialect(),
                    summary.migrated(),
                    summary.migrated() / seconds,
                    saved.get().size(),
                    summary.overtaken());
        } finally {
            isDone.set(true);
            program.shutdown();
        }
    }
}
