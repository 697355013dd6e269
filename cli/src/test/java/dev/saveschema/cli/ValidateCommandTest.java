package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void eachRepairIsALineWithThePlaceWhereAnEditorFindsIt() {
        Path file = Cli.write(
                folder.resolve("a.json"),
                "{\n  \"$version\": 1,\n  \"current_step_id\": -3,\n  \"nick\": \"Ada\"\n}\n");
        Cli checked = Cli.run("validate", file.toString(), "-p", Cli.PROGRAM, "-s", "progress");
        assertThat(checked.out())
                .contains(file + ":3:22: current_step_id: -3 is less than 1; used 1 [OUT_OF_RANGE]\n")
                .contains(file + ":1:1: study_time: missing; ");
        assertThat(checked.exitCode()).isEqualTo(1);
    }

    @Test
    void scriptLearnsFromTheExitCodeWhetherAllAreFine() {
        Path samples = Cli.HISTORY.resolve("progress");
        Cli fine = Cli.run(
                "validate",
                samples.resolve("1.sample.json").toString(),
                samples.resolve("4.sample.json").toString(),
                "-p",
                Cli.PROGRAM,
                "-s",
                "progress");
        assertThat(fine.exitCode()).as(fine.out()).isZero();
        assertThat(fine.out()).contains("2 saves, 0 to repair");
    }

    @Test
    void samplesOfAHistoryAreFineByTheirOwnSchemas() {
        Path samples = Cli.HISTORY.resolve("progress");
        for (int version = 1; version <= 4; version++) {
            Cli fine = Cli.run(
                    "validate", samples.resolve(version + ".sample.json").toString(), "--history", samples.toString());
            assertThat(fine.out()).contains("fine");
            assertThat(fine.exitCode()).isZero();
        }
    }

    @Test
    void lineAndColumnAreInTheJsonToo() {
        Path file = Cli.write(folder.resolve("a.json"), "{\"$version\": 9, \"x\": nope}");
        Cli checked = Cli.run("validate", file.toString(), "--json");
        assertThat(checked.json().at("/files/0/repairs/0/line").asInt()).isEqualTo(1);
        assertThat(checked.json().at("/files/0/repairs/0/reason").asString()).isEqualTo("SYNTAX");
        assertThat(checked.exitCode()).isEqualTo(1);
    }
}
