package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import dev.saveschema.slots.SaveSlots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {

    private static final String OLD =
            "{\"$version\": 1, \"current_step_id\": %d, \"completed_tasks\": [], \"user_codes\": {}, \"study_time\": 90, \"nick\": \"Ada\"}";

    @TempDir
    private Path folder;

    private Cli migrate(String... more) {
        return Cli.run(Stream.concat(
                        Stream.of("migrate", folder.toString(), "-p", Cli.PROGRAM, "-s", "progress"), Stream.of(more))
                .toArray(String[]::new));
    }

    private void files(int count) {
        for (int i = 1; i <= count; i++) {
            Cli.write(folder.resolve("save" + i + ".json"), OLD.formatted(i));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void folderIsOnlyLookedAtUntilItIsToldTo() throws IOException {
        files(50);
        List<String> before = names();
        Cli shown = migrate("--files", "*.json");
        assertThat(shown.out())
                .isEqualTo("would migrate 50 of 50 older saves to version 4; nothing was changed, --yes migrates\n");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(names()).isEqualTo(before);

        Cli done = migrate("--files", "*.json", "--threads", "2", "--yes");
        assertThat(done.out()).isEqualTo("migrated 50 of 50 older saves to version 4\n");
        assertThat(done.exitCode()).isZero();
        LoadResult<Progress> loaded = ProgressSchema.read(folder.resolve("save7.json"));
        assertThat(loaded.value().currentStepId()).isEqualTo(7);
        assertThat(loaded.storedVersion()).hasValue(4);
        assertThat(folder.resolve("save7.json.v1.bak")).hasContent(OLD.formatted(7));

        assertThat(migrate("--files", "*.json", "--yes"))
                .as("run again, there is nothing left")
                .isEqualTo(new Cli(0, "migrated 0 of 0 older saves to version 4\n", ""));
    }

    @Test
    void copiesThatWereKeptAsideAreNoSavesOfTheirOwn() throws IOException {
        files(1);
        for (String tag : List.of("4ea1af90", "4ea1af90-2", "toolarge", "unreadable-3")) {
            Cli.write(folder.resolve("save1.json.edited-20261122T194703Z-" + tag + ".json"), OLD.formatted(2));
        }
        assertThat(migrate("--files", "*.json", "--yes").out()).isEqualTo("migrated 1 of 1 older save to version 4\n");
    }

    @Test
    void whatALoadWouldRepairOrAProgramHasOpenIsLeftAndCountedByReason() throws IOException {
        files(3);
        Path bad = Cli.write(folder.resolve("save2.json"), OLD.formatted(-5));
        Cli.write(folder.resolve("cut.json"), OLD.formatted(1).substring(0, 60));
        try (SaveStore<Progress> open = ProgressSchema.open(folder.resolve("save3.json"))) {
            assertThat(open.load().isMigrated()).isTrue();
            Cli done = migrate("--files", "*.json", "--yes");
            assertThat(done.exitCode()).isEqualTo(1);
            assertThat(done.out())
                    .startsWith("migrated 1 of 4 older saves to version 4\n")
                    .contains("  IN_USE        1\n", "  OUT_OF_RANGE  1\n", "  SALVAGED      1\n")
                    .contains("  save2.json: OUT_OF_RANGE, current_step_id: -5 is less than 1; used 1\n");
        }
        assertThat(bad).hasContent(OLD.formatted(-5));
        assertThat(migrate("--files", "*.json", "--json")
                        .json()
                        .at("/leftByReason/OUT_OF_RANGE")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatLiesBesideASaveIsNoneOfItsOwn() throws IOException {
        files(1);
        Cli.write(folder.resolve("save1.json.repaired-20261122T194703Z-4ea1af90.json"), OLD.formatted(8));
        Cli.write(folder.resolve("save1.json.bak1"), OLD.formatted(9));
        assertThat(migrate("--files", "*").out()).startsWith("would migrate 1 of 1 older save to version 4");
    }

    @Test
    void slotsAreMigratedAsTheirFolderKeepsThem() throws IOException {
        SaveSlots<Progress> slots = ProgressSchema.slots(folder);
        for (String name : List.of("Ada", "Bob")) {
            try (SaveStore<Progress> store = slots.open(name)) {
                store.save(store.load().value());
            }
        }
        try (Stream<Path> saves = Files.walk(folder)) {
            for (Path save : saves.filter(MigrateCommandTest::isSave).toList()) {
                Cli.write(save, OLD.formatted(3));
            }
        }
        assertThat(migrate("--yes").out()).isEqualTo("migrated 2 of 2 older saves to version 4\n");
        try (SaveStore<Progress> ada = slots.open("Ada")) {
            assertThat(ada.load().value().displayName()).isEqualTo("Ada");
        }
    }

    private static boolean isSave(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && name.endsWith(".json") && !name.startsWith(".");
    }

    @Test
    void onlyAProgramCanMigrate() {
        Cli without = Cli.run("migrate", folder.toString());
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .startsWith("saveschema: only the program knows how to migrate its saves: --program JAR\n");
        assertThat(Cli.run("migrate", folder.resolve("no").toString(), "-p", Cli.PROGRAM, "-s", "progress")
                        .err())
                .endsWith("no is no folder\n");
    }

    @Test
    void progressIsShownOnATerminalAndNowhereElse() {
        files(25);
        Cli terminal =
                Cli.coloured("migrate", folder.toString(), "-p", Cli.PROGRAM, "-s", "progress", "--files", "*.json");
        assertThat(terminal.out())
                .contains("[########################......] 20 of 25", "[##############################] 25 of 25");
        assertThat(migrate("--files", "*.json").out()).doesNotContain("\r", "[#");
    }
}
