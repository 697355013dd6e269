package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.SaveStatus.State;
import dev.saveschema.autosave.ManualWorker;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Numbers;
import dev.saveschema.storage.file.FileStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The times at which an autosave writes, and the values. Time passes only when a test lets it. */
class AutoSaveTest {

    private static final IOException FULL = new IOException("No space left on device");

    private final ManualWorker worker = new ManualWorker();
    private final MemoryStorage disk = new MemoryStorage();
    private final SaveStore<Double> store = SaveStore.open(new Numbers(), disk, StoreOptions.defaults());
    private OptionalLong usableSpace = OptionalLong.empty();
    private AutoSave<Double> autosave;

    @BeforeEach
    void loadAndBegin() throws IOException {
        store.load();
        autosave = begin();
    }

    private AutoSave<Double> begin() {
        return store.autosave(AutoSaveOptions.defaults().exitTimeout(Duration.ZERO), worker, () -> usableSpace);
    }

    private State state() {
        return autosave.status().state();
    }

    @Test
    void valueIsWrittenWhenNoneHasComeForHalfASecond() {
        autosave.submit(1.0);
        worker.passMillis(499);
        assertThat(disk.numbers()).isEmpty();
        worker.passMillis(1);
        assertThat(disk.numbers()).containsExactly(1.0);
    }

    @Test
    void valueThatComesMeanwhileBeginsTheWaitAnewAndIsTheOnlyOneThatIsWritten() {
        autosave.submit(1.0);
        worker.passMillis(499);
        autosave.submit(2.0);
        worker.passMillis(499);
        assertThat(disk.numbers()).isEmpty();
        worker.passMillis(1);
        assertThat(disk.numbers()).containsExactly(2.0);
    }

    @Test
    void changesWithoutEndAreWrittenFiveSecondsAfterTheFirstThatIsNotSaved() {
        for (int millis = 0; millis < 12_000; millis += 100) {
            autosave.submit((double) millis);
            worker.passMillis(100);
        }
        // After the save at 5.0 s the next change came at 5.0 s.
        assertThat(disk.numbers()).containsExactly(4_900.0, 9_900.0);
    }

    @Test
    void changeThatComesDuringASaveIsWrittenFiveSecondsAfterItCame() {
        autosave.submit(1.0);
        disk.during(() -> {
            disk.working();
            worker.take(Duration.ofSeconds(1));
            autosave.submit(2.0);
            worker.take(Duration.ofSeconds(2));
            autosave.submit(2.5);
        });
        worker.passMillis(500);
        assertThat(worker.time()).isEqualTo(Duration.ofMillis(3_500));
        for (int count = 0; count < 29; count++) {
            worker.passMillis(100);
            autosave.submit(3.0 + count);
        }
        assertThat(disk.numbers()).containsExactly(1.0);
        worker.passMillis(100); // 6.5 s: five after 1.5 s
        assertThat(disk.numbers()).containsExactly(1.0, 31.0);
    }

    @Test
    void sameValueOnceMoreChangesNothing() {
        Double value = 1.0;
        autosave.submit(value);
        worker.passMillis(499);
        autosave.submit(value);
        worker.passMillis(1);
        autosave.submit(value);
        assertThat(state()).isEqualTo(State.SAVED);
        worker.passMillis(10_000);
        assertThat(disk.numbers()).containsExactly(1.0);
    }

    @Test
    void updateChangesTheNewestValueWhicheverWayItCame() throws IOException {
        assertThat(autosave.update(n -> n + 1)).isEqualTo(1.0);
        autosave.submit(10.0);
        assertThat(autosave.update(n -> n + 1)).isEqualTo(11.0);
        store.save(20.0);
        assertThat(autosave.update(n -> n + 1)).isEqualTo(21.0);
        assertThat(autosave.value()).isEqualTo(21.0);
        assertThat(store.update(n -> n + 1)).isEqualTo(22.0);
        assertThat(autosave.value()).isEqualTo(22.0);
    }

    @Test
    void updateIsMadeAnewIfAnotherValueComesMeanwhile() {
        List<Double> bases = new ArrayList<>();
        autosave.update(n -> {
            bases.add(n);
            if (bases.size() == 1) {
                autosave.submit(5.0);
            }
            return n + 1;
        });
        assertThat(bases).containsExactly(0.0, 5.0);
        assertThat(autosave.value()).isEqualTo(6.0);
    }

    @Test
    void flushWritesAtOnceAndGivesTheReceipt() throws IOException {
        assertThat(autosave.flush()).isEmpty();
        autosave.submit(1.0);
        assertThat(autosave.flush().orElseThrow().generation()).isEqualTo(1);
        assertThat(worker.time()).isZero();
        assertThat(autosave.flush().orElseThrow().generation()).isEqualTo(1);
        assertThat(disk.numbers()).containsExactly(1.0);
    }

    @Test
    void statusIsATickASpinnerOrAWarning() throws IOException {
        assertThat(autosave.status()).hasToString("SAVED");
        worker.passMillis(3_000);
        autosave.submit(1.0);
        assertThat(autosave.status()).hasToString("PENDING since 2026-11-22T19:47:03Z");
        assertThat(autosave.unsavedSince()).contains(ManualWorker.BEGINNING.plusSeconds(3));
        disk.failing(FULL);
        worker.passMillis(500);
        assertThat(autosave.status())
                .hasToString("FAILED since 2026-11-22T19:47:03Z: numbers.json: No space left on device; the file is"
                        + " unchanged; 1 attempt, the next at 2026-11-22T19:47:04.500Z");
        disk.working();
        worker.passMillis(1_000);
        assertThat(autosave.status()).hasToString("SAVED");
        assertThat(autosave.unsavedSince()).isEmpty();
    }

    @Test
    void failedSaveIsTriedAgainAfter1And2And4AndAtMost60Seconds() {
        List<Long> tries = new ArrayList<>();
        disk.during(() -> {
            tries.add(worker.time().toMillis());
            throw new SaveException(disk.copy(), "no", SaveException.Aftermath.OLD_FILE_STANDS, null, FULL);
        });
        autosave.submit(1.0);
        worker.pass(Duration.ofMinutes(4));
        assertThat(tries).containsExactly(500L, 1_500L, 3_500L, 7_500L, 15_500L, 31_500L, 63_500L, 123_500L, 183_500L);
        assertThat(autosave.status().failure().orElseThrow().attempts()).isEqualTo(9);
        disk.working();
        autosave.submit(2.0);
        worker.passMillis(4_000);
        assertThat(disk.numbers()).containsExactly(2.0);
        disk.failing(FULL);
        autosave.submit(3.0);
        worker.passMillis(500);
        assertThat(autosave.status().failure().orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    void fullDiskIsTriedAgainAsSoonAsThereIsRoom() {
        disk.failing(FULL);
        usableSpace = OptionalLong.of(0);
        autosave.submit(1.0);
        worker.pass(Duration.ofSeconds(40)); // the next try would be at 63.5 s
        disk.working();
        worker.pass(Duration.ofSeconds(5));
        assertThat(disk.numbers()).isEmpty();
        usableSpace = OptionalLong.of(1 << 20);
        worker.passMillis(1_000);
        assertThat(disk.numbers()).containsExactly(1.0);
    }

    @Test
    void failureThatIsNotForWantOfRoomIsTriedAgainOnlyWhenItIsTime() {
        disk.failing(new IOException("Permission denied"));
        usableSpace = OptionalLong.of(1 << 30);
        autosave.submit(1.0);
        worker.pass(Duration.ofSeconds(40));
        disk.working();
        usableSpace = OptionalLong.of(1L << 31);
        worker.pass(Duration.ofSeconds(20));
        assertThat(disk.numbers()).isEmpty();
        worker.pass(Duration.ofSeconds(4));
        assertThat(disk.numbers()).containsExactly(1.0);
    }

    @Test
    void flushDoesNotWaitForTheNextTryAndThrowsWhatItsOwnAttemptDid() {
        disk.failing(FULL);
        autosave.submit(1.0);
        worker.pass(Duration.ofSeconds(40));
        assertThatThrownBy(autosave::flush).isInstanceOf(SaveException.class).hasMessageContaining("No space left");
        assertThat(worker.time()).isEqualTo(Duration.ofSeconds(40));
        disk.working();
        assertThatCode(autosave::flush).doesNotThrowAnyException();
        assertThat(disk.numbers()).containsExactly(1.0);
    }

    @Test
    void valueThatCanNeverBeSavedIsReportedAtOnceWithItsPlaceAndKeepsNoOtherFromBeingSaved() {
        autosave.submit(1.0);
        worker.work();
        autosave.submit(Double.NaN);
        worker.work();
        assertThat(worker.time()).isZero();
        assertThat(state()).isEqualTo(State.FAILED);
        SaveStatus.Failure failure = autosave.status().failure().orElseThrow();
        assertThat(failure.reason())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n");
        assertThat(failure.nextTry()).isEmpty();
        assertThat(autosave.value()).isEqualTo(1.0);
        assertThatThrownBy(autosave::flush).isInstanceOf(IllegalArgumentException.class);
        assertThat(disk.numbers()).containsExactly(1.0);
        autosave.submit(2.0);
        assertThat(state()).isEqualTo(State.PENDING);
        worker.passMillis(500);
        assertThat(disk.numbers()).containsExactly(1.0, 2.0);
        assertThat(state()).isEqualTo(State.SAVED);
    }

    @Test
    void valueThatCanNeverBeSavedWithNoOtherToSaveIsReportedToo() {
        autosave.submit(Double.NaN);
        assertThatThrownBy(autosave::flush).isInstanceOf(IllegalArgumentException.class);
        assertThat(autosave.value()).isEqualTo(0.0);
        assertThat(autosave.unsavedSince()).isEmpty();
        worker.pass(Duration.ofMinutes(1));
        assertThat(disk.numbers()).isEmpty();
        assertThatThrownBy(autosave::close).isInstanceOf(IllegalArgumentException.class);
        assertThat(worker.isStopped()).isTrue();
    }

    @Test
    void nullIsRefusedAtOnce() {
        assertThatThrownBy(() -> autosave.submit(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> autosave.update(n -> null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void changeThatThrowsChangesNothing() {
        assertThatThrownBy(() -> autosave.update(n -> {
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(state()).isEqualTo(State.SAVED);
    }

    @Test
    void uncheckedExceptionOrErrorOutOfASaveDoesNotEndSaving() {
        for (Throwable thrown : List.of(new IllegalStateException("a bug"), new OutOfMemoryError("for a test"))) {
            disk.during(() -> {
                disk.working();
                throw MemoryStorage.<RuntimeException>sneaky(thrown);
            });
            autosave.submit(1.0);
            worker.passMillis(500);
            assertThat(autosave.status().failure().orElseThrow().reason()).isSameAs(thrown);
            worker.passMillis(1_000);
            assertThat(state()).isEqualTo(State.SAVED);
        }
        assertThat(disk.numbers()).containsExactly(1.0, 1.0);
    }

    @Test
    void nothingIsSavedAutomaticallyBeforeALoadSucceeded() throws IOException {
        SaveStore<Double> unread = SaveStore.open(new Numbers(), disk, StoreOptions.defaults());
        assertThatThrownBy(unread::autosave)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "numbers.json was not loaded: call load() first, since an automatic save must not replace what"
                                + " nobody could read");
        disk.unreadable(new IOException("Input/output error"));
        assertThatThrownBy(unread::load).isInstanceOf(IOException.class);
        assertThatThrownBy(unread::autosave).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void storeHasOneAutosaveAtATime() throws IOException {
        assertThatThrownBy(store::autosave)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("numbers.json has an autosave already, which is still open");
        autosave.close();
        assertThatCode(() -> store.autosave().close()).doesNotThrowAnyException();
    }

    @Test
    void explicitSaveSupersedesWhatWasSubmittedBefore() throws IOException {
        autosave.submit(1.0);
        store.save(2.0);
        worker.pass(Duration.ofMinutes(1));
        assertThat(disk.numbers()).containsExactly(2.0);
        assertThat(autosave.value()).isEqualTo(2.0);
    }

    @Test
    void explicitSaveThatFailsIsTheNewestValueAndIsTriedAgain() {
        autosave.submit(1.0);
        disk.failing(FULL);
        assertThatThrownBy(() -> store.save(2.0)).isInstanceOf(SaveException.class);
        disk.working();
        worker.passMillis(1_000);
        assertThat(disk.numbers()).containsExactly(2.0);
    }

    @Test
    void explicitSaveOfWhatCanNeverBeSavedIsRefusedAndChangesNothing() {
        autosave.submit(1.0);
        assertThatThrownBy(() -> store.save(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.update(n -> Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(autosave.value()).isEqualTo(1.0);
        assertThat(state()).isEqualTo(State.PENDING);
    }

    @Test
    void closingSavesWhatIsNotSavedAndNothingTwice() throws IOException {
        autosave.submit(1.0);
        autosave.close();
        autosave.close();
        assertThat(disk.numbers()).containsExactly(1.0);
        assertThat(worker.isStopped()).isTrue();
        assertThatThrownBy(() -> autosave.submit(2.0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> autosave.update(n -> n)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingTheStoreSavesWhatIsNotSaved() throws IOException {
        autosave.submit(1.0);
        store.close();
        assertThat(disk.numbers()).containsExactly(1.0);
        assertThat(worker.isStopped()).isTrue();
        assertThatThrownBy(store::autosave).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void storeIsClosedThoughWhatIsNotSavedCannotBe() {
        disk.failing(FULL);
        autosave.submit(1.0);
        assertThatThrownBy(store::close).isInstanceOf(SaveException.class);
        assertThat(disk.isClosed()).isTrue();
        assertThat(worker.isStopped()).isTrue();
    }

    @Test
    void valueIsStillThereIfClosingCannotSaveIt() throws IOException {
        disk.failing(FULL);
        autosave.submit(1.0);
        assertThatThrownBy(autosave::close).isInstanceOf(SaveException.class);
        disk.working();
        store.save(autosave.value());
        assertThat(disk.numbers()).containsExactly(1.0);
    }

    @Test
    void tryWithResourcesWhoseBodyAndClosingFailAlikeThrowsTheOneWithTheOther() {
        disk.failing(FULL);
        assertThatThrownBy(() -> {
                    try (AutoSave<Double> closed = autosave) {
                        closed.submit(1.0);
                        closed.flush();
                    }
                })
                .isInstanceOf(SaveException.class)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    }

    @Test
    void nothingIsSavedDuringAPauseButWhatIsAskedFor() throws IOException {
        AutoSave.Pause pause = autosave.pause();
        AutoSave.Pause another = autosave.pause();
        another.close();
        another.close();
        autosave.submit(1.0);
        worker.pass(Duration.ofMinutes(1));
        assertThat(disk.numbers()).isEmpty();
        assertThat(state()).isEqualTo(State.PENDING);
        autosave.flush();
        assertThat(disk.numbers()).containsExactly(1.0);
        autosave.submit(2.0);
        worker.pass(Duration.ofMinutes(1));
        pause.close();
        worker.work();
        assertThat(disk.numbers()).containsExactly(1.0, 2.0);
    }

    @Test
    void loadMakesWhatItFoundTheNewestValueUnlessThereIsOneThatIsNotSaved() throws IOException {
        autosave.submit(1.0);
        store.load();
        assertThat(autosave.value()).isEqualTo(1.0);
        autosave.flush();
        disk.savedElsewhere(9.0);
        store.load();
        assertThat(autosave.value()).isEqualTo(9.0);
        assertThat(state()).isEqualTo(State.SAVED);
    }

    @Test
    void newestDurableValueIsTheOneThatWasSavedLast() throws IOException {
        assertThat(autosave.lastDurable()).isEmpty();
        autosave.submit(1.0);
        assertThat(autosave.lastDurable()).isEmpty();
        autosave.flush();
        autosave.submit(2.0);
        assertThat(autosave.lastDurable()).contains(1.0);
        autosave.close();
        assertThat(begin().lastDurable()).contains(2.0);
    }

    @Test
    void orderNeverRunsBackWhateverComesDuringASave() {
        autosave.submit(1.0);
        disk.during(() -> {
            disk.working();
            autosave.submit(2.0);
            autosave.submit(Double.NaN);
        });
        worker.pass(Duration.ofMinutes(1));
        autosave.submit(3.0);
        worker.pass(Duration.ofMinutes(1));
        assertThat(disk.numbers()).containsExactly(1.0, 3.0);
    }

    @Test
    void newerSaveIsTriedAgainOnlyOnceTheProgramHasDecided() throws IOException {
        disk.during(() -> {
            throw new NewerVersionException(disk.copy(), "the file has version 9", 1);
        });
        autosave.submit(1.0);
        worker.passMillis(500);
        assertThat(autosave.status().failure().orElseThrow().nextTry()).isEmpty();
        worker.passMillis(3_600_000);
        autosave.submit(2.0);
        worker.passMillis(3_600_000);
        assertThat(autosave.status().failure().orElseThrow().attempts()).isEqualTo(1);
        disk.working();
        store.overwriteNewer();
        worker.passMillis(0);
        assertThat(disk.numbers()).containsExactly(2.0);
        assertThat(state()).isEqualTo(State.SAVED);
    }

    @Test
    void conflictIsOverOnceTheProgramHasLoadedAndSubmittedWhatItMadeOfBoth() throws IOException {
        disk.savedElsewhere(10.0);
        autosave.submit(1.0);
        worker.passMillis(500);
        assertThat(autosave.status().failure().orElseThrow().reason()).isInstanceOf(ConflictException.class);
        worker.passMillis(3_600_000);
        assertThat(store.load().value()).isEqualTo(10.0);
        worker.passMillis(3_600_000);
        assertThat(disk.numbers()).as("what was not merged is not saved").isEmpty();
        autosave.submit(11.0);
        worker.passMillis(0);
        assertThat(disk.numbers()).containsExactly(11.0);
        assertThat(state()).isEqualTo(State.SAVED);
    }

    @Test
    void restoreSavesWhatWasSubmittedFirstAndGoesBackToTheBackupThatWasListed(@TempDir Path directory)
            throws Exception {
        Path file = directory.resolve("numbers.json");
        FileStorage storage = FileStorage.open(file, StorageOptions.DEFAULTS);
        try (SaveStore<Double> files = SaveStore.open(new Numbers(), storage, StoreOptions.defaults())) {
            files.load();
            files.save(1.0);
            files.save(2.0);
            AutoSaveOptions options = AutoSaveOptions.defaults().exitTimeout(Duration.ZERO);
            try (AutoSave<Double> open = files.autosave(options, worker, () -> usableSpace)) {
                open.submit(3.0);
                SaveReceipt receipt = files.restore(files.backups().get(0));
                worker.passMillis(10_000);
                assertThat(files.load().value()).isEqualTo(1.0);
                assertThat(files.load(receipt.preserved().get(0)).value()).isEqualTo(3.0);
                open.submit(4.0);
                files.restore(files.backups().get(0).copy());
                worker.passMillis(10_000);
                assertThat(files.load().value())
                        .as("read before the name was passed on")
                        .isEqualTo(3.0);
                open.submit(5.0);
                worker.passMillis(10_000);
                assertThat(files.load().value()).isEqualTo(5.0);
            }
        }
    }

    @Test
    void restoreThatCannotSaveWhatWasSubmittedGoesBackToNothing() throws IOException {
        store.save(1.0);
        store.save(2.0);
        Backup backup = store.backups().get(0);
        disk.failing(FULL);
        autosave.submit(3.0);
        assertThatThrownBy(() -> store.restore(backup)).isInstanceOf(SaveException.class);
        assertThat(autosave.value()).isEqualTo(3.0);
        disk.working();
        autosave.submit(Double.NaN);
        store.restore(backup);
        assertThat(store.load().value())
                .as("what can never be saved is in nobody's way")
                .isEqualTo(1.0);
    }
}
