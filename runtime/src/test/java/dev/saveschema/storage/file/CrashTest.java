package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.disk.DiskThatStopsAfter;
import dev.saveschema.storage.disk.MemoryDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ends a save after its first disk call, after its second, and so on; then looks at it as the next program does. */
class CrashTest {

    @TempDir(factory = MemoryDisk.class)
    Path root;

    @ParameterizedTest
    @EnumSource(StartState.class)
    void endAfterAnyCallOfASaveLeavesOldOrNew(StartState start) throws Exception {
        for (int n = 0; ; n++) {
            Saves saves = new Saves(Files.createDirectory(root.resolve(start + "-" + n)));
            start.prepare(saves);
            boolean ended = endsAfter(n, saves, start);
            checkNextProgram(saves, start, n);
            if (!ended) {
                assertThat(n).as("calls of a save").isGreaterThan(7);
                return;
            }
        }
    }

    private static boolean endsAfter(int calls, Saves saves, StartState start) throws IOException {
        DiskThatStopsAfter disk = new DiskThatStopsAfter(calls);
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            start.prepareAfterLoading(saves);
            disk.arm();
            storage.save(Saves.request("new", new Keep.AsVersion(3)));
            return false;
        } catch (DiskThatStopsAfter.Killed end) {
            return true;
        }
    }

    private static void checkNextProgram(Saves saves, StartState start, int calls) throws Exception {
        Retrieval<String> loaded = saves.load();
        String found = loaded.content().orElse("nothing at all");
        String old = start.isFirstRun() ? "nothing at all" : "old";
        assertThat(found).as("after %d calls", calls).isIn(old, "new");
        assertThat(saves.load()).as("a second look").isEqualTo(loaded);
        saves.hold("next", "last");
        assertThat(saves.load().verdict()).isEqualTo(Retrieval.Verdict.INTACT);
        assertThat(Saves.wordIn(saves.live())).isEqualTo("last");
        assertThat(saves.temps()).isEmpty();
    }
}
