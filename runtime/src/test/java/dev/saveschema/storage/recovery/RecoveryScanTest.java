package dev.saveschema.storage.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Backups;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskFileOps;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.MemoryDisk;
import dev.saveschema.storage.disk.SaveDirectory;
import dev.saveschema.storage.file.FileStorage;
import dev.saveschema.storage.file.Saves;
import dev.saveschema.storage.recovery.RecoveryScan.Temps;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of what is beside a save is looked at, and what comes of it. */
class RecoveryScanTest {

    private static final StorageOptions AT_ONCE = new StorageOptions(1 << 20, Duration.ZERO);
    private static final StorageOptions FIVE = AT_ONCE.backups(Backups.keep(5));

    @TempDir(factory = MemoryDisk.class)
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    private static Retrieval<String> load(FileStorage opened) throws IOException {
        try (FileStorage storage = opened) {
            return storage.load(Saves.READER);
        }
    }

    private RecoveryScan scan() throws IOException {
        return RecoveryScan.of(
                new SaveDirectory(new DiskFileOps(), new FileNames(saves.live()), 1 << 20, true), Temps.OURS);
    }

    @Test
    void sealedSaveThatItsReaderRejectsIsRecoveredFromTheBackupBehindIt() throws IOException {
        saves.hold("one");
        Files.copy(saves.live(), saves.newerBackup());
        Seal seal = new Seal(2, "a".repeat(16), Saves.sealOf(saves.live()).id(), Saves.NOW);
        Files.write(saves.live(), Saves.file("{\"nothing\": 1".getBytes(UTF_8), Layout.PRETTY, seal));
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.RECOVERED);
        assertThat(loaded.content()).contains("one");
    }

    private void saveFiveTimes() throws IOException {
        for (String word : List.of("a", "b", "c", "d", "e")) {
            try (FileStorage storage = saves.open(new ForwardingDisk(), FIVE)) {
                storage.load(Saves.READER);
                storage.save(Saves.request(word));
            }
        }
    }

    @Test
    void datedBackupsAreFoundTheNewestFirst() throws IOException {
        saveFiveTimes();
        saves.edit("damage");
        assertThat(load(saves.open(new ForwardingDisk(), FIVE)).findings())
                .extracting(finding -> finding.copy().name().replaceFirst("-.*", ""))
                .containsExactly(
                        "progress.json",
                        "progress.json.bak1",
                        "progress.json.bak2",
                        "progress.json.g2",
                        "progress.json.g1");
    }

    /** There may be a hundred, each as large as the save. */
    @Test
    void datedBackupsAreLookedAtOneAtATime() throws IOException {
        saves.hold("one", "two");
        FileNames names = new FileNames(saves.live());
        List<Path> dated = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Path backup = names.dated(number, Saves.NOW);
            Seal seal = new Seal(number, "%016x".formatted(number), Seal.NO_PARENT, Saves.NOW);
            Files.write(backup, Saves.file(Saves.body("number " + number), Layout.PRETTY, seal));
            dated.add(backup);
        }
        saves.edit("damage");
        RecoveryScan scan = scan();
        assertThat(scan.snapshotOf(saves.newerBackup()).orElseThrow().bytes()).isPresent();
        assertThat(scan.backups()).hasSize(4);
        for (Path backup : dated) {
            FileSnapshot found = scan.snapshotOf(backup).orElseThrow();
            assertThat(found.bytes()).isEmpty();
            assertThat(scan.bytes(found.candidate()))
                    .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(contentOf(backup)));
            scan.readAgain(found.candidate());
        }
        assertThat(dated)
                .filteredOn(
                        backup -> scan.snapshotOf(backup).orElseThrow().bytes().isPresent())
                .containsExactly(dated.get(2));
    }

    private static byte[] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void partOfADatedBackupIsTakenIfNothingBeforeItTellsAnything() throws IOException {
        saveFiveTimes();
        for (String name : saves.names()) {
            if (name.startsWith("progress.json")) {
                boolean isPart = name.contains(".g2-"); // which is not the one that was read last
                Files.writeString(saves.directory().resolve(name), isPart ? "{\"word\": \"a\"" : "damage of " + name);
            }
        }
        Retrieval<String> loaded = load(saves.open(new ForwardingDisk(), FIVE));
        assertThat(loaded.verdict()).isEqualTo(Verdict.SALVAGED);
        assertThat(loaded.content()).contains("a");
        assertThat(loaded.findings()).hasSize(5);
    }

    @Test
    void besideAnIntactSaveNoBackupIsReadWhole() throws IOException {
        saves.hold("one", "two", "three");
        Files.writeString(saves.temp("a"), "a part");
        Files.writeString(saves.newerBackup(), "a file of somebody else's, which says nothing of itself");
        Files.writeString(saves.olderBackup(), "another");
        DiskThatRemembers disk = new DiskThatRemembers();
        assertThat(load(saves.open(disk)).verdict()).isEqualTo(Verdict.INTACT);
        assertThat(disk.calls())
                .contains("read progress.json")
                .doesNotContain("read progress.json.bak1", "read progress.json.bak2");
    }

    @Test
    void besideAnIntactSaveTheEndsOfThreeBackupsAreReadHoweverManyThereAre() throws IOException {
        saveFiveTimes();
        DiskThatRemembers disk = new DiskThatRemembers();
        assertThat(load(saves.open(disk, FIVE)).verdict()).isEqualTo(Verdict.INTACT);
        assertThat(disk.calls())
                .filteredOn(call -> call.startsWith("read") && call.contains("progress.json"))
                .extracting(call -> call.replaceFirst("-.*", ""))
                .containsExactly(
                        "read progress.json",
                        "readEnd progress.json.bak1",
                        "readEnd progress.json.bak2",
                        "readEnd progress.json.g2");
    }

    @Test
    void wholeTempThatFollowsTheSaveIsAReasonToReadNoBackup() throws IOException {
        saves.hold("one", "two");
        String id = Saves.sealOf(saves.live()).id();
        Seal seal = new Seal(3, "a".repeat(16), id, Saves.NOW);
        Files.write(saves.temp("a"), Saves.file(Saves.body("three"), Layout.PRETTY, seal));
        DiskThatRemembers disk = new DiskThatRemembers();
        assertThat(load(saves.open(disk)).content()).contains("three");
        assertThat(disk.calls()).doesNotContain("read progress.json.bak1");
    }

    private static void newerBackupIsUnreadable(Retrieval<String> loaded) {
        assertThat(loaded.findings())
                .filteredOn(finding -> finding.copy().name().endsWith(".bak1"))
                .singleElement()
                .extracting(Finding::state)
                .isEqualTo(State.UNREADABLE);
    }

    @Test
    void backupThatThisProcessMayNotReadIsAFindingAndStopsNobodyWhoseLiveFileReads() throws IOException {
        saves.hold("one", "two");
        saves.edit("{\"word\": \"edited\"}");
        DiskThatRefuses disk =
                DiskThatRefuses.reading(saves.newerBackup(), new AccessDeniedException(saves.newerBackup() + ""));
        Retrieval<String> loaded = load(saves.open(disk));
        assertThat(loaded.content()).contains("edited");
        newerBackupIsUnreadable(loaded);
    }

    @Test
    void backupWhoseEndTheDiskDoesNotGiveBackIsAFindingAndStopsNobodyWhoseLiveFileReads() throws IOException {
        saves.hold("one", "two", "three");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.startsWith("read") && path.equals(saves.newerBackup()),
                path -> new IOException("Input/output error"));
        Retrieval<String> loaded = load(saves.open(disk));
        assertThat(loaded.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(loaded.content()).contains("three");
        newerBackupIsUnreadable(loaded);
    }

    @Test
    void backupThatIsGoneByTheTimeItIsReadIsNoFinding() throws IOException {
        saves.hold("one", "two");
        saves.edit("{\"word\": \"edited\"}");
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("read") && path.equals(saves.newerBackup())) {
                    Files.deleteIfExists(path);
                }
                return call.make();
            }
        };
        assertThat(load(saves.open(disk)).findings()).hasSize(1);
    }

    @Test
    void tempThatIsKnownIsNoLeftoverTwice() throws IOException {
        saves.hold("one");
        Files.writeString(saves.temp("a"), "a part");
        RecoveryScan scan = scan();
        StorageState state = StorageState.after(scan, scan.live(), true);
        assertThat(state.leftovers()).hasSize(1);
        assertThat(state.with(scan()).leftovers()).hasSize(1);
        Files.writeString(saves.temp("b"), "another part");
        assertThat(state.with(scan()).leftovers())
                .extracting(Leftover::path)
                .containsExactly(saves.temp("a"), saves.temp("b"));
    }

    @Test
    void tempThatIsTheSaveIsNoLeftover() throws IOException {
        saves.hold("one", "two");
        Files.move(saves.live(), saves.temp("a"));
        Files.move(saves.newerBackup(), saves.live());
        RecoveryScan scan = scan();
        Candidate chosen = RecoveryTable.decide(scan.live(), scan.backups(), scan.temps())
                .chosen()
                .orElseThrow();
        assertThat(chosen.path()).isEqualTo(saves.temp("a"));
        assertThat(Leftover.of(scan, chosen)).isEmpty();
    }

    @Test
    void wishToKeepTheSourceIsNotGrantedOnWhatSomebodyElsePutInItsPlace() throws IOException {
        saves.hold("one");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            saves.edit("{\"word\": \"theirs\"}");
            SaveReceipt receipt = storage.save(Saves.request("two", new Keep.AsVersion(1)));
            assertThat(receipt.preserved()).hasSize(1);
        }
        assertThat(saves.names()).noneMatch(name -> name.endsWith(".v1.bak"));
        assertThat(saves.quarantine("conflict")).hasSize(1);
    }
}
