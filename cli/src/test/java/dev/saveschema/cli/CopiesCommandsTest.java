package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Backups;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.StoreOptions;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backups}, {@code restore}, {@code kept}, {@code prune} and {@code diff} of a save at step 4 with backups of 3 and 2. */
class CopiesCommandsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("progress.json");
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            Progress progress = store.load().value();
            for (int step = 1; step <= 4; step++) {
                store.save(ProgressSchema.with(progress).currentStepId(step).done());
            }
        }
    }

    private int step() throws IOException {
        return ProgressSchema.read(file).value().currentStepId();
    }

    private static String body(Path path) throws IOException {
        String text = Files.readString(path);
        return text.substring(0, text.indexOf("\"$save\""));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private String restored(String copy, String... more) {
        Cli run = Cli.run(Stream.concat(Stream.of("restore", file.toString(), copy), Stream.of(more))
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void backupsAreListedAndTheNextCommandIsShown() {
        Cli listed = Cli.run("backups", file.toString());
        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out())
                .containsPattern("bak1  backup  saved .*  3  ")
                .endsWith("To go back: saveschema restore " + file + " progress.json.bak1\n");
        assertThat(Cli.run("backups", file.toString(), "--json")
                        .json()
                        .at("/backups/1/generation")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void copyComesBackAsItIsAndWhatItReplacesIsKept() throws IOException {
        String before = body(folder.resolve("progress.json.bak2"));
        assertThat(restored("progress.json.bak2"))
                .contains("restored progress.json.bak2 as generation 5", "kept aside: progress.json.replaced-");
        assertThat(body(file)).isEqualTo(before);
        assertThat(ProgressSchema.read(file).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(step()).isEqualTo(2);

        String kept = names().stream()
                .filter(name -> name.contains("replaced"))
                .findFirst()
                .orElseThrow();
        restored(kept);
        assertThat(step()).as("and back again").isEqualTo(4);
    }

    @Test
    void withTheProgramACopyComesBackRepairedAndMigrated() throws IOException {
        Path old = folder.resolve("progress.json.v1.bak");
        Cli.write(
                old,
                "{\"$version\": 1, \"current_step_id\": -9, \"completed_tasks\": [], \"user_codes\": {}, \"study_time\": 90, \"nick\": \"Ada\"}");
        assertThat(restored(old.toString(), "-p", Cli.PROGRAM, "-s", "progress"))
                .contains("repaired: current_step_id: -9 is less than 1; used 1");
        assertThat(ProgressSchema.read(file).value().displayName()).isEqualTo("Ada");
    }

    @Test
    void olderVersionComesBackAsSuchWithoutTheProgram() throws IOException {
        Path old = folder.resolve("progress.json.v1.bak");
        Cli.write(old, "{\"$version\": 1, \"nick\": \"Ada\"}");
        restored("progress.json.v1.bak");
        assertThat(Files.readString(file)).contains("\"$version\": 1,\n  \"nick\": \"Ada\",\n  \"$save\"");
        assertThat(names()).anyMatch(name -> name.contains("newer") || name.contains("replaced"));
    }

    @Test
    void backupsThatItsProgramAskedForStayAfterARestore() throws IOException {
        StoreOptions six = StoreOptions.defaults().backups(Backups.keep(6));
        try (SaveStore<Progress> store = SaveStore.open(ProgressSchema.INSTANCE, file, six)) {
            Progress progress = store.load().value();
            for (int step = 5; step <= 10; step++) {
                store.save(ProgressSchema.with(progress).currentStepId(step).done());
            }
        }
        List<String> before = names();
        List<String> dated =
                before.stream().filter(name -> name.contains(".json.g")).toList();
        assertThat(dated).hasSizeGreaterThan(2);
        restored(dated.get(0));
        assertThat(names()).containsAll(before);
    }

    @Test
    void whatIsDamagedOrNoCopyOrInUseIsNotRestored() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Path damaged = folder.resolve("progress.json.bak1");
        Files.write(damaged, java.util.Arrays.copyOf(Files.readAllBytes(damaged), 99));
        Cli refused = Cli.run("restore", file.toString(), "progress.json.bak1");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("cannot be brought back as it is, since it is not whole");
        assertThat(Cli.run("restore", file.toString(), "other.json").err()).contains("other.json is no copy of ");
        try (SaveStore<Progress> open = ProgressSchema.open(file)) {
            assertThat(open.load().isClean()).isTrue();
            Cli busy = Cli.run("restore", file.toString(), "progress.json.bak2");
            assertThat(busy.exitCode()).isEqualTo(3);
            assertThat(busy.err()).contains("is in use by");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void pruningOnlyShowsUntilItIsToldTo() throws IOException {
        for (int i = 0; i < 3; i++) {
            restored("progress.json.bak2");
            restored("progress.json.bak1");
        }
        List<String> before = names();
        Cli listed = Cli.run("kept", file.toString());
        assertThat(listed.out()).contains("kept: replaced", " in all\n");
        assertThat(listed.exitCode()).isEqualTo(1);
        int kept = Cli.run("kept", file.toString(), "--json").json().get("kept").size();

        Cli shown = Cli.run("prune", file.toString(), "--newest", "1");
        assertThat(shown.out()).contains("would delete " + (kept - 1) + " of " + kept, "nothing was changed");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(names()).isEqualTo(before);

        Cli done = Cli.run("prune", file.toString(), "--newest", "1", "--yes");
        assertThat(done.exitCode()).isZero();
        assertThat(names()).hasSize(before.size() - kept + 1).contains("progress.json.bak1", "progress.json.bak2");
        assertThat(Cli.run("prune", file.toString(), "--younger-than", "90d").out())
                .contains("would delete 0 of 1");
    }

    @Test
    void pruningAsksWhatStays() {
        assertThat(Cli.run("prune", file.toString()))
                .isEqualTo(
                        new Cli(
                                2,
                                "",
                                "saveschema: say what stays, with --newest, --younger-than or --at-most\nSee 'saveschema prune --help'.\n"));
        assertThat(Cli.run("prune", file.toString(), "--younger-than", "soon").err())
                .contains("'soon' is no age, such as 12h, 90d or 4w");
    }

    @Test
    void twoSavesAreComparedByWhatTheyMean() {
        Cli compared = Cli.run("diff", file + ".bak2", file.toString());
        assertThat(compared.exitCode()).isEqualTo(1);
        assertThat(compared.out()).contains("  ~ current_step_id 2 → 4\n", "neither was made from the other directly");
        assertThat(Cli.run("diff", file + ".bak1", file.toString()).out())
                .contains("the second was made from the first");
        Cli same = Cli.run("diff", file.toString(), file.toString());
        assertThat(same.exitCode()).isZero();
        assertThat(same.out()).endsWith("they mean the same\n");
    }

    @Test
    void savesOfDifferentVersionsAreComparedAsTheNewestWithTheProgram() {
        Path old = Cli.HISTORY.resolve("progress/3.sample.json");
        Path loaded = Cli.HISTORY.resolve("progress/4.sample.json");
        assertThat(Cli.run("diff", old.toString(), loaded.toString()).out()).contains("~ $version 3 → 4");
        assertThat(Cli.run("diff", old.toString(), loaded.toString(), "-p", Cli.PROGRAM, "-s", "progress", "--json")
                        .json()
                        .get("differences")
                        .values())
                .isNotEmpty()
                .noneMatch(each -> each.get("pointer").asString().startsWith("/$"))
                .anyMatch(each -> each.get("pointer").asString().equals("/difficulty"));
    }
}
