package dev.saveschema.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.MigratedStep;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldSavesTest {

    private static final Settings DEFAULT_SETTINGS = new Settings(80, 14, true);

    @TempDir
    Path folder;

    @Test
    void versionOneOfTheScriptIsReadWhole() throws IOException {
        LoadResult<Progress> loaded = load("progress-v1.json");

        assertThat(loaded.value())
                .isEqualTo(new Progress(
                        4,
                        List.of(1, 2, 3),
                        Map.of(1, "print('Grüße')", 2, "for i in range(3): print(i)", 3, "x = 6 * 7"),
                        Duration.ofMinutes(95),
                        "Zoë",
                        30,
                        Difficulty.NORMAL,
                        DEFAULT_SETTINGS));
        assertThat(loaded.outcome()).isEqualTo(Outcome.EDITED);
        assertThat(loaded.isClean()).isTrue();
        assertThat(loaded.storedVersion()).isEmpty();
        assertThat(loaded.steps())
                .containsExactly(
                        new MigratedStep(1, 2, List.of("awardXpForFinishedTasks: added xp_points = 30")),
                        new MigratedStep(2, 3, List.of("renamed nick to display_name")),
                        toFour(95, "PT1H35M"));
    }

    @Test
    void versionTwoIsReadWhole() throws IOException {
        LoadResult<Progress> loaded = load("progress-v2.json");

        assertThat(loaded.value())
                .isEqualTo(new Progress(
                        3,
                        List.of(1, 2),
                        Map.of(1, "print('hello')", 2, "total = sum(range(10))"),
                        Duration.ofMinutes(40),
                        "Kofi",
                        25,
                        Difficulty.NORMAL,
                        DEFAULT_SETTINGS));
        assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loaded.isClean()).isTrue();
        assertThat(loaded.storedVersion()).hasValue(2);
        assertThat(loaded.steps())
                .containsExactly(new MigratedStep(2, 3, List.of("renamed nick to display_name")), toFour(40, "PT40M"));
    }

    @Test
    void versionThreeIsReadWhole() throws IOException {
        LoadResult<Progress> loaded = load("progress-v3.json");

        assertThat(loaded.value())
                .isEqualTo(new Progress(
                        6,
                        List.of(1, 2, 3, 4, 5),
                        Map.of(1, "print('hi')", 2, "total = sum([1, 2, 3])", 5, "def area(r): return 3.14 * r * r"),
                        Duration.ofMinutes(210),
                        "Mina",
                        70,
                        Difficulty.NORMAL,
                        DEFAULT_SETTINGS));
        assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loaded.isClean()).isTrue();
        assertThat(loaded.storedVersion()).hasValue(3);
        assertThat(loaded.steps()).containsExactly(toFour(210, "PT3H30M"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theOldFileIsKeptToTheByteWhenItIsFirstReplaced(int version) throws IOException {
        Path file = copy("progress-v" + version + ".json");
        byte[] old = Files.readAllBytes(file);

        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            store.update(progress -> progress.withStepFinished("x = 1"));
            store.update(progress -> progress.withStepFinished("x = 2"));
        }

        assertThat(file.resolveSibling("progress.json.v" + version + ".bak")).hasBinaryContent(old);
        assertThat(reload(file).isMigrated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatWasMigratedIsLoadedAgainAsItWasSaved(int version) throws IOException {
        Path file = copy("progress-v" + version + ".json");
        Progress migrated;
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            migrated = store.load().value();
            store.save(migrated);
        }

        LoadResult<Progress> again = reload(file);

        assertThat(again.value()).isEqualTo(migrated);
        assertThat(again.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(again.isClean()).isTrue();
    }

    @Test
    void loadingAnOldFileChangesNothingOnTheDisk() throws IOException {
        Path file = copy("progress-v1.json");
        byte[] old = Files.readAllBytes(file);

        reload(file);

        assertThat(file).hasBinaryContent(old);
    }

    private static MigratedStep toFour(int minutes, String studyTime) {
        return new MigratedStep(
                3,
                4,
                List.of(
                        "minutesToDuration: changed study_time from " + minutes + " to \"" + studyTime + "\"",
                        "added difficulty = \"NORMAL\"",
                        "added settings = {\"volume\":80,\"font_size\":14,\"hints\":true}"));
    }

    private LoadResult<Progress> load(String name) throws IOException {
        return reload(copy(name));
    }

    private static LoadResult<Progress> reload(Path file) throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            return store.load();
        }
    }

    private Path copy(String name) throws IOException {
        return OldSave.copy(name, folder.resolve("progress.json"));
    }
}
