package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import dev.saveschema.processor.history.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Generated code, for review: one small record for each feature of the emitter. After a change of the emitter, {@code
 * -Dtest=GoldenTest -Dgolden.update=true} writes the files anew; then read the diff.
 */
public class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @CsvSource({
        "Player, PlayerSchema",
        "Inventory, InventorySchema",
        "Report, ReportSchema",
        "House, HouseSchema",
        "Progress, ProgressSchema",
        "Options, OptionsSchema",
        "Game, Game_ProgressSchema",
        "Shelf, ShelfSchema",
        "Workshop, WorkshopSchema",
        "Canvas, CanvasSchema",
        "Quest, QuestSchema",
        "Notes, NotesSchema",
        "Board, BoardSchema"
    })
    void generatedCodeReadsAsInReview(String name, String generated) throws IOException {
        Path golden = FOLDER.resolve(generated + ".java");
        String source = Running.compileFile("example." + name, Files.readString(FOLDER.resolve(name + ".java")))
                .source(generated);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, source);
        }
        assertThat(source).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @CsvSource({
        "PlayerSchema",
        "InventorySchema",
        "ReportSchema",
        "HouseSchema",
        "ProgressSchema",
        "OptionsSchema",
        "Game_ProgressSchema",
        "ShelfSchema",
        "WorkshopSchema",
        "CanvasSchema",
        "QuestSchema",
        "NotesSchema",
        "BoardSchema",
        "LedgerSchema",
        "CampaignSchema",
        "CampaignV2"
    })
    void theFormatterHasNothingToChange(String generated) throws IOException, FormatterException {
        String golden = Files.readString(FOLDER.resolve(generated + ".java"));
        assertThat(golden).isEqualTo(formatted(golden));
    }

    /** The rights of older programs come from the history. */
    @Test
    void aVersionThatOlderProgramsReadAndWriteSaysSo(@TempDir Path history) throws IOException {
        String first = "@SaveSchema(version = 1) public record Ledger(@Default(\"0\") @Range(max = 9) int gold) {}";
        String second = first.replace("version = 1", "version = 2").replace("max = 9", "max = 5");
        String third = second.replace("version = 2", "version = 3").replace("gold)", "gold, @Default(\"1\") int keys)");
        Path golden = FOLDER.resolve("LedgerSchema.java");
        String source = new Releases(history)
                .lock(first)
                .lock(second)
                .run("Ledger", third)
                .source("LedgerSchema");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, source);
        }
        assertThat(source)
                .isEqualTo(Files.readString(golden))
                .contains("public int reads() {", "public int writes() {");
    }

    /** The code by which a step from record to record carries over, to the head and to a version that is locked. */
    @ParameterizedTest
    @CsvSource({"CampaignSchema, 2, Campaign, CampaignSchema.from", "CampaignV2, 3, CampaignV2, CampaignV2.from"})
    void whatCarriesOverReadsAsInReview(String name, int version, String made, String from, @TempDir Path history)
            throws IOException {
        String first = """
                @SaveSchema(version = 1)
                public record Campaign(
                    @Default("0") int minutes, Map<String, Level> levels, List<Token> tokens, @Default("EASY") Mode mode) {
                  record Level(@Default("0") int stars, Optional<Mode> mode) {}
                  sealed interface Token permits Coin, Gem {}
                  @Subtype("coin") record Coin(@Default("1") int worth) implements Token {}
                  @Subtype("gem") record Gem(@Default("red") String color) implements Token {}
                  enum Mode { EASY, HARD }
                }
                """;
        String second = first.replace("version = 1", "version = 2")
                .replace("\"0\") int minutes", "\"PT0S\") Duration minutes")
                .replace("int stars", "int stars, @Default(\"false\") boolean bonus")
                .replace("HARD", "@RenamedFrom(value = \"HARD\", since = 2) HEROIC");
        String step = "@Migration(from = 1, to = 2) static %s step(CampaignV1 old) {"
                + " return %s(old, Duration.ofMinutes(old.minutes())).done(); }\n  record";
        Releases releases = new Releases(history).lock(first);
        if (version == 3) {
            releases.lock(second.replaceFirst("record(?= Level)", step.formatted("Campaign", "CampaignSchema.from")));
        }
        Path golden = FOLDER.resolve(name + ".java");
        String source = releases.run(
                        "Campaign",
                        second.replace("version = 2", "version = " + version)
                                .replaceFirst("record(?= Level)", step.formatted(made, from)))
                .source(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, source);
        }
        assertThat(source).isEqualTo(Files.readString(golden));
    }

    /** The source in the layout of palantir-java-format. */
    public static String formatted(String source) throws FormatterException {
        return Formatter.createFormatter(JavaFormatterOptions.builder()
                        .style(Style.PALANTIR)
                        .formatJavadoc(false)
                        .build())
                .formatSourceAndFixImports(source);
    }
}
