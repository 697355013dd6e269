package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveStore;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

    @TempDir
    private Path folder;

    private Cli inspect(Path file, String... more) {
        return Cli.run(Stream.concat(
                        Stream.of("inspect", file.toString(), "-p", Cli.PROGRAM, "-s", "progress"), Stream.of(more))
                .toArray(String[]::new));
    }

    private Path saved() throws Exception {
        Path file = folder.resolve("progress.json");
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            Progress progress = store.load().value();
            for (int step = 1; step <= 4; step++) {
                store.save(ProgressSchema.with(progress).currentStepId(step).done());
            }
        }
        return file;
    }

    @Test
    void saveThatIsInOrderIsShownWithItsSealAndWhatLiesBesideIt() throws Exception {
        Cli shown = inspect(saved());
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .contains("SEALED, as it was saved", "generation 4, saved ", "LOADED, nothing to repair")
                .containsPattern("progress.json.bak1  backup  saved .* UTC  3 +4 +\\d+ +SEALED")
                .containsPattern("progress.json.bak2  backup  saved .* UTC  2 +4 ");
        assertThat(inspect(folder.resolve("progress.json"), "--json")
                        .json()
                        .at("/seal/generation")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void repairsOfTheToolAreThoseOfTheProgramsLoad() throws Exception {
        Path file = Cli.write(folder.resolve("progress.json"), """
                {"$version": 4, "current_step_id": -3, "completed_tasks": [1, "x"], "settings": {"volume": 400, "loud": 1}}
                """);
        List<String> tool = inspect(file, "--json").json().get("repairs").values().stream()
                .map(repair -> "%s: %s; %s"
                        .formatted(
                                repair.get("place").asString(),
                                repair.get("problem").asString(),
                                repair.get("used").asString()))
                .toList();
        assertThat(tool)
                .isEqualTo(ProgressSchema.read(file).repairs().stream()
                        .map(Object::toString)
                        .toList())
                .contains("settings.volume: 400 is outside 0..100; used 80");
        assertThat(inspect(file).exitCode()).isEqualTo(1);
    }

    @Test
    void repairStandsBesideItsMemberAndMissingMembersAreThere() {
        Path file = Cli.write(
                folder.resolve("a.json"),
                "{\"$version\": 4, \"current_step_id\": -3, \"settings\": {\"volume\": 400}}");
        assertThat(inspect(file).out())
                .contains("├─ current_step_id -3                     ✗ -3 is less than 1; used 1  OUT_OF_RANGE\n")
                .contains("│  ├─ volume 400                          ✗ 400 is outside 0..100; used 80  OUT_OF_RANGE\n")
                .contains("│  ├─ font_size                           ✗ missing; used 14  MISSING\n")
                .contains("└─ difficulty                             ✗ missing; used NORMAL  MISSING\n");
    }

    @Test
    void badElementOfALongListIsShownThoughMostOfItIsNot() {
        String tasks = "1, ".repeat(500) + "\"x\"";
        Path file = Cli.write(folder.resolve("a.json"), "{\"$version\": 4, \"completed_tasks\": [" + tasks + "]}");
        assertThat(inspect(file).out())
                .contains("[500] \"x\" ", "… 480 more (--all)")
                .doesNotContain("[21] 1");
        assertThat(inspect(file, "--all").out()).contains("[21] 1").doesNotContain("(--all)");
    }

    @Test
    void damagedSaveShowsWhatPrecedesTheDamageAndTheBackupThatALoadTakes() throws Exception {
        Path file = saved();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, 120));
        assertThat(inspect(file).out())
                .contains("INVALID, damaged or refused (line ")
                .contains("RECOVERED from progress.json.bak1")
                .contains("keeps aside progress.json")
                .contains("─ current_step_id 4", "a text has no end; kept what precedes it  DAMAGED")
                .doesNotContain("MISSING");
    }

    @Test
    void liveFileThatIsGoneLeavesItsBackups() throws Exception {
        Path file = saved();
        Files.delete(file);
        Cli shown = inspect(file);
        assertThat(shown.out()).contains("RECOVERED from progress.json.bak1", "progress.json.bak2");
        assertThat(shown.exitCode()).isEqualTo(1);
    }

    @Test
    void migrationIsShownStepByStep() {
        Path file = Cli.write(
                folder.resolve("old.json"),
                "{\"$version\": 1, \"current_step_id\": 3, \"completed_tasks\": [1], \"user_codes\": {}, \"study_time\": 90, \"nick\": \"Ada\"}");
        Cli shown = inspect(file);
        assertThat(shown.out())
                .contains("2 to 3: renamed nick to display_name", "changed study_time from 90 to \"PT1H30M\"");
        assertThat(shown.exitCode()).isZero();
    }

    @Test
    void withoutAProgramTheHistorySaysWhatIsWrong() {
        Path file = Cli.write(
                folder.resolve("a.json"), "{\"$version\": 2, \"current_step_id\": -3, \"nick\": null, \"more\": 1}");
        Cli shown = Cli.run("inspect", file.toString(), "--history", Cli.HISTORY.toString());
        assertThat(shown.out())
                .contains("current_step_id -3 ", "its default is 1  OUT_OF_RANGE")
                .contains("nick null ", "  NULL")
                .contains("more 1 ", "would be dropped  UNKNOWN_MEMBER")
                .contains("xp_points ", "missing; its default is 0  MISSING");
        assertThat(shown.exitCode()).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenByLooking() throws Exception {
        Path file = Cli.write(folder.resolve("a.json"), "{\"$version\": 4}");
        inspect(file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void symbolicLinkLeadsToTheSave() throws Exception {
        Path file = Cli.write(folder.resolve("real.json"), "{\"$version\": 4, \"current_step_id\": -3}");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        assertThat(inspect(link).out()).contains("a load      EDITED, 8 repairs", "-3 is less than 1");
    }

    @Test
    void saveIsLookedAtWhileItsProgramHasItOpen() throws Exception {
        Path file = saved();
        try (SaveStore<Progress> open = ProgressSchema.open(file)) {
            assertThat(open.load().isClean()).isTrue();
            assertThat(inspect(file).exitCode()).isZero();
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() {
        Path nothing = folder.resolve("nothing.json");
        assertThat(inspect(nothing)).isEqualTo(new Cli(3, "", "saveschema: " + nothing + " is not there\n"));
        Path file = Cli.write(folder.resolve("a.json"), "{}");
        assertThat(Cli.run("inspect", file.toString(), "-p", Cli.PROGRAM).err())
                .contains("several schemas; say which, with --schema: bakery, game-settings, progress");
        assertThat(Cli.run("inspect", file.toString(), "-p", folder.toString()).err())
                .contains("has no class that SaveSchema generated");
        assertThat(Cli.run("inspect").exitCode()).isEqualTo(2);
    }
}
