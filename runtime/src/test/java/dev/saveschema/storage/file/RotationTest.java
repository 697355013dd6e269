package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.SaveException;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that have the names of backups, and their rotation. */
class RotationTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() {
        saves = new Saves(directory);
    }

    private SaveReceipt save(String word) throws IOException {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            return storage.save(Saves.request(word));
        }
    }

    @Test
    void whatSomebodyElseGaveABackupsNameIsKeptAside() throws Exception {
        Files.writeString(saves.newerBackup(), "somebody's own backup");
        Files.writeString(saves.olderBackup(), "{\"word\": \"own\"}");
        saves.hold("one", "two", "three", "four");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("two");
        assertThat(saves.kept("somebody's own backup")).isTrue();
        assertThat(saves.kept("{\"word\": \"own\"}")).isTrue();
    }

    @Test
    void backupThatSomebodyCopiedOverTheSaveWhileItWasOpenPushesNoOtherOut() throws Exception {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            for (String word : List.of("one", "two", "three")) {
                storage.save(Saves.request(word));
            }
            Files.copy(saves.newerBackup(), saves.live(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(storage.save(Saves.request("four")).backupSkipped()).isEmpty();
        }
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("two");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
    }

    @Test
    void fileOfAnotherProgramThatIsKeptAsAVersionIsNotKeptTwice() throws Exception {
        saves.edit("{\"word\": \"plain\"}");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("one", new Keep.AsVersion(1)));
        }
        saves.hold("two", "three", "four");
        assertThat(saves.names())
                .containsExactly(
                        ".progress.json.lock",
                        "progress.json",
                        "progress.json.bak1",
                        "progress.json.bak2",
                        "progress.json.v1.bak");
    }

    @Test
    void generationThatAPersonEditedIsABackupLikeAnyOther() throws Exception {
        saves.hold("one", "two");
        saves.edit(Files.readString(saves.live()).replace("two", "edited"));
        saves.hold("three", "four");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("edited");
        saves.hold("five", "six");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("four");
        assertThat(saves.quarantine("conflict")).isEmpty();
    }

    @Test
    void damagedBackupThatNobodyReadDoesNotPushTheGoodOneOut() throws Exception {
        saves.hold("one", "two", "three");
        Files.writeString(saves.newerBackup(), "{\"word\": \"to"); // the live file is intact, so no load looks at it
        SaveReceipt receipt = save("four");
        assertThat(receipt.preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent("{\"word\": \"to"));
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
    }

    @Test
    void ofTheBackupsThatWereMadeHereOnlyTheOneThatGoesIsSummedUp() throws Exception {
        saves.hold("one", "two", "three");
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            disk.forget();
            storage.save(Saves.request("four"));
            assertThat(disk.calls()).contains("read progress.json.bak1", "read progress.json.bak2");
            disk.forget();
            storage.save(Saves.request("five"));
            storage.save(Saves.request("six"));
        }
        assertThat(disk.calls())
                .filteredOn(call -> call.startsWith("read") || call.startsWith("sum"))
                .containsExactly("sum progress.json.bak2", "sum progress.json.bak2");
    }

    @Test
    void backupThatSomebodyReplacesWhileOpenIsKeptAside() throws Exception {
        saves.hold("one", "two");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("three"));
            Files.delete(saves.newerBackup());
            Files.writeString(saves.newerBackup(), "not ours");
            storage.save(Saves.request("four"));
        }
        assertThat(saves.kept("not ours")).isTrue();
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
    }

    @Test
    void withoutLinksSavesThatFailDoNotFillTheBackupsWithOneGeneration() throws Exception {
        saves.hold("one", "two", "three");
        for (int program = 0; program < 2; program++) {
            DiskThatRefuses disk = new DiskThatRefuses(
                    (call, path) -> call.equals("link") || call.equals("move") && path.equals(real(saves.live())),
                    path -> new AccessDeniedException(path.toString()));
            try (FileStorage storage = saves.open(disk)) {
                storage.load(Saves.READER);
                for (int save = 0; save < 3; save++) {
                    assertThatThrownBy(() -> storage.save(Saves.request("four")))
                            .isInstanceOf(SaveException.class);
                }
            }
            assertThat(Saves.wordIn(saves.live())).isEqualTo("three");
            assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
            assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("two");
            for (String temp : saves.temps()) {
                Files.delete(directory.resolve(temp));
            }
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAPersonWroteIsKeptAsideIfItCannotBeABackup() throws Exception {
        saves.hold("one", "two");
        saves.edit("{\"word\": \"edited\"}");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) ->
                        call.equals("move") && path.getFileName().toString().endsWith(".bak2"),
                path -> new FileSystemException(path.toString(), null, "no backup for you"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            SaveReceipt receipt = storage.save(Saves.request("three"));
            assertThat(receipt.backupSkipped()).isPresent();
            assertThat(receipt.preserved()).hasSize(1);
        }
        assertThat(saves.kept("{\"word\": \"edited\"}")).isTrue();
    }

    @Test
    void receiptNamesTheBackupThatIsInTheWay() throws Exception {
        saves.hold("one", "two");
        Files.createDirectories(saves.olderBackup().resolve("somebody's"));
        assertThat(save("three").backupSkipped()).contains("progress.json.bak2: not a regular file");
        Files.delete(saves.newerBackup());
        Files.createDirectories(saves.newerBackup().resolve("somebody's"));
        assertThat(save("four").backupSkipped()).contains("progress.json.bak1: not a regular file");
        assertThat(saves.newerBackup().resolve("somebody's")).isDirectory();
    }

    /** In a sticky directory, say, or on Windows while another program has it open. */
    @Test
    void damagedBackupThatCannotBeDeletedIsKeptOnceAndStopsNoSave() throws Exception {
        saves.hold("one", "two", "three");
        byte[] rotten = Saves.damage(saves.newerBackup());
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("delete") && path.equals(real(saves.newerBackup())),
                path -> new AccessDeniedException(path.toString()));
        for (String word : List.of("four", "five")) {
            saves.edit("{\"word\": \"before%s\"}".formatted(word)); // so that the backups are looked at
            try (FileStorage storage = saves.open(disk)) {
                storage.load(Saves.READER);
                assertThat(storage.save(Saves.request(word)).backupSkipped())
                        .hasValueSatisfying(why -> assertThat(why).startsWith("progress.json.bak1: "));
            }
            assertThat(Saves.wordIn(saves.live())).isEqualTo(word);
            assertThat(saves.kept("{\"word\": \"before%s\"}".formatted(word))).isTrue();
        }
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasBinaryContent(rotten));
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
        saves.hold("six", "seven");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("six");
    }

    @Test
    void backupThatTookTheNameOfADamagedOneIsNotClearedAwayInItsPlace() throws Exception {
        saves.hold("one", "two", "three");
        byte[] rotten = Saves.damage(saves.newerBackup());
        saves.edit("{\"word\": \"edited\"}"); // so that the backups are looked at
        AtomicBoolean refused = new AtomicBoolean();
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("delete")
                        && path.endsWith("progress.json.bak1")
                        && refused.compareAndSet(false, true),
                path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("four")).backupSkipped()).isEmpty();
        }
        assertThat(refused).isTrue();
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("edited");
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasBinaryContent(rotten));
    }

    /** Somebody's log, say, that grows as fast as it is read. */
    @Test
    void fileOfAnotherSizeThanTheBackupIsNotSummedUp() throws Exception {
        List<Long> summedUp = new ArrayList<>();
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            public void sum(Path file, Checksum sum) throws IOException {
                summedUp.add(Files.size(file));
                super.sum(file, sum);
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
    void backupThatAPersonEditedIsKeptAsideThoughItCannotBeSummedUp() throws Exception {
        DiskThatRefuses disk = DiskThatRefuses.calls(
                "sum", path -> new FileSystemException(path.toString(), null, "Input/output error"));
        String mine;
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            for (String word : List.of("one", "two", "six", "ten")) {
                storage.save(Saves.request(word));
            }
            mine = Files.readString(saves.olderBackup()).replace("two", "own");
            Files.writeString(saves.olderBackup(), mine);
            storage.save(Saves.request("five"));
        }
        assertThat(saves.kept(mine)).isTrue();
    }

    @Test
    void damagedBackupThatOneSaveCouldNotDeleteDoesNotPushTheGoodOneOutInTheNext() throws Exception {
        saves.hold("one", "two", "three");
        Saves.rot(saves.newerBackup());
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("delete") && path.endsWith("progress.json.bak1"),
                path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("four")).backupSkipped()).isPresent();
            disk.relent();
            assertThat(storage.save(Saves.request("five")).backupSkipped()).isEmpty();
        }
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("four");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
    }

    @Test
    void backupThatASaveMadeBeforeItFailedIsTheOneOfTheNextSave() throws Exception {
        for (boolean links : List.of(true, false)) {
            for (boolean same : List.of(true, false)) {
                Saves here = new Saves(Files.createDirectory(directory.resolve(links + "-" + same)));
                here.hold("one", "two", "three");
                boolean[] moves = new boolean[1];
                DiskThatRefuses disk = new DiskThatRefuses(
                        (call, path) -> !links && call.equals("link")
                                || !moves[0] && call.equals("move") && path.equals(real(here.live())),
                        path -> new AccessDeniedException(path.toString()));
                try (FileStorage storage = here.open(disk)) {
                    storage.load(Saves.READER);
                    assertThatThrownBy(() -> storage.save(Saves.request("four")))
                            .isInstanceOf(SaveException.class);
                    if (same) {
                        moves[0] = true;
                        assertThat(storage.save(Saves.request("five")).backupSkipped())
                                .as("links: " + links)
                                .isEmpty();
                    }
                }
                if (!same) {
                    moves[0] = true;
                    for (String temp : here.temps()) {
                        Files.delete(here.directory().resolve(temp));
                    }
                    try (FileStorage storage = here.open(disk)) {
                        storage.load(Saves.READER);
                        assertThat(storage.save(Saves.request("five")).backupSkipped())
                                .as("links: " + links)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void fileThatAPersonEditedUnderTheNameOfItsBackupTooBecomesABackup() throws Exception {
        saves.hold("one", "two");
        Files.delete(saves.newerBackup());
        Files.createLink(saves.newerBackup(), saves.live());
        saves.edit("{\"word\": \"mine\"}");
        SaveReceipt receipt = save("three");
        assertThat(receipt.backupSkipped()).isEmpty();
        assertThat(saves.newerBackup()).hasContent("{\"word\": \"mine\"}");
    }

    @Test
    void damagedBackupIsKeptThoughOneReadingOfItFails() throws Exception {
        for (int reading = 1; reading <= 4; reading++) {
            Saves here = new Saves(Files.createDirectory(directory.resolve("" + reading)));
            here.hold("one", "two", "three");
            Saves.rot(here.newerBackup());
            String rotten = Files.readString(here.newerBackup());
            int[] readingsLeft = {reading};
            DiskThatRefuses disk = new DiskThatRefuses(
                    (call, path) ->
                            call.equals("read") && path.endsWith("progress.json.bak1") && --readingsLeft[0] == 0,
                    path -> new FileSystemException(path.toString(), null, "Input/output error"));
            try (FileStorage storage = here.open(disk)) {
                storage.load(Saves.READER);
                storage.save(Saves.request("four"));
            }
            assertThat(Saves.wordIn(here.live())).as("reading " + reading).isEqualTo("four");
            assertThat(here.kept(rotten)).as("reading " + reading).isTrue();
        }
    }
}
