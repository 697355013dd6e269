package sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    @TempDir
    Path directory;

    @Test
    void savesOfEveryVersionLoad() {
        MigrationTest.verify(ProgressSchema.INSTANCE);
    }

    @Test
    void saveOfTheFirstVersionIsMigrated() throws Exception {
        Path file = Files.writeString(directory.resolve("progress.json"), """
                {"$version": 1, "step": 3, "done": [1, 2], "name": "Ada"}
                """);
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            assertEquals(new Progress(3, List.of(1, 2), "Ada"), store.load().value());
        }
    }

    @Test
    void damagedSaveIsReplacedByItsBackup() throws Exception {
        Path file = directory.resolve("progress.json");
        Progress progress = new Progress(2, List.of(1), "Ada");
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            store.load();
            store.save(progress);
            store.save(new Progress(3, List.of(1, 2), "Ada"));
        }
        Files.write(file, new byte[300]); // what a power cut can leave behind
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            LoadResult<Progress> loaded = store.load();
            assertEquals(Outcome.RECOVERED, loaded.outcome());
            assertEquals(progress, loaded.value());
        }
    }
}
