package dev.saveschema.storage.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.InUseException;
import dev.saveschema.storage.disk.FileNames;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * One lock after the other in one process. Whether a call waits is seen by an interrupt, which ends a wait at once and does nothing
 * to a call that does not wait.
 */
class TakingTurnsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-11-22T19:47:03Z");

    @TempDir
    Path directory;

    private final LockDisk disk = new LockDisk();
    private FileNames names;

    @BeforeEach
    void names() throws IOException {
        names = names("progress.json");
    }

    private FileNames names(String name) throws IOException {
        return new FileNames(directory.toRealPath().resolve(name));
    }

    @AfterEach
    void nothingStaysOpen() {
        Thread.interrupted();
        assertThat(disk.open()).isEmpty();
    }

    private SaveLock take(boolean shared, Duration timeout) throws IOException {
        return SaveLock.take(disk, names, timeout, shared, NOW);
    }

    @Test
    void saveThatThisProgramHasOpenIsRefusedAtOnceAndNotAfterTheTimeout() throws Exception {
        SaveLock first = take(false, LONG);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> take(false, LONG))
                .isInstanceOf(InUseException.class)
                .hasMessageContaining("this program itself: process");
        first.release();
    }

    @Test
    void sharedSaveThatThisProgramHasOpenIsWaitedFor() throws Exception {
        SaveLock first = take(true, LONG);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> take(true, LONG))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("interrupted while waiting for a lock");
        assertThatThrownBy(() -> take(true, Duration.ZERO)).isInstanceOf(InUseException.class);
        first.release();
    }

    @Test
    void sharedSaveIsFreeAfterEachTurnAndThereForTheNext() throws Exception {
        SaveLock one = take(true, LONG);
        one.giveWay();
        assertThat(one.isHeld()).isFalse();
        SaveLock other = take(true, Duration.ZERO);
        other.giveWay();
        one.require();
        assertThat(one.isHeld()).isTrue();
        one.giveWay();
        one.giveWay();
    }

    @Test
    void saveThatIsNotSharedIsKept() throws Exception {
        SaveLock one = take(false, LONG);
        one.giveWay();
        assertThat(one.isHeld()).isTrue();
        assertThatThrownBy(() -> take(true, Duration.ZERO)).isInstanceOf(InUseException.class);
        one.release();
    }

    // If the machine stands still for the whole tenth of a second, nothing is left to wait for: then it is tried again.
    @Test
    void sharedStoreThatHadTheSaveForLongLeavesItToOthersBeforeItTakesItAgain() throws Exception {
        SaveLock one = take(true, LONG);
        for (int attempt = 1; attempt <= 100; attempt++) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 100_000_000) {
                Thread.onSpinWait();
            }
            one.giveWay();
            Thread.currentThread().interrupt();
            try {
                one.require();
                Thread.interrupted();
            } catch (InterruptedIOException waited) {
                return;
            }
        }
        throw new AssertionError("it never left the save alone");
    }

    @Test
    void giveWayLetsGoThoughTheSystemDoesNotSaySo() throws Exception {
        SaveLock one = take(true, LONG);
        disk.refuseToClose();
        one.giveWay();
        assertThat(one.isHeld()).isFalse();
        take(true, Duration.ZERO).giveWay();
    }

    @Test
    void loadingTakesTheLockOfASharedSaveOnlyWhereThereIsADirectory() throws Exception {
        Path sub = Files.createDirectory(directory.toRealPath().resolve("sub"));
        names = new FileNames(sub.resolve("progress.json"));
        SaveLock one = take(true, LONG);
        one.giveWay();
        one.requireIfPossible();
        assertThat(one.isHeld()).isTrue();
        one.giveWay();
        Files.delete(names.lock());
        Files.delete(sub);
        one.requireIfPossible();
        assertThat(one.isHeld()).isFalse();
        assertThat(sub).doesNotExist();
    }

    @Test
    void lockFileThatLostItsNameIsClosedBeforeTheNextIsOpened() throws Exception {
        SaveLock one = take(false, LONG);
        Files.delete(names.lock());
        one.require();
        assertThat(disk.open()).containsExactly(".progress.json.lock");
        one.release();
    }

    @Test
    void lockFileThatIsThatOfAnotherOpenSaveIsNotEvenOpened() throws Exception {
        SaveLock one = take(false, LONG);
        FileNames other = names("other.json");
        Files.createLink(other.lock(), names.lock());
        assertThatThrownBy(() -> SaveLock.take(disk, other, Duration.ZERO, false, NOW))
                .isInstanceOf(InUseException.class)
                .hasMessageContaining("this program itself");
        assertThat(disk.lockFiles()).doesNotContain(".other.json.lock");
        one.release();
    }

    /** As if two paths led to one directory: there is no lock file yet, and then the other save makes it and locks it. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no identities there")
    void lockFileThatTurnsOutToBeThatOfAnotherOpenSaveIsNotClosedBeforeThatIs() throws Exception {
        FileNames other = names("other.json");
        List<SaveLock> taken = new ArrayList<>();
        LockDisk twoWays = new LockDisk() {
            @Override
            public LockFile openLock(Path file) throws IOException {
                taken.add(take(false, LONG));
                Files.createLink(file, names.lock());
                return super.openLock(file);
            }
        };
        assertThatThrownBy(() -> SaveLock.take(twoWays, other, Duration.ZERO, false, NOW))
                .isInstanceOf(InUseException.class)
                .hasMessageContaining("this program itself");
        try (LockProbe probe = new LockProbe()) {
            assertThat(probe.isLocked(names.lock())).isTrue();
        }
        assertThat(twoWays.open()).containsExactly(".other.json.lock");
        taken.get(0).release();
        assertThat(twoWays.open()).isEmpty();
    }

    @Test
    void failureToLockIsNotHiddenByAFailureToClose() {
        disk.refuseToLock();
        disk.refuseToClose();
        assertThatThrownBy(() -> take(false, LONG))
                .hasMessage(names.lock() + ": No locks available")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .contains("Input/output error"));
    }
}
