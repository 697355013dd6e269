package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.seal.Fingerprint;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() {
        saves = new Saves(directory);
    }

    @Test
    void steadySaveWritesForcesRotatesMovesAndForcesTheDirectoryInThisOrder() throws IOException {
        saves.hold("one", "two", "three");
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            disk.forget();
            storage.save(Saves.request("four"));
        }
        assertThat(disk.changes())
                .containsExactly(
                        "create .progress.json.tmp",
                        "output write .progress.json.tmp",
                        "output force .progress.json.tmp",
                        "output close .progress.json.tmp",
                        "move progress.json.bak2",
                        "link progress.json.bak1",
                        "move progress.json",
                        "forceDirectory " + directory.getFileName());
    }

    @Test
    void steadySaveAsksNoMoreOfTheDiskThanItMust() throws IOException {
        saves.hold("one", "two", "three");
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("four"));
            disk.forget();
            storage.save(Saves.request("five"));
        }
        assertThat(disk.questions())
                .containsExactly(
                        "attributes .progress.json.lock", // is it still what is locked?
                        "attributes progress.json", // did somebody change it?
                        "attributes .progress.json.tmp", // to know it again under its new name
                        "attributes progress.json", // or did, while the new content was made durable?
                        "attributes progress.json.bak1", // to move
                        "attributes progress.json.bak2", // or not, if it is the same file
                        "sum progress.json.bak2", // is it a save of ours that goes?
                        "attributes .progress.json.tmp", // is it still what was written?
                        "attributes progress.json", // or did somebody change it since that was made sure of?
                        "attributes progress.json",
                        "attributes progress.json.bak1");
    }

    @Test
    void rotationTellsFilesApartWhereTheSystemNumbersNone() throws Exception {
        saves.hold("one", "two", "three");
        Files.delete(saves.olderBackup());
        Files.createLink(saves.olderBackup(), saves.newerBackup()); // the state that an interrupted save leaves
        FileOps noKeys = new ForwardingDisk() {
            @Override
            public Optional<Attributes> attributes(Path path) throws IOException {
                return super.attributes(path)
                        .map(found -> new Attributes(
                                found.kind(), null, found.size(), found.modified(), found.permissions()));
            }
        };
        try (FileStorage storage = saves.open(noKeys)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("four"));
        }
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("two");
    }

    @Test
    void healthyLoadCostsOneListingAndOneReading() throws IOException {
        saves.hold("one", "two", "three");
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            disk.forget();
            storage.load(Saves.READER);
        }
        assertThat(disk.calls().stream().filter(call -> call.startsWith("read ") || call.startsWith("list ")))
                .containsExactly("list " + directory.getFileName(), "read progress.json");
        assertThat(disk.changes()).isEmpty();
    }

    @Test
    void twoGenerationsAreKeptBehindTheLiveOne() throws Exception {
        saves.hold("one", "two", "three", "four");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("four");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("two");
        assertThat(saves.names())
                .containsExactly(".progress.json.lock", "progress.json", "progress.json.bak1", "progress.json.bak2");
    }

    @Test
    void eachGenerationNamesTheOneBefore() throws IOException {
        saves.hold("one", "two");
        Seal first = Saves.sealOf(saves.newerBackup());
        Seal second = Saves.sealOf(saves.live());
        assertThat(first.generation()).isEqualTo(1);
        assertThat(first.parent()).isEqualTo(Seal.NO_PARENT);
        assertThat(second.generation()).isEqualTo(2);
        assertThat(second.parent()).isEqualTo(first.id());
    }

    @Test
    void nothingIsWrittenForContentThatIsThere() throws IOException {
        saves.hold("one", "two");
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            disk.forget();
            SaveReceipt afterLoading = storage.save(Saves.request("two"));
            // which need not have been durable, by whoever put it there
            assertThat(disk.changes())
                    .containsExactly("force progress.json", "forceDirectory " + directory.getFileName());
            disk.forget();
            storage.save(Saves.request("two"));
            assertThat(disk.changes()).isEmpty();
            assertThat(afterLoading.written()).isFalse();
            assertThat(afterLoading.generation()).isEqualTo(2);
            storage.save(Saves.request("three"));
            assertThat(storage.save(Saves.request("three")).written()).isFalse();
            assertThat(storage.save(Saves.request("two")).written()).isTrue();
        }
    }

    @Test
    void contentThatIsThereIsWrittenAgainIfSomebodyDeletedIt() throws Exception {
        saves.hold("one");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            Files.delete(saves.live());
            assertThat(storage.save(Saves.request("one")).written()).isTrue();
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("one");
    }

    @Test
    void contentWithTheSumsOfWhatIsThereIsWrittenAllTheSame() throws Exception {
        // The sums are no secret, so that a text can be made to have those of another.
        String one = "aaaaaaaaaaaaaaaaaaaaaaaa";
        String other = "iegggegaeecmekgaaogeeaaa";
        assertThat(Fingerprint.of(Saves.body(one))).isEqualTo(Fingerprint.of(Saves.body(other)));
        saves.hold("first", one);
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request(other)).written()).isTrue();
            assertThat(storage.save(Saves.request(one)).written()).isTrue();
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo(one);
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo(other);
        assertThat(saves.quarantine("conflict")).isEmpty();
    }

    @Test
    void contentThatRottedSinceItWasLoadedIsWrittenAgainAndDoesNotPushOutAGoodBackup() throws Exception {
        saves.hold("one", "two");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            byte[] bytes = Files.readAllBytes(saves.live());
            bytes[bytes.length / 2] ^= 4;
            FileTime time = Files.getLastModifiedTime(saves.live());
            Files.write(saves.live(), bytes); // the same file, in place
            Files.setLastModifiedTime(saves.live(), time);
            assertThat(storage.save(Saves.request("two")).written()).isTrue();
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("two");
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("one");
        assertThat(saves.quarantine("conflict")).hasSize(1);
    }

    @Test
    void contentThatCannotBeComparedIsNotReplaced() throws Exception {
        saves.hold("one");
        AtomicBoolean loaded = new AtomicBoolean();
        FileOps disk = new DiskThatRefuses(
                (call, path) -> loaded.get() && call.equals("read"),
                path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            loaded.set(true);
            saves.edit("{\"word\": \"theirs\"}");
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(
                            SaveException.class, e -> assertThat(e.aftermath()).isEqualTo(Aftermath.OLD_FILE_STANDS));
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("theirs");
    }

    @Test
    void modeIsKept() throws IOException {
        saves.hold("one");
        Files.setPosixFilePermissions(saves.live(), PosixFilePermissions.fromString("rw-------"));
        saves.hold("two");
        assertThat(Files.getPosixFilePermissions(saves.live())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void wideModeIsKeptAgainstTheUmask() throws IOException {
        saves.hold("one");
        Files.setPosixFilePermissions(saves.live(), PosixFilePermissions.fromString("rw-rw-rw-"));
        saves.hold("two");
        assertThat(Files.getPosixFilePermissions(saves.live())).isEqualTo(PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    @Test
    void readOnlySaveIsReplacedAndStaysReadOnly() throws Exception {
        saves.hold("one");
        Files.setPosixFilePermissions(saves.live(), PosixFilePermissions.fromString("r--r--r--"));
        saves.hold("two");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("two");
        assertThat(Files.getPosixFilePermissions(saves.live())).isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
    }

    @Test
    void anotherNameOfTheFileStaysWithTheOldContent() throws Exception {
        saves.hold("one");
        Path other = Files.createLink(directory.resolve("other.json"), saves.live());
        saves.hold("two");
        assertThat(Saves.wordIn(other)).isEqualTo("one");
    }

    @Test
    void ownerIsKeptWhereThatIsAllowed() throws IOException {
        saves.hold("one");
        assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(saves.live(), "unix:uid")), "only root gives files away");
        Files.setAttribute(saves.live(), "unix:uid", 65534);
        Files.setAttribute(saves.live(), "unix:gid", 65533);
        saves.hold("two");
        assertThat(Files.getAttribute(saves.live(), "unix:uid")).isEqualTo(65534);
        assertThat(Files.getAttribute(saves.live(), "unix:gid")).isEqualTo(65533);
    }

    @Test
    void withoutLinksTheBackupIsADurableCopy() throws Exception {
        saves.hold("one");
        FileOps noLinks = DiskThatRefuses.calls(
                "link", path -> new FileSystemException(path.toString(), null, "Operation not permitted"));
        try (FileStorage storage = saves.open(noLinks)) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("two")).backupSkipped()).isEmpty();
        }
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("one");
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void backupThatCannotBeMadeDoesNotStopTheSave() throws Exception {
        saves.hold("one");
        FileOps noBackup = new DiskThatRefuses(
                (call, path) -> path.equals(saves.newerBackup()), path -> new IOException("no backup for you"));
        try (FileStorage storage = saves.open(noBackup)) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("two")).backupSkipped())
                    .contains("progress.json.bak1: no backup for you");
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("two");
    }

    @Test
    void moveThatFailsKeepsTheBytesAndTheNextProgramResumesThem() throws Exception {
        saves.hold("one");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(SaveException.class, e -> {
                        assertThat(e.aftermath()).isEqualTo(Aftermath.BYTES_KEPT);
                        assertThat(e.kept().orElseThrow().path().orElseThrow()).exists();
                    });
            // and a second one is newer still
            assertThatThrownBy(() -> storage.save(Saves.request("three"))).isInstanceOf(SaveException.class);
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("one");
        assertThat(saves.load().content()).contains("three");
    }

    @Test
    void saveAfterOneThatFailedDoesNotRotateTwice() throws Exception {
        saves.hold("one", "two", "three");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("four"))).isInstanceOf(SaveException.class);
            disk.relent();
            storage.save(Saves.request("five"));
        }
        assertThat(Saves.wordIn(saves.newerBackup())).isEqualTo("three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("two");
    }

    @Test
    void contentThatWasKeptAsideByAFailureDoesNotOutliveTheDecisionForTheOldOne() throws Exception {
        saves.hold("one");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("move") && path.equals(saves.live()),
                path -> new AccessDeniedException(path.toString()));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two"))).isInstanceOf(SaveException.class);
            disk.relent();
            storage.save(Saves.request("one"));
        }
        assertThat(saves.load().content()).contains("one");
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void directoryThatCannotBeForcedMayRollBackAndTheNextSaveGoesAllTheWay() throws Exception {
        saves.hold("one");
        DiskThatRefuses disk = DiskThatRefuses.calls("forceDirectory", path -> new IOException("Input/output error"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(
                            SaveException.class, e -> assertThat(e.aftermath()).isEqualTo(Aftermath.MAY_ROLL_BACK));
            assertThat(Saves.wordIn(saves.live())).isEqualTo("two");
            disk.relent();
            assertThat(storage.save(Saves.request("two")).written()).isTrue();
            assertThat(storage.save(Saves.request("two")).written()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid argument", "Das Argument ist ungültig"})
    void directoryThatKnowsNoForceIsForcedByWayOfTheFileInEveryLanguage(String invalidArgument) throws Exception {
        saves.hold("one");
        List<String> forced = new ArrayList<>();
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("forceDirectory") || path.startsWith("/dev")) {
                    throw new FileSystemException(path.toString(), null, invalidArgument);
                }
                if (name.equals("force")) {
                    forced.add(path.getFileName().toString());
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("two"));
        }
        assertThat(forced).containsExactly("progress.json");
    }

    @Test
    void directoryThatCannotBeWrittenLoadsAndSaysWhySavingFails() throws Exception {
        saves.hold("one");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> List.of("isWritable", "openLock", "create").contains(call),
                path -> new FileSystemException(path.toString(), null, "Read-only file system"));
        try (FileStorage storage = saves.open(disk)) {
            assertThat(storage.load(Saves.READER).content()).contains("one");
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .isInstanceOfSatisfying(
                            SaveException.class, e -> assertThat(e.aftermath()).isEqualTo(Aftermath.OLD_FILE_STANDS))
                    .hasMessageContaining("the directory " + directory.toRealPath())
                    .hasMessageContaining("Read-only file system");
            disk.relent();
            storage.save(Saves.request("two"));
        }
        assertThat(saves.load().content()).contains("two");
    }

    @Test
    void failureToCleanUpDoesNotHideTheFailure() throws IOException {
        saves.hold("one");
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("output force") || call.equals("delete"),
                path -> new IOException("no space"));
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .hasRootCauseMessage("no space")
                    .cause()
                    .satisfies(cause -> assertThat(cause.getSuppressed()).hasSize(1));
            disk.relent();
            storage.save(Saves.request("three"));
        }
        saves.hold("four"); // its load finds what was left, its save clears it
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void saveBeforeAnyLoadIsABug() throws IOException {
        try (FileStorage storage = saves.open()) {
            assertThatThrownBy(() -> storage.save(Saves.request("one"))).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closedStorageIsOfNoUseAndMayBeClosedAgain() throws IOException {
        FileStorage storage = saves.open();
        storage.load(Saves.READER);
        storage.close();
        storage.close();
        assertThatThrownBy(() -> storage.save(Saves.request("one"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> storage.load(Saves.READER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void interruptedThreadCanSaveAndStaysInterrupted() throws IOException {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            Thread.currentThread().interrupt();
            assertThat(storage.save(Saves.request("one")).written()).isTrue();
            assertThat(storage.save(Saves.request("two")).written()).isTrue();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(saves.load().content()).contains("two");
    }

    @Test
    void readerRunsOnTheThreadOfTheCaller() throws IOException {
        saves.hold("one");
        Thread caller = Thread.currentThread();
        try (FileStorage storage = saves.open()) {
            Retrieval<Thread> loaded = storage.load(new ContentReader<>() {
                @Override
                public Thread read(byte[] bytes) {
                    return Thread.currentThread();
                }

                @Override
                public java.util.Optional<Thread> salvage(byte[] bytes) {
                    throw new AssertionError();
                }
            });
            assertThat(loaded.content()).contains(caller);
        }
    }

    @Test
    void backupThatCouldNotBeReadDoesNotMakeTheNextSaveLookOlder() throws Exception {
        saves.hold("one", "two", "three");
        saves.edit("{\"word\": \"own\"}");
        boolean[] isRefused = {true};
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (isRefused[0] && name.equals("read") && path.toString().contains(".bak")) {
                    throw new AccessDeniedException(path.toString());
                }
                return call.make();
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            isRefused[0] = false;
            storage.save(Saves.request("four"));
        }
        assertThat(saves.load().verdict()).isEqualTo(Retrieval.Verdict.INTACT);
        assertThat(saves.load().content()).contains("four");
    }

    // The first to say that the disk is full may be the closing, on a network for instance.
    @Test
    void tempWhoseClosingFailsIsNotPublished() throws Exception {
        saves.hold("one");
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T answer = call.make();
                if (name.equals("output close")) {
                    throw new IOException("No space left on device");
                }
                return answer;
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .hasMessageContaining("No space left on device")
                    .hasMessageEndingWith("; the file is unchanged");
        }
        assertThat(saves.load().content()).contains("one");
        assertThat(saves.temps()).isEmpty();
    }

    @Test
    void saveOfWhichNobodyKnewThatItIsInPlaceIsNotTakenForSomebodyElses() throws Exception {
        saves.hold("one");
        boolean[] isLost = {false};
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                boolean isLive = path.equals(saves.live());
                if (isLost[0] && isLive && name.equals("read")) {
                    throw new IOException("Input/output error");
                }
                T answer = call.make();
                if (isLive && name.equals("move")) {
                    isLost[0] = true;
                    throw new IOException("Connection timed out");
                }
                return answer;
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThatThrownBy(() -> storage.save(Saves.request("two")))
                    .hasMessageContaining("seems to be in place, but cannot be read");
            isLost[0] = false;
            assertThatThrownBy(() -> storage.save(Saves.request("three"))).isInstanceOf(IOException.class);
            assertThat(saves.quarantine("conflict")).isEmpty();
        }
    }

    @Test
    void saveOfWhichTheAnswerGetsLostIsDoneIfItIsInPlace() throws Exception {
        saves.hold("one");
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T answer = call.make();
                if (path.equals(saves.live()) && name.equals("move")) {
                    throw new IOException("Connection timed out");
                }
                return answer;
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("two")).written()).isTrue();
        }
        assertThat(saves.load().content()).contains("two");
    }
}
