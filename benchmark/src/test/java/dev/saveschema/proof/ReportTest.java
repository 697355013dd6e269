package dev.saveschema.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal that shows the report of a load only shows it, whatever is in the file. */
class ReportTest {

    /** Clear the screen, another line, writing from right to left, half of a pair; as they are, and as escapes. */
    private static final List<String> ACTED_ON =
            List.of("\u001b[2J", "\r\n", "\u202e", "\u009b1m", "\\u001b[2J", "\\r\\n", "\\u202e", "\\ud800", "\\u0000");

    private static final List<String> PLACES = List.of(
            "%s",
            "{%s",
            "{\"$version\": %s}",
            "{\"$version\": \"%s\"}",
            "{\"%s\": 1}",
            "{\"%s\": 1, \"%s\": 2}",
            "{\"$%s\": 1}",
            "{\"whole\": \"%s\"}",
            "{\"whole\": %s}",
            "{\"level\": \"%s\"}",
            "{\"date\": \"%s\", \"uri\": \"%s %s\", \"zone\": \"%s\", \"locale\": \"%s\"}",
            "{\"byInt\": {\"%s\": \"a\"}, \"byUuid\": {\"%s\": 1}, \"byLevel\": {\"%s\": {}}}",
            "{\"words\": {\"%s\": \"a\"}, \"slug\": \"%s\", \"title\": \"longer than ten %s\"}",
            "{\"figure\": {\"type\": \"%s\"}, \"figures\": [{\"%s\": \"dot\"}]}",
            "{\"inner\": {\"%s\": 1}, \"byText\": {\"%s\": []}, \"tree\": {\"%s\": {\"%s\": 1}}}",
            "{\"custom\": {\"%s\": 1}, \"customs\": [\"\\u0000%s\"], \"intervals\": [{\"from\": 2, \"to\": 1}]}",
            "{\"whole\": 1, \"$save\": {\"v\": 1, \"gen\": \"%s\", \"id\": \"%s\", \"time\": \"%s\"}}",
            "{\"whole\": 1, \"$save\": {\"v\": 7, \"gen\": 1, \"%s\": \"%s\"}}");

    @TempDir
    Path folder;

    @Test
    void nothingInAReportIsActedOn() throws IOException {
        int files = 0;
        int reported = 0;
        for (String place : PLACES) {
            for (String text : ACTED_ON) {
                Path file = folder.resolve("save-" + ++files + ".json");
                Files.writeString(file, place.replace("%s", text));
                try (SaveStore<Everything> store = SaveStore.open(EverythingSchema.INSTANCE, file)) {
                    LoadResult<Everything> loaded = store.load();
                    loaded.repairs().forEach(repair -> Loads.assertPrintable(repair.toString()));
                    loaded.findings().forEach(finding -> Loads.assertPrintable(finding.detail()));
                    reported += loaded.repairs().size() + loaded.findings().size();
                }
            }
        }
        assertThat(reported).isGreaterThan(PLACES.size() * ACTED_ON.size());
    }
}
