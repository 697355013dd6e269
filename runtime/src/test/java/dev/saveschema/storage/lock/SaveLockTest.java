package dev.saveschema.storage.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.InUseException;
import dev.saveschema.SaveException;
import dev.saveschema.storage.Keep.QuarantineReason;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.file.FileStorage;
import dev.saveschema.storage.file.Saves;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lock file, and who else may have a hand in it. */
class SaveLockTest {

    @TempDir
    Path directory;

    private Saves saves;
    private Path lock;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
        lock = saves.directory().resolve(".progress.json.lock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress.json.bak1",
                "progress.json.bak2",
                "progress.json.BAK1",
                ".progress.json.lock",
                ".progress.json.lock.new",
                ".progress.json.0123456789abcdef.tmp",
                "progress.json.g42-20261122T194703Z.bak",
                "progress.json.v1.bak",
                "progress.json.v12-4ea1af90.bak",
                "progress.json.V1-toolarge-2.bak"
            })
    void saveOfANameThatStoragesGiveToTheirOwnFilesIsRefused(String name) {
        assertThatThrownBy(() -> FileStorage.open(directory.resolve(name), StorageOptions.DEFAULTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @EnumSource(QuarantineReason.class)
    void saveOfANameThatIsGivenToWhatIsKeptAsideIsRefused(QuarantineReason reason) {
        FileNames names = new FileNames(saves.live());
        for (String tag : List.of("4ea1af90", "toolarge", "unreadable")) {
            for (int count = 1; count <= 2; count++) {
                Path kept = names.quarantine(reason, Saves.NOW, tag, count);
                assertThatThrownBy(() -> FileStorage.open(kept, StorageOptions.DEFAULTS))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(kept.getFileName().toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress.json.bak",
                "progress.v1.json",
                "progress.json.g1.bak",
                "progress.corrupt.json",
                "progress.backup-20261122T194703Z-4ea1af90.json",
                "v1.bak"
            })
    void saveOfANameLikeThoseIsASaveLikeAnyOther(String name) throws Exception {
        try (FileStorage storage = FileStorage.open(saves.directory().resolve(name), StorageOptions.DEFAULTS)) {
            storage.load(Saves.READER);
            assertThat(storage.save(Saves.request("one")).written()).isTrue();
        }
    }

    @Test
    void lockFileThatIsASymbolicLinkCostsNoFileItsContentAndOpensNothing() throws Exception {
        saves.hold("one");
        Files.delete(lock);
        Files.createSymbolicLink(lock, Path.of("progress.json"));
        assertThatThrownBy(saves::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".progress.json.lock: not a regular file");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("one");
    }

    @Test
    void lockFileThatHoldsWhatIsNoOwnerIsLockedAndLeftAsItIs() throws Exception {
        Files.writeString(lock, "{\"word\": \"precious\"}");
        saves.hold("one");
        assertThat(lock).hasContent("{\"word\": \"precious\"}");
    }

    @Test
    void lockFileThatAnAdministratorMakesBesideSomebodysSaveIsThatPersons() throws Exception {
        saves.hold("one");
        assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(saves.live(), "unix:uid")), "only root gives files away");
        Files.setAttribute(saves.live(), "unix:uid", 65534);
        Files.delete(lock);
        saves.load();
        assertThat(Files.getAttribute(lock, "unix:uid")).isEqualTo(65534);
    }

    @Test
    void lockFileNamesEachOwnerAnew() throws Exception {
        Files.writeString(lock, "process 1 on host ada since 2026-11-22T19:47:03Z\n");
        saves.hold("one");
        assertThat(Files.readString(lock))
                .startsWith("process " + ProcessHandle.current().pid());
    }

    @Test
    void lockFileThatSomebodyDeletedIsLockedAnewByTheNextSave() throws Exception {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("one"));
            Files.delete(lock);
            storage.save(Saves.request("two"));
            Process other = LockHolder.start(saves.live());
            try (BufferedReader itsOutput = other.inputReader()) {
                assertThat(itsOutput.readLine()).contains("is in use by process");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void saveFailsIfAnotherProcessLockedTheFileAfterSomebodyDeletedTheLockFile() throws Exception {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("one"));
            Files.delete(lock);
            Process other = LockHolder.start(saves.live());
            try (BufferedReader itsOutput = other.inputReader()) {
                assertThat(itsOutput.readLine()).isEqualTo("open");
                assertThatThrownBy(() -> storage.save(Saves.request("two")))
                        .isInstanceOf(SaveException.class)
                        .hasCauseInstanceOf(InUseException.class)
                        .hasMessageContaining("process " + other.pid());
            } finally {
                other.destroyForcibly().waitFor();
            }
            storage.save(Saves.request("two"));
        }
    }

    @Test
    void lockFileThatIsReplacedBeforeItIsLockedIsNotTheLock() throws Exception {
        Files.createFile(lock);
        DiskThatRemembers disk = new DiskThatRemembers() {
            private boolean replaced;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T result = super.through(name, path, call);
                if (name.equals("openLock") && !replaced) {
                    replaced = true;
                    Path other = Files.createFile(saves.directory().resolve("other"));
                    Files.move(other, lock, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
                return result;
            }
        };
        saves.open(disk).close();
        assertThat(disk.calls().stream().filter(call -> call.startsWith("openLock")))
                .hasSize(2);
    }

    @Test
    void lockFileThatIsReplacedForEverIsAnErrorAndNotAWait() {
        DiskThatRemembers disk = new DiskThatRemembers() {
            private int keys;

            @Override
            public Optional<Attributes> attributes(Path path) throws IOException {
                return super.attributes(path)
                        .map(found -> new Attributes(
                                found.kind(), keys++, found.size(), found.modified(), found.permissions()));
            }
        };
        assertThatThrownBy(() -> saves.open(disk))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(".progress.json.lock: replaced again and again");
        assertThat(disk.calls().stream().filter(call -> call.startsWith("openLock")))
                .hasSize(100);
    }

    @Test
    void timeoutMayBeAsLongAsADurationIs() throws Exception {
        StorageOptions patient = new StorageOptions(1 << 20, Duration.ofSeconds(Long.MAX_VALUE));
        FileStorage.open(saves.live(), patient).close();
        saves.hold("one");
    }

    @Test
    void ownerIsNamedWithoutAHostThatIsUnknown() throws Exception {
        try (FileStorage storage = saves.open()) {
            assertThat(storage.load(Saves.READER).content()).isEmpty();
            assertThatThrownBy(saves::open).isInstanceOf(InUseException.class).hasMessageNotContaining("unknown");
        }
    }

    @Test
    void fileSystemWithoutLocksIsToldWithTheNameOfTheLockFile() {
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("lock tryLock")) {
                    throw new IOException("No locks available");
                }
                return call.make();
            }
        };
        assertThatThrownBy(() -> saves.open(disk)).hasMessage(lock + ": No locks available");
    }

    /** A link to a file that only root may change, say, where root saves in a user's folder. */
    @Test
    void lockFileThatHasAnotherNameElsewhereIsLockedAndStaysAsItIs() throws Exception {
        saves.hold("one");
        Path empty = Files.createFile(saves.directory().resolve("empty"));
        Files.delete(lock);
        assumeTrue(canLink(lock, empty), "the file system has links");
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("two"));
            Process other = LockHolder.start(saves.live());
            try (BufferedReader itsOutput = other.inputReader()) {
                assertThat(itsOutput.readLine()).contains("is in use by another process");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
        assertThat(empty).isEmptyFile();
    }

    private static boolean canLink(Path name, Path existing) throws IOException {
        try {
            Files.createLink(name, existing);
            return true;
        } catch (UnsupportedOperationException noLinks) {
            return false;
        }
    }
}
