package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.migration.Migration;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store takes for the newest value. */
class SaveStoreTest {

    private static final Path FILE = Path.of("progress.json");

    /** Fails every save in one way, and remembers what was to be saved. */
    private static final class FailingStorage implements SaveStorage {

        private final Aftermath aftermath;
        private final List<SaveRequest> requests = new ArrayList<>();

        FailingStorage(Aftermath aftermath) {
            this.aftermath = aftermath;
        }

        @Override
        public <R> Retrieval<R> load(ContentReader<R> reader) {
            Finding missing = new Finding(Copy.of(FILE), Finding.State.MISSING, "");
            return new Retrieval<>(
                    Retrieval.Verdict.ABSENT,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(missing));
        }

        @Override
        public SaveReceipt save(SaveRequest request) throws SaveException {
            requests.add(request);
            throw new SaveException(Copy.of(FILE), "no", aftermath, null, null);
        }

        @Override
        public List<Copy> backups() {
            return List.of();
        }

        @Override
        public List<KeptCopy> kept() {
            return List.of();
        }

        @Override
        public byte[] read(Copy copy) {
            throw new IllegalArgumentException(copy + " is not there");
        }

        @Override
        public void close() {}
    }

    /** A number, as {@code {"n": 3}}. */
    private static final class NumberSchema implements Schema<Integer> {

        @Override
        public String id() {
            return "number";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public int oldestVersion() {
            return 1;
        }

        @Override
        public int unversionedVersion() {
            return 1;
        }

        @Override
        public Integer defaultValue() {
            return 0;
        }

        @Override
        public Integer read(SaveReader in) {
            throw new AssertionError();
        }

        @Override
        public void write(SaveWriter out, Integer value) {}

        @Override
        public void migrate(Migration migration) {
            throw new AssertionError();
        }
    }

    private static SaveStore<Integer> store(Aftermath aftermath) {
        return new SaveStore<>(new NumberSchema(), FILE, new FailingStorage(aftermath), StoreOptions.defaults());
    }

    private static void checkBase(Aftermath aftermath, int expected) {
        SaveStore<Integer> store = store(aftermath);
        assertThatThrownBy(() -> store.save(5)).isInstanceOf(SaveException.class);
        List<Integer> bases = new ArrayList<>();
        assertThatThrownBy(() -> store.update(value -> {
                    bases.add(value);
                    return value + 1;
                }))
                .isInstanceOf(SaveException.class);
        assertThat(bases).containsExactly(expected);
    }

    @Test
    void valueThatIsInPlaceIsTheNewestThoughAPowerCutMayTakeItBack() {
        checkBase(Aftermath.MAY_ROLL_BACK, 5);
    }

    @Test
    void valueThatIsNotInPlaceIsNotTheNewest() {
        checkBase(Aftermath.OLD_FILE_STANDS, 0);
        checkBase(Aftermath.BYTES_KEPT, 0);
    }
}
