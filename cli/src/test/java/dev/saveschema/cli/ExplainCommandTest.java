package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    @Test
    void everySectionOfThePageIsFoundAndIsWhole() throws Exception {
        List<String> codes = Files.readString(Path.of("../docs/errors.md"))
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();
        assertThat(codes).hasSizeGreaterThan(80);
        for (String code : codes) {
            Cli page = Cli.run("explain", code);
            assertThat(page.exitCode()).as(code).isZero();
            assertThat(page.out()).startsWith(code + "\n").contains("Before").doesNotContain("###", "```");
        }
        assertThat(Cli.run("explain").out().lines().filter(line -> line.startsWith("  ")))
                .hasSize(codes.size());
    }

    @Test
    void everyReasonOfARepairHasAPage() {
        for (Reason reason : Reason.values()) {
            assertThat(Cli.run("explain", reason.name()).exitCode()).isZero();
        }
    }

    @Test
    void codeIsTakenAsAMessageHasItAndMisspeltOnesAreNearOthers() {
        assertThat(Cli.run("explain", "[SaveSchema/UnknownConstant]").out()).startsWith("UnknownConstant\n");
        assertThat(Cli.run("explain", "too-long").out()).startsWith("TOO_LONG\n");
        assertThat(Cli.run("explain", "UnknwonConstnat"))
                .isEqualTo(
                        new Cli(
                                3,
                                "",
                                "saveschema: there is no code UnknwonConstnat; similar ones: UnknownConstant, UNKNOWN_CONSTANT\n"));
    }
}
