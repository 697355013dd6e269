package dev.saveschema.storage.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.disk.MemoryDisk;
import dev.saveschema.storage.file.FileStorage;
import dev.saveschema.storage.file.Saves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temps that hold nothing that is not elsewhere, and what becomes of them. */
class LeftoverTest {

    @TempDir(factory = MemoryDisk.class)
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() {
        saves = new Saves(directory);
    }

    private void nothingIsKeptByTheNextSave() throws IOException {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("next")).preserved()).isEmpty();
        }
        assertThat(saves.temps()).isEmpty();
        assertThat(saves.quarantine("unfinished")).isEmpty();
    }

    @Test
    void copyOfTheLiveSaveIsNotKeptAside() throws IOException {
        saves.hold("one", "two");
        Files.copy(saves.live(), saves.temp("a"));
        nothingIsKeptByTheNextSave();
    }

    @Test
    void copyOfABackupIsNotKeptAside() throws IOException {
        saves.hold("one", "two", "three");
        Files.copy(saves.olderBackup(), saves.temp("a"));
        nothingIsKeptByTheNextSave();
    }

    @Test
    void saveThatTheLiveOneFollowsIsNotKeptAsideEvenIfItsBackupIsGone() throws IOException {
        saves.hold("one", "two");
        Files.move(saves.newerBackup(), saves.temp("a"));
        nothingIsKeptByTheNextSave();
    }

    @Test
    void saveThatABackupFollowsIsNotKeptAsideEvenIfItsOwnIsGone() throws IOException {
        saves.hold("one", "two", "three");
        Files.move(saves.olderBackup(), saves.temp("a"));
        nothingIsKeptByTheNextSave();
    }

    @Test
    void emptyTempIsNotKeptAsideBesideAnEdit() throws IOException {
        saves.hold("one");
        saves.edit("{\"word\": \"edited\"}");
        Files.createFile(saves.temp("a"));
        nothingIsKeptByTheNextSave();
    }
}
