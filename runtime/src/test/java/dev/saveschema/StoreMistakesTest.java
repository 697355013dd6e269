package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.storage.contract.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to a newcomer who uses a store wrongly: they say where, what, and what to do instead. */
class StoreMistakesTest {

    @TempDir
    Path folder;

    private SaveStore<Double> open(Path path) throws IOException {
        return SaveStore.open(new Numbers(), path);
    }

    @Test
    void aFolderIsToldToNameAFileInIt() {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + " is not a file, but a directory; name a file in it, such as "
                        + folder.resolve("save.json"));
        assertThatThrownBy(() -> open(Path.of("")))
                .isInstanceOf(IOException.class)
                .hasMessage("an empty path is not a file, but a directory; name a file in it, such as save.json");
    }

    @Test
    void aSecondStoreOfOneFileIsToldOfTheFirst() throws IOException {
        Path file = folder.resolve("progress.json");
        try (SaveStore<Double> first = open(file)) {
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(InUseException.class)
                    .hasMessageContaining("progress.json is in use by this program itself: process ")
                    .hasMessageEndingWith("; use the store that is open, or close it first");
            first.load();
        }
    }

    @Test
    void nullIsRefusedByNameAndNothingIsWritten() throws IOException {
        Path file = folder.resolve("progress.json");
        try (SaveStore<Double> store = open(file)) {
            store.load();
            assertThatThrownBy(() -> store.save(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("null cannot be saved");
            assertThatThrownBy(() -> store.update(number -> null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("the change returned null");
            try (AutoSave<Double> autosave = store.autosave()) {
                assertThatThrownBy(() -> autosave.submit(null))
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage("null cannot be saved");
            }
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aClosedStoreSaysThatItIs() throws IOException {
        Path file = folder.resolve("progress.json");
        SaveStore<Double> store = open(file);
        store.load();
        store.close();
        assertThatCode(store::close).doesNotThrowAnyException();
        String message = file + " is closed";
        assertThatThrownBy(store::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> store.save(1.0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(store::autosave)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    @Test
    void anAutosaveBeforeALoadIsToldToLoad() throws IOException {
        Path file = folder.resolve("progress.json");
        try (SaveStore<Double> store = open(file)) {
            assertThatThrownBy(store::autosave)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(file + " was not loaded: call load() first");
        }
    }

    /** A program that ignores the result of a load, or does not load at all, still destroys nothing. */
    @Test
    void aSaveOverADamagedFileThatNobodyLoadedKeepsItAside() throws IOException {
        Path file = Files.writeString(folder.resolve("progress.json"), "{\"number\": 7");
        try (SaveStore<Double> store = open(file)) {
            SaveReceipt receipt = store.save(2.0);
            assertThat(receipt.preserved())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.toString()).contains("progress.json.corrupt-"));
        }
    }
}
