package dev.saveschema.processor.history.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.ReleasedVersions;
import org.junit.jupiter.api.Test;

/** A member that was only kept may become known, and one that was known may be only kept. */
class KnownAndUnknownTest extends ReleasedVersions {

    private static final String OPEN = "@Default(\"1\") int gold, @Unknown Map<String, JsonNode> unknown";
    private static final String TITLED =
            "@Default(\"1\") int gold, @Default(\"\") String title, @Unknown Map<String, JsonNode> unknown";
    private static final String SAVE = "{\"$version\": 1, \"gold\": 2, \"title\": \"Sir\", \"other\": [1]}";

    private static Document<Object> clean(Schema<Object> schema, String json) {
        Document<Object> document = Running.read(schema, json);
        assertThat(document.repairs()).isEmpty();
        return document;
    }

    @Test
    void aNameThatBecomesKnownIsAdopted() {
        releases.lock(game(1, OPEN, ""));
        assertThat(clean(releases.run("Game", game(2, TITLED, "")).schema("Game"), SAVE)
                        .value())
                .hasToString("Game[gold=2, title=Sir, unknown={other=[1]}]");
    }

    @Test
    void aStepFromRecordToRecordAdoptsItToo() {
        releases.lock(game(1, OPEN, ""));
        String step =
                "@Migration(from = 1, to = 2) static Game same(GameV1 old) { return new Game(old.gold() + 1, \"\", old.unknown()); }";
        assertThat(clean(releases.run("Game", game(2, TITLED, step)).schema("Game"), SAVE)
                        .value())
                .hasToString("Game[gold=3, title=Sir, unknown={other=[1]}]");
    }

    @Test
    void aStepForAPartAdoptsItToo() {
        releases.lock(game(1, "List<Cell> cells", "record Cell(" + OPEN + ") {}"));
        String cell = "record Cell(" + TITLED + ") { @Migration(from = 1, to = 2) static Cell same(GameV1.Cell old) { "
                + "return new Cell(old.gold() + 1, \"\", old.unknown()); } }";
        Document<Object> document = clean(
                releases.run("Game", game(2, "List<Cell> cells", cell)).schema("Game"),
                "{\"$version\": 1, \"cells\": [" + SAVE.replace("\"$version\": 1, ", "") + "]}");
        assertThat(document.value()).hasToString("Game[cells=[Cell[gold=3, title=Sir, unknown={other=[1]}]]]");
    }

    @Test
    void whatIsKeptThoughRemovedIsHandedToTheUnknownMembers() {
        releases.lock(game(1, TITLED, ""));
        String second = "@Removed(name = \"title\", since = 2, keep = true)\n" + game(2, OPEN, "");
        assertThat(clean(releases.run("Game", second).schema("Game"), SAVE).value())
                .hasToString("Game[gold=2, unknown={title=\"Sir\", other=[1]}]");
        releases.lock(second);
        assertThat(clean(releases.run("Game", game(3, TITLED, "")).schema("Game"), SAVE)
                        .value())
                .hasToString("Game[gold=2, title=Sir, unknown={other=[1]}]");
    }

    @Test
    void whatNobodyCouldKeepIsRefused() {
        releases.lock(game(1, "@Default(\"1\") int gold, @Default(\"\") String title", ""));
        releases.compile("@Removed(name = \"title\", since = 2, keep = true)\n"
                        + game(2, "@Default(\"1\") int gold", ""))
                .fails("[SaveSchema/KeptByNobody] Game keeps \"title\", but has nothing to keep it in")
                .atLineContaining("keep = true");
    }

    @Test
    void aMapOfAnythingBecomesAnOpenRecordAndBack() {
        String map = "Map<String, JsonNode> meta";
        String record = "Meta meta";
        String meta = "record Meta(" + TITLED + ") {}";
        releases.lock(game(1, map, ""));
        Schema<Object> second = releases.run("Game", game(2, record, meta)).schema("Game");
        assertThat(clean(second, "{\"$version\": 1, \"meta\": {\"title\": \"Sir\", \"x\": 1}}")
                        .value())
                .hasToString("Game[meta=Meta[gold=1, title=Sir, unknown={x=1}]]");
        releases.lock(game(2, record, meta));
        Schema<Object> third = releases.run("Game", game(3, map, "")).schema("Game");
        assertThat(clean(third, "{\"$version\": 2, \"meta\": {\"gold\": 4, \"title\": \"Sir\", \"x\": 1}}")
                        .value())
                .hasToString("Game[meta={gold=4, title=\"Sir\", x=1}]");
    }

    @Test
    void aMapOfAnythingDoesNotBecomeARecordThatWouldLoseSomeOfIt() {
        releases.lock(game(1, "Map<String, JsonNode> meta", ""));
        releases.compile(game(2, "Meta meta", "record Meta(@Default(\"1\") int gold) {}"))
                .fails("[SaveSchema/UndeclaredTypeChange] meta was Map<String, JsonNode> in version 1 and is Meta, "
                        + "and no step converts it");
    }
}
