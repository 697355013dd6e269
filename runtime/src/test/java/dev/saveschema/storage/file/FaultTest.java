package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.disk.DiskThatFailsAt;
import dev.saveschema.storage.disk.MemoryDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fails the first disk call of a save, then the second, and so on until a save comes through without meeting the failure. */
class FaultTest {

    private static final Keep[] WISHES = {new Keep.AsVersion(3), new Keep.Aside(Keep.QuarantineReason.REPAIRED)};

    @TempDir(factory = MemoryDisk.class)
    Path root;

    private Saves directory(StartState start, int n) throws IOException {
        Saves saves = new Saves(Files.createDirectory(root.resolve(start + "-" + n)));
        start.prepare(saves);
        return saves;
    }

    @ParameterizedTest
    @EnumSource(StartState.class)
    void failureOfAnyCallOfASaveLeavesOldOrNew(StartState start) throws Exception {
        tryAll(start, false);
    }

    @ParameterizedTest
    @EnumSource(StartState.class)
    void failureReportedByAnyCallOfASaveThatDidItsWorkLeavesOldOrNew(StartState start) throws Exception {
        tryAll(start, true);
    }

    private void tryAll(StartState start, boolean afterTheEffect) throws Exception {
        for (int n = 1; ; n++) {
            DiskThatFailsAt disk = new DiskThatFailsAt(n, afterTheEffect);
            trySave(start, directory(start, n), disk);
            if (!disk.hasFailed()) {
                assertThat(n).as("calls of a save").isGreaterThan(8);
                return;
            }
        }
    }

    private static void trySave(StartState start, Saves saves, DiskThatFailsAt disk) throws Exception {
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            start.prepareAfterLoading(saves);
            List<String> tempsBefore = saves.temps();
            disk.arm();
            Optional<SaveException> failure = failureOf(storage, "new");
            disk.disarm();
            checkAftermath(failure, saves, disk.failed(), start);
            List<String> temps = new ArrayList<>(saves.temps());
            temps.removeAll(tempsBefore);
            assertThat(temps).as(disk.failed()).hasSize(isKept(failure) ? 1 : 0);
            checkNextProgram(saves, failure, disk.failed(), start);
            // the same storage goes on, though the file is as another left it
            assertThat(failureOf(storage, "next")).as(disk.failed()).isEmpty();
            assertThat(Saves.wordIn(saves.live())).isEqualTo("next");
            if (failure.isEmpty() || failure.get().aftermath() == Aftermath.MAY_ROLL_BACK) {
                assertThat(Saves.wordIn(saves.newerBackup())).as(disk.failed()).isEqualTo("new");
            }
        }
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.verdict()).as(disk.failed()).isEqualTo(Retrieval.Verdict.INTACT);
        assertThat(loaded.content()).contains("next");
        saves.hold("last");
        assertThat(saves.temps()).as(disk.failed()).isEmpty();
        assertThat(Saves.wordIn(saves.newerBackup())).as(disk.failed()).isEqualTo("next");
    }

    private static Optional<SaveException> failureOf(FileStorage storage, String word) {
        try {
            storage.save(Saves.request(word, WISHES));
            return Optional.empty();
        } catch (SaveException e) {
            return Optional.of(e);
        }
    }

    private static boolean isKept(Optional<SaveException> failure) {
        return failure.isPresent() && failure.get().aftermath() == Aftermath.BYTES_KEPT;
    }

    private static void checkAftermath(Optional<SaveException> failure, Saves saves, String failed, StartState start)
            throws Exception {
        if (failure.isEmpty()) {
            assertThat(Saves.wordIn(saves.live())).as(failed).isEqualTo("new");
            return;
        }
        switch (failure.get().aftermath()) {
            case OLD_FILE_STANDS ->
                assertThat(saves.live())
                        .as(failed)
                        .satisfiesAnyOf(
                                live -> assertThat(live).doesNotExist(),
                                live -> assertThat(Files.readString(live)).doesNotContain("new"));
            case BYTES_KEPT -> {
                assertThat(failed).startsWith("move progress.json");
                assertThat(Saves.wordIn(
                                failure.get().kept().orElseThrow().path().orElseThrow()))
                        .isEqualTo("new");
            }
            case MAY_ROLL_BACK -> {
                assertThat(failed).startsWith("forceDirectory");
                assertThat(Saves.wordIn(saves.live())).isEqualTo("new");
            }
            case UNKNOWN -> throw new AssertionError("of a file it is known: " + failed);
        }
    }

    /** The directory as another program would find it, copied, since this one is locked. */
    private static void checkNextProgram(Saves saves, Optional<SaveException> failure, String failed, StartState start)
            throws Exception {
        Saves copy = new Saves(Files.createDirectory(
                saves.directory().resolveSibling(saves.directory().getFileName() + "-copy")));
        for (String name : saves.names()) {
            Files.copy(
                    saves.directory().resolve(name),
                    copy.directory().resolve(name),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        Retrieval<String> loaded = copy.load();
        boolean isOld = failure.isPresent() && failure.get().aftermath() == Aftermath.OLD_FILE_STANDS;
        if (isOld && start.isFirstRun()) {
            assertThat(loaded.verdict()).as(failed).isEqualTo(Retrieval.Verdict.ABSENT);
        } else {
            assertThat(loaded.content()).as(failed).contains(isOld ? "old" : "new");
        }
        copy.hold("after");
        assertThat(copy.load().content()).as(failed).contains("after");
    }
}
