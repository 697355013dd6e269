package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.saveschema.InUseException;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FoldingDisk;
import dev.saveschema.storage.lock.LockDisk;
import dev.saveschema.storage.lock.LockHolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The save that a path leads to, and its owner. */
class FileStorageTest {

    private static final StorageOptions IMPATIENT = new StorageOptions(1 << 20, Duration.ZERO);

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() {
        saves = new Saves(directory);
    }

    private static void save(Path file, String word) throws IOException {
        try (FileStorage storage = FileStorage.open(file, IMPATIENT)) {
            storage.load(Saves.READER);
            storage.save(Saves.request(word));
        }
    }

    @Test
    void missingDirectoriesAreCreated() throws Exception {
        Path file = directory.resolve("a/b/progress.json");
        save(file, "one");
        assertThat(Saves.wordIn(file)).isEqualTo("one");
    }

    @Test
    void relativePathLeadsFromTheWorkingDirectory() throws Exception {
        Path relative = Path.of("").toAbsolutePath().relativize(saves.live().toAbsolutePath());
        save(relative, "one");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("one");
    }

    @Test
    void bareNameIsAFileInTheWorkingDirectory() throws Exception {
        Path bare = Path.of("target").toAbsolutePath().resolve("bare-name-test.json");
        Path relative = Path.of("").toAbsolutePath().relativize(bare);
        try (FileStorage storage = FileStorage.open(relative, IMPATIENT)) {
            assertThat(storage.load(Saves.READER).verdict()).isEqualTo(Retrieval.Verdict.ABSENT);
        }
    }

    @Test
    void symbolicLinkIsFollowedAndStays() throws Exception {
        save(directory.resolve("elsewhere/real.json"), "one");
        Files.createSymbolicLink(saves.live(), Path.of("elsewhere/real.json"));
        save(saves.live(), "two");
        save(saves.live(), "three");
        assertThat(saves.live()).isSymbolicLink();
        assertThat(Saves.wordIn(directory.resolve("elsewhere/real.json"))).isEqualTo("three");
        assertThat(Saves.wordIn(directory.resolve("elsewhere/real.json.bak1"))).isEqualTo("two");
    }

    @Test
    void symbolicLinkToNothingYetIsFollowed() throws Exception {
        Files.createSymbolicLink(saves.live(), Path.of("elsewhere/real.json"));
        save(saves.live(), "one");
        assertThat(saves.live()).isSymbolicLink();
        assertThat(Saves.wordIn(directory.resolve("elsewhere/real.json"))).isEqualTo("one");
    }

    @Test
    void symbolicLinksInACircleAreAnError() throws Exception {
        Files.createSymbolicLink(saves.live(), Path.of("other.json"));
        Files.createSymbolicLink(directory.resolve("other.json"), Path.of("progress.json"));
        assertThatThrownBy(saves::open).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    void oneFileByTwoWaysIsOneFile() throws Exception {
        Path real = Files.createDirectory(directory.resolve("real"));
        Files.createSymbolicLink(directory.resolve("link"), real);
        try (FileStorage storage = FileStorage.open(real.resolve("progress.json"), IMPATIENT)) {
            assertThatThrownBy(() -> FileStorage.open(directory.resolve("link/progress.json"), IMPATIENT))
                    .isInstanceOf(InUseException.class);
            assertThat(storage.load(Saves.READER).verdict()).isEqualTo(Retrieval.Verdict.ABSENT);
        }
        save(directory.resolve("link/progress.json"), "one");
        assertThat(Saves.wordIn(real.resolve("progress.json"))).isEqualTo("one");
    }

    @Test
    void directoryIsNotAFile() {
        assertThatThrownBy(() -> FileStorage.open(directory, IMPATIENT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a file, but a directory");
    }

    @Test
    void longNamesFit() throws Exception {
        Path file = directory.resolve("é".repeat(120) + ".json");
        save(file, "one");
        save(file, "two");
        Files.writeString(file, "damage");
        save(file, "three");
        assertThat(Saves.wordIn(file)).isEqualTo("three");
        assertThat(saves.names()).anyMatch(name -> name.contains(".corrupt-"));
    }

    @Test
    void fileThatIsOpenHereIsInUse() throws Exception {
        try (FileStorage first = saves.open()) {
            first.load(Saves.READER);
            assertThatThrownBy(saves::open)
                    .isInstanceOf(InUseException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(first.save(Saves.request("one")).written()).isTrue();
        }
        saves.hold("two"); // and afterwards it is not
    }

    // On POSIX systems a process loses its lock as soon as anything in it closes the locked file.
    @Test
    void openingThatIsRefusedHereDoesNotCostTheFirstItsLock() throws Exception {
        try (FileStorage first = saves.open()) {
            first.load(Saves.READER);
            assertThatThrownBy(() -> FileStorage.open(saves.live(), IMPATIENT)).isInstanceOf(InUseException.class);
            Process other = LockHolder.start(saves.live());
            try (BufferedReader itsOutput = other.inputReader()) {
                assertThat(itsOutput.readLine())
                        .contains("is in use by process "
                                + ProcessHandle.current().pid());
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    /** Anybody may write what stands in the lock file. */
    @ParameterizedTest
    @ValueSource(strings = {"", "process 1\u001b[2J", "process 1\nprocess 2", "process \u202e1", "\u009b31m"})
    void whatATerminalWouldActOnIsNoOwner(String text) throws Exception {
        Process other = LockHolder.start(saves.live());
        try (BufferedReader itsOutput = other.inputReader()) {
            assertThat(itsOutput.readLine()).isEqualTo("open");
            Files.writeString(directory.toRealPath().resolve(".progress.json.lock"), text);
            assertThatThrownBy(() -> FileStorage.open(saves.live(), IMPATIENT))
                    .isInstanceOf(InUseException.class)
                    .hasMessageEndingWith("progress.json is in use by another process");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void openingThatFailsLetsGo() throws Exception {
        Files.createDirectory(saves.live());
        assertThatThrownBy(saves::open).isInstanceOf(IOException.class);
        Files.delete(saves.live());
        saves.hold("one");
    }

    @Test
    void otherFilesOfTheDirectoryAreFree() throws Exception {
        try (FileStorage storage = saves.open()) {
            save(directory.resolve("other.json"), "one");
            assertThat(storage.load(Saves.READER).verdict()).isEqualTo(Retrieval.Verdict.ABSENT);
        }
    }

    @Test
    void fileThatIsOpenInAnotherProcessIsInUseUntilThatEnds() throws Exception {
        Process other = LockHolder.start(saves.live());
        try (BufferedReader itsOutput = other.inputReader()) {
            assertThat(itsOutput.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> FileStorage.open(saves.live(), IMPATIENT))
                    .isInstanceOf(InUseException.class)
                    .hasMessageContaining("process " + other.pid());
        } finally {
            other.destroyForcibly().waitFor();
        }
        saves.hold("one");
    }

    @Test
    void openingWaitsForAnotherProcessToEnd() throws Exception {
        Process other = LockHolder.start(saves.live());
        try (BufferedReader itsOutput = other.inputReader()) {
            assertThat(itsOutput.readLine()).isEqualTo("open");
            DiskThatRemembers disk = new DiskThatRemembers() {
                @Override
                protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                    T result = super.through(name, path, call);
                    if (Boolean.FALSE.equals(result)) {
                        other.destroyForcibly(); // its lock was seen, so that it may end now
                    }
                    return result;
                }
            };
            StorageOptions patient = new StorageOptions(1 << 20, Duration.ofMinutes(1));
            FileStorage.open(saves.live(), patient, disk, java.time.InstantSource.system())
                    .close();
            assertThat(disk.calls().stream().filter(call -> call.startsWith("lock tryLock")))
                    .hasSizeGreaterThan(1);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void lockFileThatWasReplacedMeanwhileIsNotTheLock() throws Exception {
        Path lock = directory.toRealPath().resolve(".progress.json.lock");
        DiskThatRemembers disk = new DiskThatRemembers() {
            private boolean replaced;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T result = super.through(name, path, call);
                if (name.equals("lock tryLock") && !replaced) {
                    replaced = true;
                    Path other = directory.resolve("other");
                    Files.createFile(other);
                    Files.move(other, lock, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
                return result;
            }
        };
        saves.open(disk).close();
        assertThat(disk.calls().stream().filter(call -> call.startsWith("openLock")))
                .hasSize(2);
        assertThat(lock).exists();
    }

    /** As if another program had made the lock file right before, by another spelling. */
    private static class DiskOfAnotherSpelling extends FoldingDisk {

        @Override
        public LockFile openLock(Path file) throws IOException {
            Path made = file.resolveSibling(".Progress.json.lock");
            if (!Files.exists(made)) {
                Files.createFile(made);
            }
            return super.openLock(made);
        }
    }

    @Test
    void spellingOfAnotherProgramThatMadeTheLockFileAtTheSameTimeCounts() throws Exception {
        try (FileStorage storage = saves.open(new DiskOfAnotherSpelling())) {
            storage.load(Saves.READER);
            storage.save(Saves.request("one"));
        }
        assertThat(Saves.wordIn(directory.resolve("Progress.json"))).isEqualTo("one");
        assertThat(saves.live()).doesNotExist();
    }

    @Test
    void openingThatFailsToLearnHowTheLockFileIsSpelledLetsGo() throws Exception {
        FileOps failing = new DiskOfAnotherSpelling() {
            @Override
            public List<String> list(Path listed, Predicate<String> wanted) throws IOException {
                if (Files.exists(directory.resolve(".Progress.json.lock"))) {
                    throw new FileSystemException(listed.toString(), null, "Input/output error");
                }
                return super.list(listed, wanted);
            }
        };
        assertThatThrownBy(() -> saves.open(failing)).hasMessageContaining("Input/output error");
        saves.hold("one");
    }

    @Test
    void questionsAndClosingLetOtherThreadsHaveTheirTurn() throws Exception {
        saves.hold("one");
        FileStorage storage = saves.open();
        storage.backups();
        storage.kept();
        Duration soon = Duration.ofSeconds(20);
        assertTimeoutPreemptively(
                soon, () -> assertThat(storage.load(Saves.READER).content()).contains("one"));
        storage.close();
        assertTimeoutPreemptively(
                soon,
                () -> assertThatThrownBy(() -> storage.load(Saves.READER))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("is closed"));
    }

    @Test
    void closingTellsThatTheLockFileCouldNotBeClosed() throws Exception {
        LockDisk disk = new LockDisk();
        FileStorage storage = saves.open(disk);
        disk.refuseToClose();
        assertThatThrownBy(storage::close).hasMessageContaining("Input/output error");
        saves.hold("one");
    }
}
