package dev.saveschema.storage.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.file.FileStorage;
import dev.saveschema.storage.file.Saves;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result of a load for each state of the files, and the deeds of the save after it. */
class RecoveryTest {

    private static final IOException BAD_SECTOR = new IOException("Input/output error");

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() {
        saves = new Saves(directory);
    }

    private SaveReceipt loadAndSave(String word, Keep... keep) throws IOException {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            return storage.save(Saves.request(word, keep));
        }
    }

    private static void found(Retrieval<String> loaded, Verdict verdict, String word) {
        assertThat(loaded.verdict()).isEqualTo(verdict);
        assertThat(loaded.content()).contains(word);
    }

    @Test
    void saveWithoutASealIsNotTakenForAnOldOneThatWasPutBackBesideBackupsWithSeals() throws IOException {
        saves.hold("one", "two", "three");
        StorageOptions unsealed = StorageOptions.DEFAULTS.sealed(false);
        for (String word : List.of("four", "five", "six")) {
            try (FileStorage storage = saves.open(new ForwardingDisk(), unsealed)) {
                assertThat(storage.load(Saves.READER).verdict()).isEqualTo(Verdict.INTACT);
                byte[] document = ("{\"word\": \"" + word + "\"}").getBytes(UTF_8);
                assertThat(storage.save(new SaveRequest(document, Layout.COMPACT, List.of()))
                                .preserved())
                        .isEmpty();
            }
        }
    }

    @Test
    void firstRunIsAbsent() throws IOException {
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.ABSENT);
        assertThat(loaded.content()).isEmpty();
        assertThat(loaded.source()).isEmpty();
        assertThat(loaded.findings()).extracting(Finding::state).containsExactly(State.MISSING);
    }

    @Test
    void whatWasSavedIsIntact() throws IOException {
        saves.hold("one", "two");
        Retrieval<String> loaded = saves.load();
        found(loaded, Verdict.INTACT, "two");
        assertThat(loaded.source()).contains(Copy.of(saves.live().toRealPath()));
    }

    @Test
    void rotIsDamageAndTheBackupStandsIn() throws Exception {
        saves.hold("one", "two", "three");
        Saves.rot(saves.live());
        Retrieval<String> loaded = saves.load();
        found(loaded, Verdict.RECOVERED, "two");
        assertThat(loaded.findings().get(0).state()).isEqualTo(State.INVALID);
        assertThat(loaded.findings().get(0).detail()).contains("one bit of byte 0 is flipped");

        SaveReceipt receipt = loadAndSave("four");
        assertThat(receipt.preserved()).hasSize(1).isEqualTo(copies(saves.quarantine("corrupt")));
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("two"); // the damaged one is no backup
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
        found(saves.load(), Verdict.INTACT, "four");
        assertThat(Saves.sealOf(saves.live()).generation()).isGreaterThan(3);
    }

    @Test
    void rotThatStillReadsIsNotMistakenForAnEdit() throws Exception {
        saves.hold("one", "two", "three");
        FileTime time = Files.getLastModifiedTime(saves.live());
        String rotten = Files.readString(saves.live()).replace("three", "thrae");
        Files.delete(saves.live());
        saves.edit(rotten);
        Files.setLastModifiedTime(saves.live(), time);
        found(saves.load(), Verdict.RECOVERED, "two");
    }

    @Test
    void rotThatReadsIsTakenIfNothingElseIsLeft() throws Exception {
        saves.hold("one");
        FileTime time = Files.getLastModifiedTime(saves.live());
        saves.edit(Files.readString(saves.live()).replace("one", "ona"));
        Files.setLastModifiedTime(saves.live(), time);
        Retrieval<String> loaded = saves.load();
        found(loaded, Verdict.EDITED, "ona");
        assertThat(loaded.findings().get(0).detail()).contains("nothing else is left");
    }

    @Test
    void editIsTakenAndBecomesABackup() throws Exception {
        saves.hold("one", "two");
        saves.edit(Files.readString(saves.live()).replace("two", "edited"));
        found(saves.load(), Verdict.EDITED, "edited");
        loadAndSave("three");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("edited");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
        assertThat(Saves.sealOf(saves.live()).generation()).isEqualTo(3);
    }

    @Test
    void fileOfAnotherProgramIsTaken() throws Exception {
        saves.edit("{\"word\": \"plain\"}");
        found(saves.load(), Verdict.EDITED, "plain");
        loadAndSave("one");
        assertThat(Saves.sealOf(saves.live()).generation()).isEqualTo(1);
    }

    @Test
    void editWithoutASealGetsAGenerationAfterItsBackups() throws Exception {
        saves.hold("one", "two", "three");
        saves.edit("{\"word\": \"plain\"}");
        loadAndSave("four");
        assertThat(Saves.sealOf(saves.live()).generation()).isEqualTo(3);
    }

    @Test
    void editThatDoesNotReadIsKeptAside() throws Exception {
        saves.hold("one", "two");
        saves.edit("{\"word\": \"two\", \"comma\": ");
        found(saves.load(), Verdict.RECOVERED, "one");
        loadAndSave("three");
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasContent("{\"word\": \"two\", \"comma\": "));
    }

    @Test
    void emptyFileIsDamage() throws Exception {
        saves.hold("one", "two");
        saves.edit("");
        found(saves.load(), Verdict.RECOVERED, "one");
    }

    @Test
    void missingFileWithABackupIsNotAFirstRun() throws Exception {
        saves.hold("one", "two");
        Files.delete(saves.live());
        found(saves.load(), Verdict.RECOVERED, "one");
        loadAndSave("three");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("one");
    }

    @Test
    void damagedBackupIsPassedOverAndDoesNotPushTheGoodOneOut() throws Exception {
        saves.hold("one", "two", "three");
        Saves.rot(saves.live());
        Saves.rot(saves.newerBackup());
        found(saves.load(), Verdict.RECOVERED, "one");
        loadAndSave("four");
        loadAndSave("five");
        assertThat(saves.quarantine("corrupt")).hasSize(2);
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("four");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("one");
    }

    @Test
    void whatPrecedesTheDamageIsSalvagedAndTheRestKept() throws Exception {
        saves.edit("{\"word\": \"half\", \"rest\": ");
        Retrieval<String> loaded = saves.load();
        found(loaded, Verdict.SALVAGED, "half");
        assertThat(loaded.source()).contains(Copy.of(saves.live().toRealPath()));
        SaveReceipt receipt = loadAndSave("whole", new Keep.Aside(Keep.QuarantineReason.CORRUPT));
        assertThat(receipt.preserved()).hasSize(1).isEqualTo(copies(saves.quarantine("corrupt")));
    }

    @Test
    void filesWithoutAnythingUsableAreLostNotAbsent() throws Exception {
        saves.edit("\0\0\0\0");
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.LOST);
        assertThat(loaded.content()).isEmpty();
        loadAndSave("anew");
        assertThat(saves.quarantine("corrupt")).hasSize(1);
        assertThat(saves.newerBackup()).doesNotExist();
    }

    @Test
    void halfATempAloneIsKept() throws Exception {
        Files.writeString(saves.temp("a"), "garbage");
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.ABSENT);
        assertThat(loaded.preserved()).containsExactly(Copy.of(saves.temp("a").toRealPath()));
        assertThat(loaded.findings())
                .hasSize(2)
                .last()
                .satisfies(temp -> assertThat(temp.detail()).isEqualTo("not finished"));
        loadAndSave("one");
        assertThat(saves.quarantine("unfinished")).hasSize(1);
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void loadingChangesNothing() throws Exception {
        saves.hold("one", "two", "three");
        Saves.rot(saves.live());
        Saves.rot(saves.newerBackup());
        Files.writeString(saves.temp("a"), "garbage");
        var before = saves.names();
        saves.load();
        assertThat(saves.names()).isEqualTo(before);
    }

    @Test
    void sameDamageIsNotKeptTwice() throws Exception {
        for (int i = 0; i < 3; i++) {
            saves.edit("\0\0\0\0");
            loadAndSave("one");
        }
        assertThat(saves.quarantine("corrupt")).hasSize(1);
        saves.edit("\0\0\0");
        loadAndSave("one");
        assertThat(saves.quarantine("corrupt")).hasSize(2);
    }

    @Test
    void saveThatOnlyLackedItsNameIsResumedAndPublishedFirst() throws Exception {
        saves.hold("one", "two");
        Seal live = Saves.sealOf(saves.live());
        Files.write(
                saves.temp("a"),
                Saves.file(
                        Saves.body("three"),
                        SaveRequest.Layout.PRETTY,
                        new Seal(3, "a".repeat(16), live.id(), Saves.NOW)));
        Retrieval<String> loaded = saves.load();
        found(loaded, Verdict.RESUMED, "three");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("two");

        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            disk.forget();
            storage.save(Saves.request("four"));
        }
        assertThat(disk.changes())
                .startsWith(
                        "reopen .progress.json.tmp", // and written anew: its force may have failed
                        "output write .progress.json.tmp",
                        "output force .progress.json.tmp",
                        "output close .progress.json.tmp",
                        "matchOwner .progress.json.tmp",
                        "move progress.json.bak2",
                        "link progress.json.bak1",
                        "move progress.json",
                        "forceDirectory " + directory.getFileName());
        assertThat(Saves.wordIn(saves.live())).isEqualTo("four");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("two");
        assertThat(Saves.sealOf(saves.live()).generation()).isEqualTo(4);
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void resumedSaveThatIsSavedAgainIsOnlyPublished() throws Exception {
        saves.hold("one");
        Seal live = Saves.sealOf(saves.live());
        Saves.sealed(saves.temp("a"), "two", 2, "a", "b");
        Files.write(
                saves.temp("a"),
                Saves.file(
                        Saves.body("two"),
                        SaveRequest.Layout.PRETTY,
                        new Seal(2, "a".repeat(16), live.id(), Saves.NOW)));
        SaveReceipt receipt = loadAndSave("two");
        assertThat(receipt.written()).isTrue();
        assertThat(receipt.generation()).isEqualTo(2);
        assertThat(Saves.sealOf(saves.live()).id()).isEqualTo("a".repeat(16));
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("one");
    }

    @Test
    void unfinishedSaveOfAnotherLineIsKeptAside() throws Exception {
        saves.hold("one", "two");
        Saves.sealed(saves.temp("a"), "stranger", 3, "a", "b");
        found(saves.load(), Verdict.INTACT, "two");
        loadAndSave("three");
        assertThat(saves.quarantine("unfinished")).hasSize(1);
        assertThat(Saves.wordIn(saves.quarantine("unfinished").get(0))).isEqualTo("stranger");
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void supersededAndHalfWrittenTempsAreDeleted() throws Exception {
        saves.hold("one", "two");
        Files.copy(saves.newerBackup(), saves.temp("a"));
        Files.writeString(saves.temp("b"), "{\"word\": \"ha");
        Files.writeString(saves.temp("c"), "");
        found(saves.load(), Verdict.INTACT, "two");
        assertThat(saves.temps()).hasSize(3);
        loadAndSave("three");
        assertThat(saves.temps()).isEmpty();
        assertThat(saves.quarantine("unfinished")).isEmpty();
        assertThat(saves.quarantine("corrupt")).isEmpty();
    }

    @Test
    void restoredOlderGenerationIsRespectedAndTheNewerOneKept() throws Exception {
        saves.hold("one", "two", "three", "four");
        Files.delete(saves.live());
        Files.copy(saves.olderBackup(), saves.live()); // generation 2; 3 is the newer backup
        Files.setLastModifiedTime(
                saves.newerBackup(),
                FileTime.from(
                        Files.getLastModifiedTime(saves.live()).toInstant().plusSeconds(1)));
        found(saves.load(), Verdict.EDITED, "two");
        loadAndSave("five");
        assertThat(saves.quarantine("newer")).hasSize(1);
        assertThat(Saves.wordIn(saves.quarantine("newer").get(0))).isEqualTo("three");
        assertThat(Saves.sealOf(saves.live()).generation()).isEqualTo(4);
    }

    @Test
    void generationThatOnlyTheOlderBackupHoldsIsKeptWhenAnOlderOneWasPutBack() throws Exception {
        saves.hold("one", "two", "three", "four");
        Path later = saves.live().resolveSibling("later.json");
        Files.move(saves.newerBackup(), later);
        Files.move(saves.olderBackup(), saves.live(), StandardCopyOption.REPLACE_EXISTING); // generation 2
        Files.move(later, saves.olderBackup()); // generation 3
        Files.copy(saves.live(), saves.newerBackup());
        found(saves.load(), Verdict.EDITED, "two");
        loadAndSave("five");
        assertThat(saves.quarantine("newer"))
                .singleElement()
                .satisfies(kept -> assertThat(Saves.wordIn(kept)).isEqualTo("three"));
    }

    @Test
    void newerFormatIsReadIfItCanBeAndKeptBeforeItIsReplaced() throws Exception {
        String newer = "{\"word\": \"future\", \"$save\": {\"v\": 3, \"gen\": 9}}\n";
        saves.edit(newer);
        found(saves.load(), Verdict.NEWER, "future");
        saves.edit("{\"$save\": {\"v\": 3, \"gen\": 9}}\n");
        assertThat(saves.load().verdict()).isEqualTo(Verdict.NEWER);
        assertThat(saves.load().content()).isEmpty();
        saves.edit(newer);
        SaveReceipt receipt = loadAndSave("back", new Keep.Aside(Keep.QuarantineReason.NEWER));
        assertThat(receipt.preserved()).hasSize(1).isEqualTo(copies(saves.quarantine("newer")));
        assertThat(Saves.sealOf(saves.live()).generation()).isEqualTo(10);
    }

    @Test
    void versionIsKeptOnceAndNeverOverwritten() throws Exception {
        saves.hold("one");
        Path kept = directory.toRealPath().resolve("progress.json.v1.bak");
        assertThat(loadAndSave("two", new Keep.AsVersion(1)).preserved()).containsExactly(Copy.of(kept));
        assertThat(Saves.wordIn(kept)).isEqualTo("one");
        Path second = loadAndSave("three", new Keep.AsVersion(1))
                .preserved()
                .get(0)
                .path()
                .orElseThrow();
        assertThat(second.getFileName().toString()).matches("progress\\.json\\.v1-[0-9a-f]{8}\\.bak");
        assertThat(Saves.wordIn(kept)).isEqualTo("one");
        assertThat(Saves.wordIn(second)).isEqualTo("two");
    }

    @Test
    void sameVersionOfTheSameContentIsNotKeptTwice() throws Exception {
        saves.hold("one");
        Files.copy(saves.live(), directory.resolve("progress.json.v1.bak"));
        loadAndSave("two", new Keep.AsVersion(1));
        assertThat(saves.names()).noneMatch(name -> name.contains(".v1-"));
    }

    @Test
    void sourceIsKeptEvenIfItIsABackup() throws Exception {
        saves.hold("one", "two");
        Files.delete(saves.live());
        loadAndSave("three", new Keep.AsVersion(1));
        assertThat(Saves.wordIn(directory.resolve("progress.json.v1.bak"))).isEqualTo("one");
    }

    @Test
    void changeByAnotherWhileOpenIsKeptAsAConflict() throws Exception {
        saves.hold("one", "two");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            saves.edit("{\"word\": \"theirs\"}");
            SaveReceipt receipt = storage.save(Saves.request("ours"));
            assertThat(receipt.preserved()).hasSize(1);
            assertThat(Saves.wordIn(receipt.preserved().get(0).path().orElseThrow()))
                    .isEqualTo("theirs");
            assertThat(receipt.preserved()).isEqualTo(copies(saves.quarantine("conflict")));
            saves.edit("{\"word\": \"again\"}");
            storage.save(Saves.request("ours")); // the same body, but not the same file any more
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("ours");
        assertThat(saves.quarantine("conflict")).hasSize(2);
        // it is not known whether the other program's file can be read
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("one");
    }

    @Test
    void wholeSaveByAnotherWhileOpenIsABackupToo() throws Exception {
        saves.hold("one");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            Saves.sealed(saves.live(), "theirs", 8, "a", "b");
            assertThat(storage.save(Saves.request("ours")).generation()).isEqualTo(9);
        }
        assertThat(saves.quarantine("conflict")).hasSize(1);
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("theirs");
        assertThat(Saves.sealOf(saves.live()).parent()).isEqualTo("a".repeat(16));
    }

    @Test
    void fileThatWasOnlyTouchedIsNoConflict() throws Exception {
        saves.hold("one");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            Files.setLastModifiedTime(saves.live(), FileTime.from(Saves.NOW.plus(Duration.ofDays(3))));
            assertThat(storage.save(Saves.request("one")).written()).isFalse();
            assertThat(storage.save(Saves.request("two")).preserved()).isEmpty();
        }
    }

    @Test
    void tooLargeFileIsDamageAndIsNotRead() throws Exception {
        saves.hold("one", "two");
        saves.edit("{\"word\": \"" + "x".repeat(5000) + "\"}");
        DiskThatRemembers disk = new DiskThatRemembers();
        StorageOptions small = new StorageOptions(1000, Duration.ZERO);
        try (FileStorage storage = saves.open(disk, small)) {
            Retrieval<String> loaded = storage.load(Saves.READER);
            found(loaded, Verdict.RECOVERED, "one");
            assertThat(loaded.findings().get(0).detail()).isEqualTo("larger than 1000 bytes");
            assertThat(disk.calls()).doesNotContain("read progress.json");
            storage.save(Saves.request("three"));
        }
        assertThat(saves.quarantine("corrupt"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasSize(5012));
    }

    @Test
    void badSectorIsAnExceptionThoughThereIsABackup() throws Exception {
        saves.hold("one", "two");
        var before = saves.names();
        try (FileStorage storage =
                saves.open(DiskThatRefuses.reading(saves.live().toRealPath(), BAD_SECTOR))) {
            assertThatThrownBy(() -> storage.load(Saves.READER))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("progress.json: Input/output error");
        }
        assertThat(saves.names()).isEqualTo(before);
        found(saves.load(), Verdict.INTACT, "two"); // the save came back
    }

    @Test
    void badSectorAloneIsAnExceptionAndNeverALoss() throws Exception {
        saves.hold("one");
        try (FileStorage storage =
                saves.open(DiskThatRefuses.reading(saves.live().toRealPath(), BAD_SECTOR))) {
            assertThatThrownBy(() -> storage.load(Saves.READER))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("progress.json");
        }
    }

    @Test
    void refusalToReadIsAnExceptionThoughThereIsABackup() throws Exception {
        saves.hold("one", "two");
        Path live = saves.live().toRealPath();
        try (FileStorage storage =
                saves.open(DiskThatRefuses.reading(live, new AccessDeniedException(live.toString())))) {
            assertThatThrownBy(() -> storage.load(Saves.READER)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private FileOps refusing(Path file) {
        String name = file.getFileName().toString();
        return new DiskThatRefuses(
                (call, path) ->
                        call.equals("read") && path.getFileName().toString().equals(name),
                path -> new AccessDeniedException(path.toString()));
    }

    @Test
    void neighbourThatIsRefusedDoesNotStopALoadThatHasNoNeedOfIt() throws Exception {
        saves.hold("one", "two", "three");
        Saves.sealed(saves.temp("a"), "stranger", 9, "a", "b");
        try (FileStorage storage = saves.open(refusing(saves.temp("a")))) {
            found(storage.load(Saves.READER), Verdict.INTACT, "three");
            storage.save(Saves.request("four"));
        }
        saves.edit("{\"word\": \"edited\"}");
        try (FileStorage storage = saves.open(refusing(saves.olderBackup()))) {
            found(storage.load(Saves.READER), Verdict.EDITED, "edited");
            storage.save(Saves.request("five"));
        }
    }

    @Test
    void badSectorInABackupDoesNotStopALoadOfASaveThatReads() throws Exception {
        saves.hold("one", "two", "three");
        for (Path backup : List.of(saves.newerBackup(), saves.olderBackup())) {
            Path bad = backup.toRealPath();
            FileOps disk = new DiskThatRefuses(
                    (call, path) -> call.startsWith("read") && path.equals(bad), path -> BAD_SECTOR);
            try (FileStorage storage = saves.open(disk)) {
                found(storage.load(Saves.READER), Verdict.INTACT, "three");
                assertThat(storage.save(Saves.request("four")).backupSkipped()).isPresent();
                storage.save(Saves.request("three"));
            }
            assertThat(bad).exists();
        }
    }

    @Test
    void badSectorInAnUnfinishedSaveIsAnExceptionSinceItMayBeTheNewest() throws Exception {
        saves.hold("one", "two");
        Saves.sealed(saves.temp("a"), "stranger", 9, "a", "b");
        Path bad = saves.temp("a").toRealPath();
        FileOps disk =
                new DiskThatRefuses((call, path) -> call.startsWith("read") && path.equals(bad), path -> BAD_SECTOR);
        try (FileStorage storage = saves.open(disk)) {
            assertThatThrownBy(() -> storage.load(Saves.READER)).hasMessageContaining("Input/output error");
        }
    }

    @Test
    void neighbourThatIsRefusedAndMayBeTheSaveIsAnException() throws Exception {
        saves.hold("one", "two", "three");
        Files.delete(saves.live());
        try (FileStorage storage = saves.open(refusing(saves.newerBackup()))) {
            assertThatThrownBy(() -> storage.load(Saves.READER)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private static final String FUTURE =
            "{\"word\": \"future\", \"$save\": {\"v\": 3, \"gen\": %d, \"id\": \"00\", \"parent\": \"00\"}}\n";

    @Test
    void newerFormatInABackupAloneIsNewerAndIsKeptBeforeItIsPushedOut() throws Exception {
        Files.writeString(saves.newerBackup(), FUTURE.formatted(42));
        Files.writeString(saves.olderBackup(), FUTURE.formatted(41));
        found(saves.load(), Verdict.NEWER, "future");
        loadAndSave("one");
        assertThat(Saves.sealOf(saves.live()).generation()).isEqualTo(43);
        saves.hold("two", "three", "four");
        assertThat(saves.kept(FUTURE.formatted(42))).isTrue();
        assertThat(saves.kept(FUTURE.formatted(41))).isTrue();
    }

    @Test
    void newerFormatInATempIsKept() throws Exception {
        saves.hold("one");
        Files.writeString(saves.temp("a"), FUTURE.formatted(43));
        Retrieval<String> loaded = saves.load();
        found(loaded, Verdict.INTACT, "one");
        assertThat(loaded.preserved()).containsExactly(Copy.of(saves.temp("a").toRealPath()));
        loadAndSave("two");
        assertThat(saves.quarantine("newer")).hasSize(1);
        assertThat(saves.kept(FUTURE.formatted(43))).isTrue();
    }

    @Test
    void onlyWhatTheNextSaveKeepsIsSaidToBeKept() throws Exception {
        saves.hold("one", "two");
        Files.writeString(saves.temp("b"), "{\"word\": \"ha"); // the next save deletes it
        assertThat(saves.load().preserved()).isEmpty();
        saves.edit("damage");
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.preserved())
                .containsExactly(
                        Copy.of(saves.live().toRealPath()),
                        Copy.of(saves.temp("b").toRealPath()));
        assertThat(loadAndSave("three").preserved()).hasSize(2);
    }

    @Test
    void wholeTempThatDoesNotMatchItsSealIsNoSave() throws Exception {
        Saves.sealed(saves.temp("a"), "one", 1, "a", "0");
        Files.writeString(saves.temp("a"), Files.readString(saves.temp("a")).replace("one", "another"));
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.ABSENT);
        assertThat(loaded.findings().get(1).state()).isEqualTo(State.INVALID);
    }

    @Test
    void damagedBackupBesideADamagedSaveIsSaidToBeKept() throws Exception {
        saves.hold("one", "two", "three");
        Saves.rot(saves.live());
        Saves.rot(saves.newerBackup());
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.content()).contains("one");
        assertThat(loaded.preserved())
                .containsExactly(
                        Copy.of(saves.live().toRealPath()),
                        Copy.of(saves.newerBackup().toRealPath()));
        assertThat(loadAndSave("four").preserved()).hasSize(2);
    }

    private static List<Copy> copies(List<Path> files) {
        return files.stream().map(Copy::of).toList();
    }
}
