package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Backups;
import dev.saveschema.SaveException;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Checksum;
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

    private byte[] damage(Path backup) throws IOException {
        byte[] rotten = Files.readAllBytes(backup);
        rotten[rotten.length / 2] ^= 1;
        Files.write(backup, rotten);
        return rotten;
    }

    /** The live file is edited, so that the backups are looked at, and the newer one is damaged. */
    private byte[] editedWithADamagedBackup() throws IOException {
        saves.hold("one", "two", "three");
        byte[] rotten = damage(saves.newerBackup());
        saves.edit("{\"word\": \"before\"}");
        return rotten;
    }

    @Test
    void goodBackupIsNotTakenForTheDamagedOneAfterASaveThatFailed() throws Exception {
        byte[] rotten = editedWithADamagedBackup();
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new FileSystemException(path.toString(), null, "Input/output error"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("four"))).isInstanceOf(SaveException.class);
            assertThat(saves.newerBackup()).hasContent("{\"word\": \"before\"}");
            disk.relent();
            storage.save(Saves.request("five"));
        }
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasBinaryContent(rotten));
        assertThat(saves.newerBackup()).hasContent("{\"word\": \"before\"}");
    }

    @Test
    void goodOlderBackupIsNotTakenForTheDamagedOneAfterASaveThatFailed() throws Exception {
        saves.hold("one", "two", "three");
        byte[] rotten = damage(saves.olderBackup());
        saves.edit("{\"word\": \"before\"}");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new FileSystemException(path.toString(), null, "Input/output error"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("four"))).isInstanceOf(SaveException.class);
            disk.relent();
            storage.save(Saves.request("five"));
        }
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasBinaryContent(rotten));
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
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasBinaryContent(rotten));
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
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasBinaryContent(rotten));
    }

    @Test
    void olderGenerationThatWasPutBackIsNotKeptAsANewerOneAfterASaveThatFailed() throws Exception {
        saves.hold("one", "two", "three");
        Files.copy(saves.olderBackup(), saves.live(), StandardCopyOption.REPLACE_EXISTING); // generation 1
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new FileSystemException(path.toString(), null, "Input/output error"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("four"))).isInstanceOf(SaveException.class);
            disk.relent();
            storage.save(Saves.request("five"));
        }
        for (Path kept : saves.quarantine("newer")) {
            assertThat(Saves.wordIn(kept)).isEqualTo("two");
        }
    }

    /** Somebody's log, say, that grows as fast as it is read. */
    @Test
    void fileOfAnotherSizeThanTheBackupIsNotSummedUp() throws Exception {
        List<Long> summedUp = new ArrayList<>();
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            public <C extends Checksum> C sum(Path file, Supplier<C> sums) throws IOException {
                summedUp.add(Files.size(file));
                return super.sum(file, sums);
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            for (String word : List.of("one", "two", "three", "four")) {
                storage.save(Saves.request(word));
            }
            try (RandomAccessFile huge =
                    new RandomAccessFile(saves.olderBackup().toFile(), "rw")) {
                huge.setLength(20L << 30); // 20 GiB that take no room
            }
            summedUp.clear();
            storage.save(Saves.request("five"));
        }
        assertThat(summedUp).isEmpty();
        assertThat(saves.quarantine("corrupt")).hasSize(1);
    }

    @Test
    void hourlyBackupStaysThoughTheNextOneCannotBeMoved() throws Exception {
        Instant[] now = {Instant.parse("2026-11-22T10:00:00Z")};
        boolean[] refuses = new boolean[1];
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (refuses[0] && name.equals("move") && path.equals(saves.olderBackup())) {
                    throw new AccessDeniedException(path.toString());
                }
                return super.through(name, path, call);
            }
        };
        StorageOptions hourly = new StorageOptions(1 << 20, Duration.ZERO)
                .backups(Backups.keep(2).hourly(24));
        try (FileStorage storage = FileStorage.open(saves.live(), hourly, disk, () -> now[0])) {
            storage.load(Saves.READER);
            for (String word : List.of("ten", "eleven", "twelve", "thirteen")) {
                storage.save(Saves.request(word));
                now[0] = now[0].plus(Duration.ofHours(1));
            }
            refuses[0] = true;
            storage.save(Saves.request("fourteen"));
            refuses[0] = false;
        }
        boolean found = false;
        for (String name : saves.names()) {
            Path file = saves.directory().resolve(name);
            found |= name.startsWith("progress.json") && Saves.wordIn(file).equals("eleven");
        }
        assertThat(found).isTrue();
    }
}
