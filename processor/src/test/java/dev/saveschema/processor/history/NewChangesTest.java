package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A schema in twelve locked versions, beside {@link TwentyVersionsTest}: steps for parts, what carries over, empty places, several types of
 * JSON, kinds and members that are not known, what is left out, and steps that older programs need not mind.
 */
class NewChangesTest {

    @TempDir
    static Path folder;

    private static final List<String> VERSIONS = new ArrayList<>();

    private static Schema<Object> head;

    private static void version(String onRecord, String components, String within) {
        VERSIONS.add("@SaveSchema(version = %d)\n%s\npublic record World(\n    %s) {\n%s\n}\n"
                .formatted(VERSIONS.size() + 1, onRecord, components, within));
    }

    @BeforeAll
    static void release() {
        String level = "record Level(@Default(\"?\") String name, @Default(\"0\") int points) {%s}\n";
        String items = "record Potion(@Default(\"1\") int strength) implements Item {}\n";
        String kinds = "sealed interface Item permits Potion {}\n@Subtype(\"potion\") ";
        String base = "Map<String, Level> levels, List<Item> bag, List<String> slots, @Default(\"\") String note";
        version("", base + ", Map<String, JsonNode> mods", level.formatted("") + kinds + items);
        // 2: a step for a part, as a tree, wherever the part stands
        String code = "@Migration(from = 1, to = 2) static void twice(ObjectNode old) { old.put(\"points\", 2 *"
                + " old.path(\"points\").asInt(0)); }";
        version("", base + ", Map<String, JsonNode> mods", level.formatted(code) + kinds + items);
        // 3: places that may be empty
        base = base.replace("List<String> slots", "List<Optional<String>> slots");
        version("", base + ", Map<String, JsonNode> mods", level.formatted(code) + kinds + items);
        // 4: a text that may be a list of texts as well
        base = base.replace("@Default(\"\") String note", "@Default(\"\") Note note");
        String note =
                "@OneOf sealed interface Note { record Text(String text) implements Note {} record Lines(List<String>"
                        + " lines) implements Note {} }\n";
        version("", base + ", Map<String, JsonNode> mods", level.formatted(code) + kinds + items + note);
        // 5: any object becomes a record that keeps what it does not know
        String mods = "record Mods(@Default(\"false\") boolean enabled, @Unknown Map<String, JsonNode> others) {}\n";
        version("", base + ", Mods mods", level.formatted(code) + kinds + items + note + mods);
        // 6: a member that it kept becomes known
        mods = "record Mods(@Default(\"false\") boolean enabled, @Default(\"1.0\") String api, @Unknown Map<String,"
                + " JsonNode> others) {}\n";
        version("", base + ", Mods mods", level.formatted(code) + kinds + items + note + mods);
        // 7: and another is not known any more, and stays in the file
        mods = "@Removed(name = \"enabled\", since = 7, keep = true) record Mods(@Default(\"1.0\") String api,"
                + " @Unknown Map<String, JsonNode> others) {}\n";
        version("", base + ", Mods mods", level.formatted(code) + kinds + items + note + mods);
        mods = mods.replace("@Removed(name = \"enabled\", since = 7, keep = true) ", "");
        // 8: a step for a part, from record to record
        String stars =
                "@Removed(name = \"points\", since = 8) record Level(@Default(\"?\") String name, @Default(\"0\") int"
                        + " stars) {\n"
                        + code
                        + "@Migration(from = 7, to = 8) static %s rate(WorldV7.Level old) { return"
                        + " %s.from(old).stars(old.points() / 100).done(); }}\n";
        version("", base + ", Mods mods", stars.formatted("Level", "WorldSchema") + kinds + items + note + mods);
        stars = stars.replace("@Removed(name = \"points\", since = 8) ", "")
                .formatted("WorldV8.Level", "WorldV8.Level");
        // 9: left out where it is the default
        base = base.replace("@Default(\"\") Note note", "@Omit @Default(\"\") Note note")
                .replace("List<Optional<String>> slots", "@Omit List<Optional<String>> slots");
        version("", base + ", Mods mods", stars + kinds + items + note + mods);
        // 10: kinds that are not known stay where they are
        kinds = "sealed interface Item permits Potion, Other {}\n"
                + "record Other(@Unknown Map<String, JsonNode> members) implements Item {}\n"
                + "@Subtype(\"potion\") ";
        version("", base + ", Mods mods", stars + kinds + items + note + mods);
        // 11: the whole document, from record to record, of which nearly all carries over
        base += ", @Default(\"0\") int filled";
        String fill = "@Migration(from = 10, to = 11) static %s fill(WorldV10 old, int original) { return"
                + " %s.from(old).filled((int) old.slots().stream().filter(Optional::isPresent).count() + 100 *"
                + " original).done(); }\n";
        version("", base + ", Mods mods", stars + kinds + items + note + mods + fill.formatted("World", "WorldSchema"));
        fill = fill.formatted("WorldV11", "WorldV11");
        // 12: code that fills in what is new, which older programs need not mind
        base += ", @Default(\"0\") int weight";
        version(
                "",
                base + ", Mods mods",
                stars + kinds + items + note + mods + fill
                        + "@Migration(from = 11, to = 12, compatible = true) static void weigh(ObjectNode save) {"
                        + " save.put(\"weight\", save.path(\"bag\").size()); }\n");

        Releases releases = new Releases(folder);
        VERSIONS.forEach(releases::lock);
        head = releases.run("World", VERSIONS.get(VERSIONS.size() - 1)).schema("World");
    }

    @Test
    void theSampleOfEveryVersionLoadsWithEveryStep() {
        assertThat(VERSIONS).hasSize(12);
        for (int version = 1; version <= 12; version++) {
            Document<Object> document = Running.read(head, new Releases(folder).sampleText("world", version));
            assertThat(document.repairs()).as("repairs of version %d", version).isEmpty();
            assertThat(document.steps()).as("steps from version %d", version).hasSize(12 - version);
        }
        MigrationTest.verify(head, folder);
    }

    @Test
    void aSaveOfTheFirstVersionBecomesWhatEachChangeMakesOfIt() {
        Document<Object> document = Running.read(head, """
            {"$version": 1, "levels": {"a": {"name": "Cave", "points": 250}}, "bag": [{"type": "potion", "strength": 3}],
             "slots": ["sword", "shield"], "note": "hello", "mods": {"api": "2.1", "enabled": true, "laser": {"power": 9}}}\
            """);
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value())
                .hasToString("World[levels={a=Level[name=Cave, stars=5]}, bag=[Potion[strength=3]], "
                        + "slots=[Optional[sword], Optional[shield]], note=Text[text=hello], filled=102, weight=1, "
                        + "mods=Mods[api=2.1, others={enabled=true, laser={\"power\":9}}]]");
    }

    @Test
    void whatALaterVersionAloneCanHaveStaysAsItIs() {
        String newest = """
            {"$version": 12, "levels": {}, "bag": [{"type": "laser", "power": 9}, {"type": "potion", "strength": 1}],
             "slots": [null, "x", null], "note": ["a", "b"], "filled": 1, "weight": 2, "mods": {"api": "3", "z": null}}\
            """;
        Document<Object> document = Running.read(head, newest);
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value().toString())
                .contains("bag=[Other[members={type=\"laser\", power=9}], Potion[strength=1]]")
                .contains("slots=[Optional.empty, Optional[x], Optional.empty], note=Lines[lines=[a, b]]");
        String written = Running.write(head, document.value());
        assertThat(Running.read(head, written).value()).isEqualTo(document.value());
        assertThat(Running.write(
                        head,
                        Running.read(head, "{\"levels\": {}, \"bag\": [], \"mods\": {}, \"$version\": 12}")
                                .value()))
                .doesNotContain("slots", "note");
    }

    /** The changes that an older program need not mind are those of the table in the docs, kind by kind. */
    @Test
    void theHistorySaysHowFarBackAProgramMayBe() {
        Releases releases = new Releases(folder);
        List<String> mayReadAndWrite = new ArrayList<>();
        for (int version = 2; version <= 12; version++) {
            String text = releases.schemaText("world", version);
            mayReadAndWrite.add(
                    version + ": " + number(text, "reads", version) + " " + number(text, "writes", version));
        }
        assertThat(mayReadAndWrite)
                .containsExactly(
                        "2: 2 2",
                        "3: 2 2",
                        "4: 2 2",
                        "5: 2 5",
                        "6: 2 5",
                        "7: 2 5",
                        "8: 8 8",
                        "9: 8 8",
                        "10: 8 8",
                        "11: 11 11",
                        "12: 11 11");
    }

    private static String number(String schema, String name, int otherwise) {
        Matcher number = Pattern.compile("\"" + name + "\": ([0-9]+)").matcher(schema);
        return number.find() ? number.group(1) : Integer.toString(otherwise);
    }
}
