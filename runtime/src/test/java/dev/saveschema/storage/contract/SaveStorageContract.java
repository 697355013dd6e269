package dev.saveschema.storage.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.Backup;
import dev.saveschema.ConflictException;
import dev.saveschema.Copy;
import dev.saveschema.Finding.State;
import dev.saveschema.KeptCopy;
import dev.saveschema.KeptCopy.Why;
import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Outcome;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveSeal;
import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SaveStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of every storage. An implementation extends this class with a test that gives the place for saves, and the events that
 * they survive there:
 *
 * <pre>{@code
 * class MyStorageTest extends SaveStorageContract {
 *     protected Place place() { return new MyPlace(); }
 *     protected Durability durability() { return Durability.ONE_DISK; }
 *     protected boolean isShared() { return true; }
 * }
 * }</pre>
 *
 * <p>Maven: {@code dev.saveschema:saveschema-runtime}, type {@code test-jar}, scope {@code test}; it needs JUnit 5 and AssertJ.
 */
public abstract class SaveStorageContract {

    private static final String NEWER_SEAL = """
            {
              "word": "future",
              "$save": {"v": 9, "gen": 900, "id": "00000000000000aa", "sum": "0000000000000000"}
            }
            """;

    private Place place;

    /** For the implementation's own test. */
    protected SaveStorageContract() {}

    /** A new place, which holds nothing. */
    protected abstract Place place() throws IOException;

    /** The events that a save survives at that place, once it has returned. */
    protected abstract Durability durability();

    /** Whether several storages may have one save open at a time, each of which refuses to replace what it does not know. */
    protected abstract boolean isShared();

    /** How many increments each of eight threads makes; for longer, {@code -Dcontract.increments=1000}. */
    protected int increments() {
        return Integer.getInteger("contract.increments", 50);
    }

    @BeforeEach
    void begin() throws IOException {
        place = place();
    }

    @AfterEach
    void end() throws IOException {
        place.close();
    }

    private void hold(String... words) throws IOException {
        for (String word : words) {
            save(WordSaves.request(word));
        }
    }

    /** Saves as a program of its own would. */
    private SaveReceipt save(SaveRequest request) throws IOException {
        try (SaveStorage storage = place.open()) {
            storage.load(WordSaves.READER);
            return storage.save(request);
        }
    }

    private Retrieval<String> load() throws IOException {
        try (SaveStorage storage = place.open()) {
            return storage.load(WordSaves.READER);
        }
    }

    private List<String> words(List<Copy> copies) throws IOException {
        List<String> words = new ArrayList<>();
        try (SaveStorage storage = place.open()) {
            for (Copy copy : copies) {
                words.add(WordSaves.in(storage.read(copy)));
            }
        }
        return words;
    }

    private List<Copy> backups() throws IOException {
        try (SaveStorage storage = place.open()) {
            return storage.backups();
        }
    }

    private List<KeptCopy> kept() throws IOException {
        try (SaveStorage storage = place.open()) {
            return storage.kept();
        }
    }

    private byte[] live() throws IOException {
        try (SaveStorage storage = place.open()) {
            return storage.read(storage.copy());
        }
    }

    private void overwriteLive(String text) throws IOException {
        overwriteLive(text.getBytes(UTF_8));
    }

    private void overwriteLive(byte[] bytes) throws IOException {
        place.overwrite(copy(), bytes);
    }

    private Copy copy() throws IOException {
        try (SaveStorage storage = place.open()) {
            return storage.copy();
        }
    }

    /** Cut off in the middle of its word. */
    private static byte[] torn(byte[] save) {
        return new String(save, UTF_8).substring(0, 14).getBytes(UTF_8);
    }

    /** Cut off behind its word. */
    private static byte[] cut(byte[] save) {
        String text = new String(save, UTF_8);
        return text.substring(0, text.indexOf(',')).getBytes(UTF_8);
    }

    @Test
    void whereNothingWasSavedThereIsNothing() throws IOException {
        Retrieval<String> nothing = load();
        assertThat(nothing.verdict()).isEqualTo(Verdict.ABSENT);
        assertThat(nothing.content()).isEmpty();
        assertThat(nothing.source()).isEmpty();
        assertThat(nothing.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(State.MISSING));
        assertThat(backups()).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsSavedIsFoundByTheNextProgram() throws IOException {
        SaveReceipt receipt = save(WordSaves.request("apple"));
        assertThat(receipt.generation()).isEqualTo(1);
        assertThat(receipt.written()).isTrue();
        Retrieval<String> found = load();
        assertThat(found.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(found.content()).contains("apple");
        assertThat(found.source()).contains(copy());
        assertThat(found.seal().map(SaveSeal::generation)).contains(1L);
        assertThat(found.preserved()).isEmpty();
    }

    @Test
    void theBytesAreThoseOfASealedFileInBothLayouts() throws IOException {
        hold("apple");
        assertThat(SaveSeal.of(live())).isPresent();
        assertThat(new String(live(), UTF_8))
                .startsWith("{\n  \"word\": \"apple\",\n  \"$save\": {")
                .endsWith("\"}\n}\n");
        save(new SaveRequest("{\"word\":\"pear\"".getBytes(UTF_8), Layout.COMPACT, List.of()));
        assertThat(SaveSeal.of(live())).isPresent();
        assertThat(new String(live(), UTF_8))
                .startsWith("{\"word\":\"pear\",\"$save\":{")
                .endsWith("\"}}\n");
    }

    @Test
    void aSaveOfFiveMegabytesIsGivenBackByteForByte() throws IOException {
        byte[] body = ("{\"word\":\"" + "x".repeat(5 << 20) + "\"").getBytes(UTF_8);
        save(new SaveRequest(body, Layout.COMPACT, List.of()));
        assertThat(live()).startsWith(body);
        assertThat(SaveSeal.of(live())).isPresent();
    }

    @Test
    void generationsGrowAndTheTwoBeforeTheNewestAreBackups() throws IOException {
        hold("apple", "pear", "plum", "quince");
        assertThat(load().seal().map(SaveSeal::generation)).contains(4L);
        assertThat(words(backups()).subList(0, 2)).containsExactly("plum", "pear");
        assertThat(kept()).isEmpty();
    }

    @Test
    void eachGenerationNamesTheOneBeforeItAsItsParent() throws IOException {
        hold("apple", "pear");
        try (SaveStorage storage = place.open()) {
            SaveSeal newest = SaveSeal.of(storage.read(storage.copy())).orElseThrow();
            SaveSeal before =
                    SaveSeal.of(storage.read(storage.backups().get(0))).orElseThrow();
            assertThat(newest.parent()).isEqualTo(before.id()).isNotEqualTo(newest.id());
        }
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenAgain() throws IOException {
        hold("apple");
        byte[] before = live();
        SaveReceipt receipt = save(WordSaves.request("apple"));
        assertThat(receipt.written()).isFalse();
        assertThat(receipt.generation()).isEqualTo(1);
        assertThat(live()).isEqualTo(before);
        assertThat(backups()).isEmpty();
    }

    @Test
    void aSaveMustKnowWhatItReplaces() throws IOException {
        try (SaveStorage storage = place.open()) {
            assertThatThrownBy(() -> storage.save(WordSaves.request("apple")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anEditIsReadAndKeptWhenItIsReplaced() throws IOException {
        hold("apple", "pear");
        overwriteLive("{\"word\": \"edited\"}");
        Retrieval<String> edited = load();
        assertThat(edited.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(edited.content()).contains("edited");
        assertThat(edited.seal()).isEmpty();
        hold("plum", "quince", "cherry", "grape");
        assertThat(words(kept().stream().map(KeptCopy::copy).toList())).contains("edited");
        assertThat(kept()).extracting(KeptCopy::why).contains(Why.EDITED);
        assertThat(load().verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void aDamagedSaveIsReplacedByTheNewestBackupAndKept() throws IOException {
        hold("apple", "pear", "plum");
        byte[] damaged = torn(live());
        overwriteLive(damaged);
        Retrieval<String> recovered = load();
        assertThat(recovered.verdict()).isEqualTo(Verdict.RECOVERED);
        assertThat(recovered.content()).contains("pear");
        assertThat(recovered.source()).isPresent().isNotEqualTo(copy());
        assertThat(recovered.findings().get(0).state()).isEqualTo(State.INVALID);
        assertThat(recovered.preserved()).contains(copy());
        SaveReceipt receipt = save(WordSaves.request("quince"));
        assertThat(receipt.preserved()).isNotEmpty();
        assertThat(load().content()).contains("quince");
        assertThat(kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.why()).isEqualTo(Why.CORRUPT));
        try (SaveStorage storage = place.open()) {
            assertThat(storage.read(storage.kept().get(0).copy())).isEqualTo(damaged);
        }
    }

    @Test
    void whereNothingIsWholeWhatPrecedesTheDamageIsSalvaged() throws IOException {
        hold("apple");
        overwriteLive(cut(live()));
        Retrieval<String> salvaged = load();
        assertThat(salvaged.verdict()).isEqualTo(Verdict.SALVAGED);
        assertThat(salvaged.content()).contains("apple");
    }

    @Test
    void whereNothingCanBeUsedNothingIsClaimedAndNothingIsDestroyed() throws IOException {
        hold("apple");
        byte[] damaged = torn(live());
        overwriteLive(damaged);
        Retrieval<String> lost = load();
        assertThat(lost.verdict()).isEqualTo(Verdict.LOST);
        assertThat(lost.content()).isEmpty();
        hold("pear", "plum", "quince", "cherry");
        try (SaveStorage storage = place.open()) {
            assertThat(storage.kept()).hasSize(1);
            assertThat(storage.read(storage.kept().get(0).copy())).isEqualTo(damaged);
        }
    }

    @Test
    void everyCopyMayBeDamagedAndIsKept() throws IOException {
        hold("apple", "pear", "plum");
        for (Copy backup : backups()) {
            place.overwrite(backup, "gone".getBytes(UTF_8));
        }
        overwriteLive(torn(live()));
        assertThat(load().verdict()).isEqualTo(Verdict.LOST);
        hold("quince", "cherry", "grape");
        assertThat(load().content()).contains("grape");
        assertThat(words(backups())).startsWith("cherry", "quince");
        assertThat(kept()).extracting(KeptCopy::why).containsOnly(Why.CORRUPT).isNotEmpty();
    }

    @Test
    void theSealOfANewerFormatIsNotTakenForDamage() throws IOException {
        hold("apple", "pear");
        overwriteLive(NEWER_SEAL);
        Retrieval<String> newer = load();
        assertThat(newer.verdict()).isEqualTo(Verdict.NEWER);
        assertThat(newer.content()).contains("future");
        SaveReceipt receipt = save(WordSaves.request("plum", new Keep.Aside(QuarantineReason.NEWER)));
        assertThat(receipt.preserved()).isNotEmpty();
        hold("quince", "cherry", "grape");
        assertThat(kept()).extracting(KeptCopy::why).containsOnly(Why.NEWER);
        assertThat(words(kept().stream().map(KeptCopy::copy).toList())).containsOnly("future");
    }

    @Test
    void whatAProgramWishesToKeepStays() throws IOException {
        hold("apple");
        SaveReceipt first = save(WordSaves.request("pear", new Keep.AsVersion(1)));
        SaveReceipt second = save(WordSaves.request("plum", new Keep.Aside(QuarantineReason.REPAIRED)));
        assertThat(first.preserved()).hasSize(1);
        assertThat(second.preserved()).hasSize(1);
        hold("quince", "cherry", "grape", "fig");
        assertThat(kept()).extracting(KeptCopy::why).containsExactlyInAnyOrder(Why.VERSION, Why.REPAIRED);
        assertThat(words(kept().stream().map(KeptCopy::copy).toList())).containsExactlyInAnyOrder("apple", "pear");
    }

    @Test
    void everyReasonToKeepIsListed() throws IOException {
        List<Why> reasons = new ArrayList<>();
        for (QuarantineReason reason : QuarantineReason.values()) {
            hold("w" + reason);
            save(WordSaves.request("after" + reason, new Keep.Aside(reason)));
            reasons.add(Why.valueOf(reason.name()));
        }
        assertThat(kept()).extracting(KeptCopy::why).containsExactlyInAnyOrderElementsOf(reasons);
    }

    @Test
    void whatIsNoCopyOfThisSaveIsNotRead() throws IOException {
        hold("apple");
        try (SaveStorage storage = place.open()) {
            for (String name :
                    List.of("another", "../another", "", storage.copy().name() + "#", "#1")) {
                assertThatThrownBy(() -> storage.read(Copy.named(name))).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothing() throws IOException {
        hold("apple");
        place.refuseReads(true);
        try (SaveStorage storage = place.open()) {
            assertThatThrownBy(() -> storage.load(WordSaves.READER)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> storage.save(WordSaves.request("pear"))).isInstanceOf(IllegalStateException.class);
            place.refuseReads(false);
            assertThat(storage.load(WordSaves.READER).content()).contains("apple");
        }
    }

    @Test
    void aSaveThatFailsSaysWhatStandsAndTheNextOneSucceeds() throws IOException {
        hold("apple");
        try (SaveStorage storage = place.open()) {
            storage.load(WordSaves.READER);
            place.refuseWrites(true);
            assertThatThrownBy(() -> storage.save(WordSaves.request("pear")))
                    .isInstanceOfSatisfying(
                            SaveException.class,
                            failure -> assertThat(failure.aftermath())
                                    .isIn(Aftermath.OLD_FILE_STANDS, Aftermath.BYTES_KEPT));
            assertThat(WordSaves.in(storage.read(storage.copy()))).isEqualTo("apple");
            place.refuseWrites(false);
            assertThat(storage.save(WordSaves.request("pear")).generation()).isGreaterThan(1);
        }
        assertThat(load().content()).contains("pear");
        assertThat(words(backups())).startsWith("apple");
    }

    @Test
    void aClosedStorageDoesNothing() throws IOException {
        SaveStorage storage = place.open();
        storage.load(WordSaves.READER);
        storage.close();
        storage.close();
        List<Callable<?>> calls = List.of(
                () -> storage.load(WordSaves.READER),
                () -> storage.save(WordSaves.request("apple")),
                storage::backups,
                storage::kept,
                () -> storage.read(storage.copy()));
        for (Callable<?> call : calls) {
            assertThatThrownBy(call::call).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void itSaysWhatSurvives() throws IOException {
        try (SaveStorage storage = place.open()) {
            assertThat(storage.durability()).isEqualTo(durability());
        }
    }

    @Test
    void aStaleSaveReplacesNothing() throws IOException {
        assumeTrue(isShared(), "one storage at a time");
        hold("apple");
        try (SaveStorage ours = place.open();
                SaveStorage theirs = place.open()) {
            ours.load(WordSaves.READER);
            theirs.load(WordSaves.READER);
            theirs.save(WordSaves.request("pear"));
            assertThatThrownBy(() -> ours.save(WordSaves.request("plum"))).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> ours.save(WordSaves.request("plum"))).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> ours.save(WordSaves.request("apple"))).isInstanceOf(ConflictException.class);
            assertThat(ours.load(WordSaves.READER).content()).contains("pear");
            ours.save(WordSaves.request("plum"));
        }
        assertThat(load().content()).contains("plum");
        assertThat(words(backups())).startsWith("pear", "apple");
    }

    @Test
    void theFirstSaveIsNotMadeTwice() throws IOException {
        assumeTrue(isShared(), "one storage at a time");
        try (SaveStorage ours = place.open();
                SaveStorage theirs = place.open()) {
            ours.load(WordSaves.READER);
            theirs.load(WordSaves.READER);
            theirs.save(WordSaves.request("pear"));
            assertThatThrownBy(() -> ours.save(WordSaves.request("plum"))).isInstanceOf(ConflictException.class);
        }
        assertThat(load().content()).contains("pear");
    }

    @Test
    void whoWasAwayWhileSomethingChangedAndChangedBackIsStale() throws IOException {
        assumeTrue(isShared(), "one storage at a time");
        hold("apple");
        try (SaveStorage ours = place.open()) {
            ours.load(WordSaves.READER);
            hold("pear", "apple");
            assertThatThrownBy(() -> ours.save(WordSaves.request("plum"))).isInstanceOf(ConflictException.class);
        }
        assertThat(load().seal().map(SaveSeal::generation)).contains(3L);
    }

    private SaveStore<Double> store(int version) throws IOException {
        return SaveStore.open(new Numbers(version), place.open(), StoreOptions.defaults());
    }

    @Test
    void eightProgramsCountTogetherAndNoneIsLost() throws Exception {
        assumeTrue(isShared(), "one storage at a time");
        byEightThreads(() -> {
            try (SaveStore<Double> store = store(1)) {
                return count(store);
            }
        });
        assertThat(counted()).isEqualTo(8 * increments());
    }

    @Test
    void eightThreadsOfOneProgramCountTogetherAndNoneIsLost() throws Exception {
        try (SaveStore<Double> store = store(1)) {
            byEightThreads(() -> count(store));
        }
        assertThat(counted()).isEqualTo(8 * increments());
    }

    private Void count(SaveStore<Double> store) throws IOException {
        for (int i = 0; i < increments(); i++) {
            store.update(n -> n + 1);
        }
        return null;
    }

    private int counted() throws IOException {
        try (SaveStore<Double> store = store(1)) {
            return store.load().value().intValue();
        }
    }

    private static void byEightThreads(Callable<Void> program) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> each : threads.invokeAll(Collections.nCopies(8, program))) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aNewerProgramsSaveIsReplacedOnlyOnRequestAndKept() throws IOException {
        try (SaveStore<Double> newer = store(2)) {
            newer.save(7.0);
        }
        try (SaveStore<Double> store = store(1)) {
            LoadResult<Double> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.NEWER);
            assertThatThrownBy(() -> store.save(1.0)).isInstanceOf(NewerVersionException.class);
            assertThat(store.load().value()).isEqualTo(7.0);
            store.overwriteNewer();
            SaveReceipt receipt = store.save(1.0);
            assertThat(receipt.preserved()).hasSize(1);
            assertThat(store.kept()).extracting(KeptCopy::why).containsExactly(Why.NEWER);
            assertThat(store.load(store.kept().get(0).copy()).value()).isEqualTo(7.0);
        }
    }

    @Test
    void aBackupCanBeRestoredAndWhatItReplacesIsKept() throws IOException {
        try (SaveStore<Double> store = store(1)) {
            store.save(1.0);
            store.save(2.0);
            store.save(3.0);
            Backup oldest = store.backups().get(1);
            assertThat(oldest.generation()).hasValue(1);
            assertThat(oldest.state()).isEqualTo(State.SEALED);
            assertThat(store.load(oldest.copy()).value()).isEqualTo(1.0);
            SaveReceipt receipt = store.restore(oldest.copy());
            assertThat(receipt.generation()).isEqualTo(4);
            assertThat(receipt.preserved()).hasSize(1);
            assertThat(store.update(n -> n + 10)).isEqualTo(11.0);
            assertThat(store.load(receipt.preserved().get(0)).value()).isEqualTo(3.0);
            assertThat(store.kept()).extracting(KeptCopy::why).containsExactly(Why.REPLACED);
        }
    }
}
