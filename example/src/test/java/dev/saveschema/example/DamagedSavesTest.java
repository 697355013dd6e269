package dev.saveschema.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadResult;
import dev.saveschema.NewerVersionException;
import dev.saveschema.Outcome;
import dev.saveschema.Repair;
import dev.saveschema.SaveReceipt;
import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedSavesTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("progress.json");
    }

    @Test
    void sevenKindsOfDamageAreSevenRepairs() throws IOException {
        OldSave.copy("damaged-values.json", file);

        LoadResult<Progress> loaded = load();

        assertThat(loaded.repairs().stream().map(Repair::toString))
                .containsExactly(
                        "current_step_id: \"seven\" is not a whole number; used 1",
                        "completed_tasks[2]: null; dropped",
                        "study_time: \"an hour and a half\" is not a duration such as PT1H30M; used PT0S",
                        "display_name: \"Bartholomew Featherstonehaugh III\" has 33 characters; at most 24 are allowed;"
                                + " used the first 24 characters",
                        "difficulty: \"NIGHTMARE\" is not one of EASY, NORMAL, HARD; used NORMAL",
                        "settings.volume: 400 is outside 0..100; used 80",
                        "xp_points: missing; used 0");
    }

    @Test
    void whatIsSoundBesideDamageIsKept() throws IOException {
        OldSave.copy("damaged-values.json", file);

        assertThat(load().value())
                .isEqualTo(new Progress(
                        1,
                        List.of(1, 2, 4),
                        Map.of(1, "print('hi')", 4, "total = 0"),
                        Duration.ZERO,
                        "Bartholomew Featherstone",
                        0,
                        Difficulty.NORMAL,
                        new Settings(80, 18, false)));
    }

    @Test
    void aFileThatWasRepairedIsKeptToTheByteWhenItIsReplaced() throws IOException {
        OldSave.copy("damaged-values.json", file);
        byte[] damaged = Files.readAllBytes(file);

        SaveReceipt receipt = loadAndSave();

        assertThat(receipt.preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasBinaryContent(damaged));
    }

    @Test
    void aTruncatedFileIsRecoveredFromItsBackup() throws IOException {
        saveTwice();
        truncate();

        LoadResult<Progress> loaded = load();

        assertThat(loaded.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(loaded.source())
                .hasValueSatisfying(source -> assertThat(source.name()).isEqualTo("progress.json.bak1"));
        assertThat(loaded.value().currentStepId()).isEqualTo(2);
        assertThat(loaded.repairs())
                .singleElement()
                .asString()
                .startsWith("the file: progress.json is unusable: line ")
                .endsWith("; used progress.json.bak1");
    }

    @Test
    void theBytesOfATruncatedFileAreKeptWhenItIsReplaced() throws IOException {
        saveTwice();
        byte[] half = truncate();

        SaveReceipt receipt = loadAndSave();

        assertThat(receipt.preserved())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasBinaryContent(half));
        assertThat(load().outcome()).isEqualTo(Outcome.LOADED);
    }

    @Test
    void aFileOfVersionNineIsRead() throws IOException {
        OldSave.copy("progress-v9.json", file);

        LoadResult<Progress> loaded = load();

        assertThat(loaded.outcome()).isEqualTo(Outcome.NEWER);
        assertThat(loaded.storedVersion()).hasValue(9);
        assertThat(loaded.value())
                .isEqualTo(new Progress(
                        12,
                        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
                        Map.of(1, "print('hello')"),
                        Duration.ofHours(31),
                        "Ada",
                        480,
                        Difficulty.HARD,
                        new Settings(60, 16, false)));
    }

    @Test
    void aFileOfVersionNineIsNotWrittenOver() throws IOException {
        OldSave.copy("progress-v9.json", file);
        byte[] newer = Files.readAllBytes(file);

        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            assertThatThrownBy(() -> store.update(progress -> progress.withStepFinished("x = 1")))
                    .isInstanceOf(NewerVersionException.class)
                    .hasMessageContaining("the file has version 9; this program writes version 4");
        }

        assertThat(file).hasBinaryContent(newer);
    }

    private void saveTwice() throws IOException {
        loadAndSave();
        loadAndSave();
    }

    private SaveReceipt loadAndSave() throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            Progress progress = store.load().value();
            return store.save(progress.withStepFinished("x = " + progress.currentStepId()));
        }
    }

    private byte[] truncate() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Files.write(file, half);
        return half;
    }

    private LoadResult<Progress> load() throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            return store.load();
        }
    }
}
