package dev.saveschema.storage.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.InUseException;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.DiskFileOps;
import dev.saveschema.storage.disk.DiskThatRefuses;
import dev.saveschema.storage.disk.FileNames;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.file.FileStorage;
import dev.saveschema.storage.file.Saves;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The users who can open the lock file, and a lock file that cannot be opened. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no modes there")
class LockFilesTest {

    private static final StorageOptions IMPATIENT = new StorageOptions(1 << 20, Duration.ZERO);

    @TempDir
    Path directory;

    private Saves saves;
    private Path lock;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
        lock = saves.directory().resolve(".progress.json.lock");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void setMode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw----", "rw-rw-r--", "rw-rw-rw-", "rw-r--r--"})
    void lockFileIsAsReadableAndWritableAsTheSave(String mode) throws Exception {
        saves.hold("one");
        setMode(saves.live(), mode);
        Files.delete(lock);
        saves.load();
        assertThat(mode(lock)).isEqualTo(mode);
        assertThat(saves.directory().resolve(".progress.json.lock.new")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-"})
    void lockFileFollowsTheSaveWhoseModeSomebodyChanged(String mode) throws Exception {
        saves.hold("one");
        setMode(saves.live(), mode);
        saves.load();
        assertThat(mode(lock)).isEqualTo(mode);
    }

    @Test
    void lockFileBesideAReadOnlySaveCanStillBeLocked() throws Exception {
        saves.hold("one");
        setMode(saves.live(), "r--r--r--");
        Files.delete(lock);
        saves.hold("two");
        assertThat(mode(lock)).startsWith("rw");
        assertThat(mode(saves.live())).isEqualTo("r--r--r--");
        assertThat(Saves.wordIn(saves.live())).isEqualTo("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Too many open files", "Input/output error", "No space left on device"})
    void lockFileThatDoesNotOpenForAMomentOpensNoStorageWithoutIt(String why) throws Exception {
        saves.hold("one");
        DiskThatRefuses disk =
                DiskThatRefuses.calls("openLock", path -> new FileSystemException(path.toString(), null, why));
        assertThatThrownBy(() -> saves.open(disk))
                .isInstanceOf(IOException.class)
                .hasMessage(lock + ": " + why);
        disk.relent();
        saves.open(disk).close();
    }

    @Test
    void lockFileThatCannotBeLookedAtAfterItWasOpenedLeavesNothingOpen() throws Exception {
        LockDisk disk = new LockDisk() {
            private boolean opened;
            private boolean failed;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (opened && !failed && name.equals("attributes") && path.equals(lock)) {
                    failed = true;
                    throw new FileSystemException(path.toString(), null, "Input/output error");
                }
                opened = opened || name.equals("openLock");
                return call.make();
            }
        };
        assertThatThrownBy(() -> saves.open(disk)).hasMessageContaining("Input/output error");
        assertThat(disk.open()).isEmpty();
        saves.open(disk).close();
    }

    @Test
    void lockFileThatTheDiskDoesNotTellOfMayHaveASecondName() throws Exception {
        saves.hold("one");
        FileNames names = new FileNames(saves.live());
        DiskThatRefuses disk = DiskThatRefuses.calls(
                "attributes", path -> new FileSystemException(path.toString(), null, "Input/output error"));
        assertThat(new LockFiles(disk, names).hasOneName()).isFalse();
        disk.relent();
        assertThat(new LockFiles(disk, names).hasOneName()).isTrue();
    }

    /** Lets nobody write the lock file that is there now, as if it were somebody else's; one that is put in its place is ours. */
    private DiskThatRefuses foreignLock(String... alsoDenied) throws IOException {
        Object foreign = Files.readAttributes(lock, BasicFileAttributes.class).fileKey();
        return new DiskThatRefuses(
                (call, path) -> (call.equals("openLock") && path.equals(lock) && foreign.equals(keyOf(path)))
                        || List.of(alsoDenied).contains(call),
                path -> new AccessDeniedException(path.toString()));
    }

    private static Object keyOf(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void lockFileOfSomebodyElseThatNobodyHasIsReplacedAndLocks() throws Exception {
        saves.hold("one");
        setMode(saves.live(), "rw-rw-r--");
        Object before = keyOf(lock);
        try (FileStorage storage = saves.open(foreignLock())) {
            storage.load(Saves.READER);
            storage.save(Saves.request("two"));
            assertThat(keyOf(lock)).isNotEqualTo(before);
            assertThat(mode(lock)).isEqualTo("rw-rw-r--");
            Process other = LockHolder.start(saves.live());
            try (BufferedReader itsOutput = other.inputReader(UTF_8)) {
                assertThat(itsOutput.readLine()).contains("is in use by process");
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
        assertThat(Saves.wordIn(saves.live())).isEqualTo("two");
        assertThat(saves.directory().resolve(".progress.json.lock.new")).doesNotExist();
    }

    @Test
    void lockFileOfSomebodyElseWhoHasTheLockIsNotReplaced() throws Exception {
        saves.hold("one");
        Object before = keyOf(lock);
        Process other = LockHolder.start(saves.live());
        try (BufferedReader itsOutput = other.inputReader(UTF_8)) {
            assertThat(itsOutput.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> saves.open(foreignLock(), IMPATIENT)).isInstanceOf(InUseException.class);
            assertThat(keyOf(lock)).isEqualTo(before);
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void lockFileThatIsAboutToBeReplacedByAnotherIsLeftToIt() throws Exception {
        saves.hold("one");
        Path next = Files.createFile(saves.directory().resolve(".progress.json.lock.new"));
        Object before = keyOf(lock);
        FileOps disk = foreignLock();
        FileOps.LockFile replacing = new DiskFileOps().openLock(next);
        assertThat(replacing.tryLock()).isTrue();
        assertThatThrownBy(() -> saves.open(disk, IMPATIENT)).isInstanceOf(InUseException.class);
        assertThat(keyOf(lock)).isEqualTo(before);
        replacing.close();
        saves.open(disk, IMPATIENT).close();
        assertThat(keyOf(lock)).isNotEqualTo(before);
    }

    @Test
    void lockFileThatCannotBeReplacedSaysWhoseItIsAndWhatToDo() throws Exception {
        saves.hold("one");
        String owner = Files.getOwner(lock).getName();
        assertThatThrownBy(() -> saves.open(foreignLock("openSharedLock")))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(lock + ": permission denied; it belongs to " + owner
                        + ": while no program has the save open, delete it, or change its owner or its mode")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .describedAs("why it cannot be replaced")
                        .hasSize(1)
                        .hasOnlyElementsOfType(AccessDeniedException.class));
    }

    @Test
    void lockFileThatDoesNotOpenForAnotherReasonThanItsModeIsNotReplaced() throws Exception {
        saves.hold("one");
        Object before = keyOf(lock);
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("openLock") && path.equals(lock),
                path -> new FileSystemException(path.toString(), null, "Input/output error"));
        assertThatThrownBy(() -> saves.open(disk)).hasMessage(lock + ": Input/output error");
        assertThat(keyOf(lock)).isEqualTo(before);
    }

    @Test
    void lockFileIsAsReadableAsTheSaveBeforeAnybodyCanLockIt() throws Exception {
        saves.hold("one");
        setMode(saves.live(), "rw-------");
        Files.delete(lock);
        List<String> modes = new ArrayList<>();
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("openLock")) {
                    modes.add(mode(lock));
                }
                return call.make();
            }
        };
        saves.open(disk).close();
        assertThat(modes).containsOnly("rw-------").isNotEmpty();
    }

    @Test
    void lockFileBesideSomethingThatIsNoFileIsNotMadeLikeIt() throws Exception {
        Path other = Files.createDirectory(saves.directory().resolve("other"));
        Files.createSymbolicLink(saves.live(), other);
        new LockFiles(new DiskFileOps(), new FileNames(saves.live()))
                .open(false)
                .close();
        assertThat(lock).exists();
        assertThat(saves.directory().resolve(".progress.json.lock.new")).doesNotExist();
        assertThat(Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void everythingThatMakingALockFileLikeTheSaveOpensIsClosed() throws Exception {
        saves.hold("one");
        Files.delete(lock);
        LockDisk disk = new LockDisk();
        saves.open(disk).close();
        assertThat(lock).exists();
        assertThat(disk.open()).isEmpty();
    }

    @Test
    void everythingThatReplacingOpensIsClosed() throws Exception {
        saves.hold("one");
        Object foreign = keyOf(lock);
        LockDisk disk = new LockDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("openLock") && path.equals(lock) && foreign.equals(keyOf(path))) {
                    throw new AccessDeniedException(path.toString());
                }
                return call.make();
            }
        };
        saves.open(disk).close();
        assertThat(keyOf(lock)).isNotEqualTo(foreign);
        assertThat(disk.open()).isEmpty();
    }

    /** Another program does something once, at the moment when this one locks the file that is to replace the lock file. */
    private FileOps foreignLockBeside(Call otherProgram) throws IOException {
        Object foreign = keyOf(lock);
        return new ForwardingDisk() {
            private boolean done;

            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (name.equals("openLock") && path.equals(lock) && foreign.equals(keyOf(path))) {
                    throw new AccessDeniedException(path.toString());
                }
                if (!done
                        && name.equals("lock tryLock")
                        && path.getFileName().toString().endsWith(".lock.new")) {
                    done = true;
                    otherProgram.make();
                }
                return call.make();
            }
        };
    }

    private interface Call {

        void make() throws IOException;
    }

    @Test
    void lockFileThatAnotherReplacedMeanwhileIsNotReplacedAgain() throws Exception {
        saves.hold("one");
        List<Object> replaced = new ArrayList<>();
        FileOps disk = foreignLockBeside(() -> {
            Path own = Files.createFile(saves.directory().resolve("its own"));
            replaced.add(keyOf(own));
            Files.move(own, lock, StandardCopyOption.ATOMIC_MOVE);
        });
        saves.open(disk).close();
        assertThat(replaced).containsExactly(keyOf(lock));
    }

    @Test
    void replacementThatAnotherRenamedMeanwhileIsNotTakenForOurs() throws Exception {
        saves.hold("one");
        Path next = saves.directory().resolve(".progress.json.lock.new");
        List<Object> replaced = new ArrayList<>();
        FileOps disk = foreignLockBeside(() -> {
            replaced.add(keyOf(next));
            Files.move(next, lock, StandardCopyOption.ATOMIC_MOVE);
        });
        saves.open(disk, new StorageOptions(1 << 20, Duration.ofMinutes(1))).close();
        assertThat(replaced).containsExactly(keyOf(lock));
    }

    @Test
    void lockFileThatCannotBeMadeSaysWhatItIsFor() {
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) -> call.equals("openLock"), path -> new AccessDeniedException(path.toString()));
        assertThatThrownBy(() -> saves.open(disk))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(lock + ": permission denied; who opens a save must be able to create this file beside it");
    }

    @Test
    void directoryThatMayNotBeWrittenIsOpenForLoadingThoughItsLockFileIsSomebodyElses() throws Exception {
        saves.hold("one");
        try (FileStorage storage = saves.open(foreignLock("isWritable", "move"))) {
            assertThat(storage.load(Saves.READER).content()).contains("one");
            assertThatThrownBy(() -> storage.save(Saves.request("two"))).hasMessageContaining("it belongs to");
        }
    }

    @Test
    void storageThatNobodyClosedAndNobodyReachesCanBeOpenedAgain() throws Exception {
        saves.hold("one");
        openAndForget();
        for (int attempt = 1; attempt <= 100; attempt++) {
            System.gc();
            try (FileStorage storage = saves.open()) {
                assertThat(storage.load(Saves.READER).content()).contains("one");
                return;
            } catch (InUseException notYet) {
                Thread.sleep(50); // the garbage collector has a thread of its own
            }
        }
        throw new AssertionError("it is still open");
    }

    private void openAndForget() throws IOException {
        saves.open().load(Saves.READER);
    }

    @Test
    void directoryThatWasDeletedWhileTheFileWasOpenIsMadeAgainBySave() throws Exception {
        Path sub = saves.directory().resolve("a").resolve("b");
        Saves deeper = new Saves(Files.createDirectories(sub));
        try (FileStorage storage = deeper.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("one"));
            for (String name : deeper.names()) {
                Files.delete(sub.resolve(name));
            }
            Files.delete(sub);
            Files.delete(sub.getParent());
            assertThat(storage.load(Saves.READER).content()).isEmpty();
            assertThat(sub).doesNotExist();
            storage.save(Saves.request("two"));
            assertThatThrownBy(deeper::open).isInstanceOf(InUseException.class);
        }
        assertThat(deeper.load().content()).contains("two");
    }
}
