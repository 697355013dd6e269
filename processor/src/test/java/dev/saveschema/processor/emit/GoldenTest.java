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
        "LedgerSchema"
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

    /** The source in the layout of palantir-java-format. */
    public static String formatted(String source) throws FormatterException {
        return Formatter.createFormatter(JavaFormatterOptions.builder()
                        .style(Style.PALANTIR)
                        .formatJavadoc(false)
                        .build())
                .formatSourceAndFixImports(source);
    }
}
