package dev.saveschema.storage.medium;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Backups;
import dev.saveschema.ConflictException;
import dev.saveschema.Copy;
import dev.saveschema.KeepAside;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SaveStorage;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Numbers;
import dev.saveschema.storage.contract.Place;
import dev.saveschema.storage.contract.SaveStorageContract;
import dev.saveschema.storage.contract.WordSaves;
import dev.saveschema.storage.medium.FaultyMedium.Doubt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A storage in memory holds to the contract; and what becomes of a commit that is in doubt. */
class MediumStorageTest extends SaveStorageContract {

    private final MemoryMedium memory = new MemoryMedium();
    private final FaultyMedium medium = new FaultyMedium(memory);

    @Override
    protected Place place() {
        return new Place() {

            @Override
            public SaveStorage open() {
                return MediumStorageTest.this.open();
            }

            @Override
            public void overwrite(Copy copy, byte[] bytes) {
                CopyNames names = new CopyNames("words");
                memory.overwrite(
                        names.number(copy).orElseGet(() -> memory.list().get(0).number()), bytes);
            }

            @Override
            public void refuseWrites(boolean refused) {
                medium.refusesWrites = refused;
            }

            @Override
            public void refuseReads(boolean refused) {
                medium.refusesReads = refused;
            }

            @Override
            public void close() {}
        };
    }

    private MediumStorage open() {
        return MediumStorage.of("words", medium, StorageOptions.DEFAULTS);
    }

    @Override
    protected Durability durability() {
        return Durability.BEST_EFFORT;
    }

    @Override
    protected boolean isShared() {
        return true;
    }

    private MediumStorage holding(String word) throws IOException {
        MediumStorage storage = open();
        storage.load(WordSaves.READER);
        storage.save(WordSaves.request(word));
        return storage;
    }

    @Test
    void aCommitThatHappenedAlthoughTheConnectionBrokeIsASave() throws IOException {
        MediumStorage storage = holding("apple");
        medium.doubt = Doubt.AFTER;
        SaveReceipt receipt = storage.save(WordSaves.request("pear"));
        assertThat(receipt.generation()).isEqualTo(2);
        storage.save(WordSaves.request("plum"));
        assertThat(memory.list()).extracting(Generation::number).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aCommitThatDidNotHappenBecauseTheConnectionBrokeIsMadeAgain() throws IOException {
        MediumStorage storage = holding("apple");
        medium.doubt = Doubt.BEFORE;
        assertThat(storage.save(WordSaves.request("pear")).generation()).isEqualTo(2);
        assertThat(memory.list()).hasSize(2);
    }

    @Test
    void aCommitThatHappensOnlyWhenItIsMadeAgainIsASave() throws IOException {
        MediumStorage storage = holding("apple");
        medium.doubt = Doubt.LATE;
        assertThat(storage.save(WordSaves.request("pear")).generation()).isEqualTo(2);
        assertThat(storage.save(WordSaves.request("plum")).generation()).isEqualTo(3);
        assertThat(memory.list()).extracting(Generation::number).containsExactly(3L, 2L, 1L);
    }

    @Test
    void anUpdateWhoseCommitHappensOnlyWhenItIsMadeAgainIsMadeOnce() throws IOException {
        try (SaveStore<Double> store = SaveStore.open(new Numbers(), open(), StoreOptions.defaults())) {
            store.save(1.0);
            medium.doubt = Doubt.LATE;
            assertThat(store.update(n -> n + 1)).isEqualTo(2.0);
            assertThat(store.load().value()).isEqualTo(2.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"pear, 2", "plum, 3"})
    void whereNobodyCanBeAskedTheNextSaveFollowsAChangeThatHappensEvenLater(String next, int generations)
            throws IOException {
        MediumStorage storage = holding("apple");
        breakOff(storage, Doubt.LATE);
        storage.save(WordSaves.request(next));
        assertThat(open().load(WordSaves.READER).content()).contains(next);
        assertThat(memory.list()).hasSize(generations);
        assertThat(storage.save(WordSaves.request("last")).generation()).isEqualTo(generations + 1);
    }

    @Test
    void aCommitThatIsInDoubtAgainAndAgainMayHappenLater() throws IOException {
        MediumStorage storage = holding("apple");
        medium.isAlwaysLate = true;
        assertThatThrownBy(() -> storage.save(WordSaves.request("pear")))
                .isInstanceOfSatisfying(
                        SaveException.class,
                        failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.UNKNOWN));
        medium.isAlwaysLate = false;
        medium.catchUp();
        assertThat(storage.save(WordSaves.request("pear")).written()).isFalse();
        assertThat(storage.save(WordSaves.request("plum")).generation()).isEqualTo(3);
    }

    @Test
    void ofSeveralChangesInDoubtTheOneThatHappenedIsFollowed() throws IOException {
        MediumStorage storage = holding("apple");
        medium.isAlwaysLate = true;
        for (String word : List.of("pear", "plum")) {
            assertThatThrownBy(() -> storage.save(WordSaves.request(word))).isInstanceOf(SaveException.class);
        }
        medium.isAlwaysLate = false;
        medium.catchUp();
        assertThat(storage.save(WordSaves.request("plum")).generation()).isEqualTo(3);
        assertThat(new String(memory.read(2).orElseThrow(), UTF_8)).contains("pear");
    }

    @Test
    void asLongAsAChangeIsInDoubtNothingIsTakenForUnchanged() throws IOException {
        MediumStorage storage = holding("apple");
        breakOff(storage, Doubt.LATE);
        assertThat(storage.save(WordSaves.request("apple")).written()).isTrue();
        medium.catchUp();
        assertThat(open().load(WordSaves.READER).content()).contains("apple");
    }

    @Test
    void whatStandsIsNotKnownAsLongAsNobodyCanBeAsked() throws IOException {
        MediumStorage storage = holding("apple");
        breakOff(storage, Doubt.AFTER);
        medium.refusesReads = true;
        assertThatThrownBy(() -> storage.save(WordSaves.request("plum")))
                .isInstanceOfSatisfying(
                        SaveException.class,
                        failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.UNKNOWN));
    }

    private void breakOff(MediumStorage storage, Doubt doubt) {
        medium.doubt = doubt;
        medium.refusesReads = true;
        assertThatThrownBy(() -> storage.save(WordSaves.request("pear")))
                .isInstanceOfSatisfying(SaveException.class, failure -> {
                    assertThat(failure.aftermath()).isEqualTo(Aftermath.UNKNOWN);
                    assertThat(failure).hasMessageEndingWith("whether the new content is in place is not known");
                });
        medium.refusesReads = false;
    }

    @Test
    void whereNobodyCanBeAskedTheNextSaveFindsOutThatItHappened() throws IOException {
        MediumStorage storage = holding("apple");
        breakOff(storage, Doubt.AFTER);
        assertThat(storage.save(WordSaves.request("pear")).written()).isFalse();
        assertThat(storage.save(WordSaves.request("plum")).generation()).isEqualTo(3);
    }

    @Test
    void whereNobodyCanBeAskedTheNextSaveFindsOutThatItDidNotHappen() throws IOException {
        MediumStorage storage = holding("apple");
        breakOff(storage, Doubt.BEFORE);
        assertThat(storage.save(WordSaves.request("pear")).generation()).isEqualTo(2);
        assertThat(memory.list()).hasSize(2);
    }

    @Test
    void whereNobodyCanBeAskedTheNextSaveFindsOutThatSomebodyElseWasFirst() throws IOException {
        MediumStorage storage = holding("apple");
        breakOff(storage, Doubt.BEFORE);
        MediumStorage theirs = open();
        theirs.load(WordSaves.READER);
        theirs.save(WordSaves.request("theirs"));
        assertThatThrownBy(() -> storage.save(WordSaves.request("pear"))).isInstanceOf(ConflictException.class);
    }

    @Test
    void anUpdateAfterADoubtStartsFromWhatIsStored() throws IOException {
        try (SaveStore<Double> store = SaveStore.open(new Numbers(), open(), StoreOptions.defaults())) {
            store.save(1.0);
            medium.doubt = Doubt.AFTER;
            medium.refusesReads = true;
            assertThatThrownBy(() -> store.update(n -> n + 1)).isInstanceOf(SaveException.class);
            medium.refusesReads = false;
            assertThat(store.update(n -> n + 1)).isEqualTo(3.0);
        }
    }

    @Test
    void aWarningAfterACommitIsToldAndTheSaveIsTheNewestAllTheSame() throws IOException {
        MediumStorage storage = holding("apple");
        medium.answer = GenerationMedium.Result.MAY_ROLL_BACK;
        assertThatThrownBy(() -> storage.save(WordSaves.request("pear")))
                .isInstanceOfSatisfying(
                        SaveException.class,
                        failure -> assertThat(failure.aftermath()).isEqualTo(Aftermath.MAY_ROLL_BACK));
        medium.answer = GenerationMedium.Result.DURABLE;
        assertThat(storage.save(WordSaves.request("plum")).generation()).isEqualTo(3);
    }

    @Test
    void backupsAndWhatIsKeptAsideAreBoundedAsInAFile() throws IOException {
        StorageOptions options =
                StorageOptions.DEFAULTS.backups(Backups.keep(3)).keepAside(KeepAside.newest(2));
        try (MediumStorage storage = MediumStorage.of("words", medium, options)) {
            storage.load(WordSaves.READER);
            for (String word : List.of("a", "b", "c", "d", "e", "f")) {
                storage.save(WordSaves.request(word));
            }
            assertThat(storage.backups()).extracting(Copy::name).containsExactly("words#5", "words#4", "words#3");
            for (String word : List.of("g", "h", "i")) {
                storage.load(WordSaves.READER);
                storage.save(WordSaves.request(word, new Keep.Aside(Keep.QuarantineReason.REPAIRED)));
            }
            assertThat(storage.kept()).extracting(kept -> kept.copy().name()).containsExactly("words#8", "words#7");
        }
    }

    @Test
    void theLastSaveOfEachHourAndOfEachDayStaysAsInAFile() throws IOException {
        StorageOptions options =
                StorageOptions.DEFAULTS.backups(Backups.keep(2).hourly(3).daily(3));
        Instant noon = Instant.parse("2026-11-22T12:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(noon);
        try (MediumStorage storage = MediumStorage.of("words", medium, options, now::get)) {
            storage.load(WordSaves.READER);
            for (int minute = 0; minute <= 3 * 24 * 60; minute += 20) {
                now.set(noon.plus(Duration.ofMinutes(minute)));
                storage.save(WordSaves.request("w" + minute));
            }
            assertThat(memory.list())
                    .extracting(generation -> generation.time().toString())
                    .containsExactly(
                            "2026-11-25T12:00:00Z",
                            "2026-11-25T11:40:00Z",
                            "2026-11-25T11:20:00Z",
                            "2026-11-25T10:40:00Z",
                            "2026-11-24T23:40:00Z",
                            "2026-11-23T23:40:00Z");
        }
    }

    @Test
    void savesOfAFormatWithoutASealAreKeptAsTheyAre() throws IOException {
        try (MediumStorage storage = MediumStorage.of("words", medium, StorageOptions.DEFAULTS.sealed(false))) {
            storage.load(WordSaves.READER);
            SaveRequest whole = new SaveRequest("{\"word\": \"a\"}".getBytes(UTF_8), Layout.COMPACT, List.of());
            assertThat(storage.save(whole).generation()).isEqualTo(1);
            assertThat(storage.save(whole).written()).isFalse();
            assertThat(storage.read(storage.copy())).isEqualTo(whole.body().asFile());
            memory.overwrite(1, "{\"word\": \"b\"}".getBytes(UTF_8));
            Retrieval<String> loaded = storage.load(WordSaves.READER);
            assertThat(loaded.verdict()).isEqualTo(Retrieval.Verdict.INTACT);
            assertThat(loaded.seal()).isEmpty();
            memory.overwrite(1, "{\"word\": \"".getBytes(UTF_8));
            assertThat(storage.load(WordSaves.READER).verdict()).isEqualTo(Retrieval.Verdict.LOST);
        }
    }

    @Test
    void anotherSavesBytesInThePlaceOfASaveAreAnEdit() throws IOException {
        MediumStorage storage = holding("apple");
        storage.save(WordSaves.request("pear"));
        memory.overwrite(2, memory.read(1).orElseThrow());
        assertThat(open().load(WordSaves.READER).findings().get(0).detail())
                .isEqualTo("another save was put in its place");
    }
}
