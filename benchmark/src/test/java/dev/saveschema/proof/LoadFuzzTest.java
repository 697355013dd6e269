package dev.saveschema.proof;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Looks for bytes that a load does not get on with, led by the paths through the code that were taken. What it ever found is in
 * {@code LoadFuzzTestInputs}, and is tried in every build.
 */
class LoadFuzzTest {

    /** Of this many inputs one goes through a file, which takes a thousand times longer. */
    private static final int SELDOM = 4_096;

    // how long is for the build to say
    @DictionaryFile(resourcePath = "/dev/saveschema/proof/json.dict")
    @FuzzTest(maxDuration = "")
    void load(byte[] bytes) throws IOException {
        Everything everything = Loads.EVERYTHING.load(bytes).value();
        Journey journey = Loads.JOURNEY.load(bytes).value();
        if (Math.floorMod(Arrays.hashCode(bytes), SELDOM) == 0) {
            assertSealedIsNeverRepaired(Loads.EVERYTHING, everything);
            assertSealedIsNeverRepaired(Loads.JOURNEY, journey);
        }
    }

    private static <T> void assertSealedIsNeverRepaired(Loads<T> loads, T value) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = folder.resolve("save.json");
        try (SaveStore<T> store = SaveStore.open(loads.schema(), file)) {
            store.load();
            store.save(value);
        }
        try (SaveStore<T> store = SaveStore.open(loads.schema(), file)) {
            LoadResult<T> loaded = store.load();
            if (loaded.outcome() != Outcome.LOADED || !loaded.isClean()) {
                throw new AssertionError("not as it was saved: " + loaded);
            }
        } finally {
            deleteAll(folder);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
