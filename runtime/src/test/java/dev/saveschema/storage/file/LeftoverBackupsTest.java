package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.SaveException;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name of a backup that a load found damaged is, a moment later, that of a good backup. */
class LeftoverBackupsTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    /** The live file is edited, so that the backups are looked at, and the newer one is damaged. */
    private byte[] editedWithADamagedBackup() throws IOException {
        saves.hold("one", "two", "three");
        byte[] rotten = Saves.damage(saves.newerBackup());
        saves.edit("{\"word\": \"before\"}");
        return rotten;
    }

    private void saveAfterOneThatFailed(Runnable between) throws IOException {
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new FileSystemException(path.toString(), null, "Input/output error"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("four"))).isInstanceOf(SaveException.class);
            between.run();
            disk.relent();
            storage.save(Saves.request("five"));
        }
    }

    private void nothingElseIsKeptAsDamaged(byte[] rotten) throws IOException {
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasBinaryContent(rotten));
    }

    @Test
    void goodBackupIsNotTakenForTheDamagedOneAfterASaveThatFailed() throws Exception {
        byte[] rotten = editedWithADamagedBackup();
        saveAfterOneThatFailed(() -> assertThat(saves.newerBackup()).hasContent("{\"word\": \"before\"}"));
        nothingElseIsKeptAsDamaged(rotten);
        assertThat(saves.newerBackup()).hasContent("{\"word\": \"before\"}");
    }

    @Test
    void goodOlderBackupIsNotTakenForTheDamagedOneAfterASaveThatFailed() throws Exception {
        saves.hold("one", "two", "three");
        byte[] rotten = Saves.damage(saves.olderBackup());
        saves.edit("{\"word\": \"before\"}");
        saveAfterOneThatFailed(() -> {});
        nothingElseIsKeptAsDamaged(rotten);
        assertThat(saves.newerBackup()).hasContent("{\"word\": \"before\"}");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("two");
    }

    @Test
    void goodBackupIsNotTakenForTheDamagedOneAfterSomebodyElsePutASaveThere() throws Exception {
        byte[] rotten = editedWithADamagedBackup();
        Path theirs = saves.directory().resolve("theirs");
        Saves.sealed(theirs, "theirs", 9, "e", "d");
        try (FileStorage storage = saves.open(new ForwardingDisk())) {
            storage.load(Saves.READER);
            Files.move(theirs, saves.live(), StandardCopyOption.ATOMIC_MOVE);
            storage.save(Saves.request("four"));
        }
        assertThat(saves.newerBackup()).exists();
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("theirs");
        nothingElseIsKeptAsDamaged(rotten);
    }

    @Test
    void goodBackupIsNotTakenForTheDamagedOneAfterSomebodyElseWroteInTheMiddleOfTheSave() throws Exception {
        byte[] rotten = editedWithADamagedBackup();
        Path theirs = saves.directory().resolve("theirs");
        Saves.sealed(theirs, "theirs", 9, "e", "d");
        ForwardingDisk disk = new ForwardingDisk() {
            private boolean isDone;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T result = super.through(name, path, call);
                if (!isDone && name.equals("move") && path.equals(saves.newerBackup())) {
                    isDone = true;
                    Files.move(theirs, saves.live(), StandardCopyOption.ATOMIC_MOVE);
                }
                return result;
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("four"));
        }
        assertThat(saves.newerBackup()).exists();
        nothingElseIsKeptAsDamaged(rotten);
    }

    @Test
    void olderGenerationThatWasPutBackIsNotKeptAsANewerOneAfterASaveThatFailed() throws Exception {
        saves.hold("one", "two", "three");
        Files.copy(saves.olderBackup(), saves.live(), StandardCopyOption.REPLACE_EXISTING); // generation 1
        saveAfterOneThatFailed(() -> {});
        for (Path kept : saves.quarantine("newer")) {
            assertThat(Saves.wordIn(kept)).isEqualTo("two");
        }
    }
}
