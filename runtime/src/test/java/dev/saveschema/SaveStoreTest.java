package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.Numbers;
import dev.saveschema.storage.medium.MediumStorage;
import dev.saveschema.storage.medium.MemoryMedium;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The value that a store takes for the newest, and its behaviour when another program has saved. */
class SaveStoreTest {

    private final MemoryMedium medium = new MemoryMedium();

    /** The store of one of several programs on the same medium. */
    private SaveStore<Double> store() {
        return SaveStore.open(
                new Numbers(), MediumStorage.of("n", medium, StorageOptions.DEFAULTS), StoreOptions.defaults());
    }

    private static List<Double> basesOfAnUpdateAfter(Aftermath aftermath, double saved) {
        MemoryStorage disk = new MemoryStorage();
        SaveStore<Double> store = SaveStore.open(new Numbers(), disk, StoreOptions.defaults());
        disk.failing(aftermath);
        assertThatThrownBy(() -> store.save(saved)).isInstanceOf(SaveException.class);
        List<Double> bases = new ArrayList<>();
        assertThatThrownBy(() -> store.update(value -> {
                    bases.add(value);
                    return value + 1;
                }))
                .isInstanceOf(SaveException.class);
        return bases;
    }

    @Test
    void valueThatIsInPlaceIsTheNewestThoughAPowerCutMayTakeItBack() {
        assertThat(basesOfAnUpdateAfter(Aftermath.MAY_ROLL_BACK, 5.0)).containsExactly(5.0);
    }

    @Test
    void valueThatIsNotInPlaceIsNotTheNewest() {
        assertThat(basesOfAnUpdateAfter(Aftermath.OLD_FILE_STANDS, 5.0)).containsExactly(0.0);
        assertThat(basesOfAnUpdateAfter(Aftermath.BYTES_KEPT, 5.0)).containsExactly(0.0);
    }

    @Test
    void aConflictCarriesBothValuesAndNothingIsReplaced() throws IOException {
        try (SaveStore<Double> ours = store();
                SaveStore<Double> theirs = store()) {
            ours.load();
            theirs.save(7.0);
            assertThatThrownBy(() -> ours.save(5.0)).isInstanceOfSatisfying(ConflictException.class, conflict -> {
                assertThat(conflict.refused(Double.class)).isEqualTo(5.0);
                assertThat(conflict.stored(Double.class)).isEqualTo(7.0);
                assertThat(conflict.aftermath()).isEqualTo(Aftermath.OLD_FILE_STANDS);
            });
            assertThat(theirs.load().value()).isEqualTo(7.0);
        }
    }

    @Test
    void tryingAgainDoesNotResolveAConflictAndLoadingDoes() throws IOException {
        try (SaveStore<Double> ours = store();
                SaveStore<Double> theirs = store()) {
            ours.load();
            theirs.save(7.0);
            assertThatThrownBy(() -> ours.save(5.0)).isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> ours.save(5.0)).isInstanceOf(ConflictException.class);
            ours.save(ours.load().value() + 5);
            assertThat(theirs.load().value()).isEqualTo(12.0);
        }
    }

    @Test
    void anUpdateIsAppliedAgainToWhatSomebodyElseHasSaved() throws IOException {
        try (SaveStore<Double> ours = store();
                SaveStore<Double> theirs = store()) {
            ours.load();
            theirs.save(7.0);
            assertThat(ours.update(n -> n + 1)).isEqualTo(8.0);
            assertThat(theirs.load().value()).isEqualTo(8.0);
        }
    }

    @Test
    void anUpdateThatAlwaysLosesEndsInAConflict() throws IOException {
        try (SaveStore<Double> ours = store();
                SaveStore<Double> theirs = store()) {
            theirs.load();
            assertThatThrownBy(() -> ours.update(n -> {
                        save(theirs, n + 10);
                        return n + 1;
                    }))
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            conflict -> assertThat(conflict.stored(Double.class) - conflict.refused(Double.class))
                                    .isEqualTo(9.0));
        }
    }

    private static void save(SaveStore<Double> store, double value) {
        try {
            store.save(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anAutosaveReplacesNothingThatSomebodyElseHasSaved() throws IOException {
        try (SaveStore<Double> ours = store();
                SaveStore<Double> theirs = store()) {
            ours.load();
            AutoSave<Double> autosave = ours.autosave();
            theirs.save(7.0);
            autosave.submit(5.0);
            assertThatThrownBy(autosave::flush).isInstanceOf(ConflictException.class);
            assertThatThrownBy(autosave::flush).isInstanceOf(ConflictException.class);
            assertThat(theirs.load().value()).isEqualTo(7.0);
            autosave.submit(autosave.value() + ours.load().value());
            autosave.flush();
            assertThat(theirs.load().value()).isEqualTo(12.0);
        }
    }

    @Test
    void aStoreSaysWhatSurvives() throws IOException {
        try (SaveStore<Double> store = SaveStore.inMemory(new Numbers())) {
            assertThat(store)
                    .hasToString(
                            "numbers, BEST_EFFORT: a power cut, or the end of what keeps them, may take the last saves");
        }
    }
}
