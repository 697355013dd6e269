package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.storage.contract.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveViewTest {

    @TempDir
    private Path folder;

    @Test
    void copiesBesideAnOpenSaveAreListedAndLoadedAndNothingIsWritten() throws IOException {
        Path file = folder.resolve("n.json");
        try (SaveStore<Double> store = SaveStore.open(new Numbers(), file)) {
            store.save(1.0);
            store.save(2.0);
            store.save(3.0);
            store.restore(store.backups().get(1).copy());
            SaveView<Double> view = SaveStore.openReadOnly(new Numbers(), file);
            assertThat(view.backups()).isEqualTo(store.backups()).hasSize(2);
            assertThat(view.kept()).isEqualTo(store.kept()).hasSize(1);
            assertThat(view.load(view.kept().get(0).copy()).value()).isEqualTo(3.0);
            assertThat(view.load(view.backups().get(1).copy()).value()).isEqualTo(2.0);
            assertThatThrownBy(() -> view.load(Copy.of(folder.resolve("other.json"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is not a copy of");
        }
    }

    @Test
    void whereNothingIsNothingIsMade() throws IOException {
        SaveView<Double> view = SaveStore.openReadOnly(new Numbers(), folder.resolve("none/n.json"));
        assertThat(view.backups()).isEmpty();
        assertThat(view.kept()).isEmpty();
        assertThatThrownBy(() -> view.load(Copy.of(folder.resolve("none/n.json.bak1"))))
                .isInstanceOf(IllegalArgumentException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
