package dev.saveschema.processor.emit;

import static dev.saveschema.processor.emit.FormatFile.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Outcome;
import dev.saveschema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Maps of the Tiled editor, in files that are written after its documentation of the JSON format and the changes that it lists: names that became
 * a list, numbers that became text, a member that was renamed and renamed back, layers within layers.
 */
class TiledMapsTest {

    private static final String NEWEST = """
        {"type": "map", "version": "1.10", "tiledversion": "1.10.2", "orientation": "orthogonal", "renderorder": "right-down",
         "width": 2, "height": 2, "tilewidth": 16, "tileheight": 16, "infinite": false, "nextlayerid": 6, "nextobjectid": 3,
         "properties": [{"name": "music", "type": "file", "value": "a.ogg"}, {"name": "boss", "type": "object", "value": 2}],
         "tilesets": [
           {"firstgid": 1, "source": "ground.tsj"},
           {"firstgid": 100, "name": "people", "columns": 4, "tiles": [
             {"id": 0, "type": "Hero", "animation": [{"duration": 100, "tileid": 1}]}, {"id": 7, "properties": [
                {"name": "speed", "type": "float", "value": 1.5}]}]}],
         "layers": [
           {"type": "tilelayer", "id": 1, "name": "ground", "width": 2, "height": 2, "x": 0, "y": 0, "opacity": 1, "visible": true,
            "data": [1, 2, 3221225473, 0]},
           {"type": "tilelayer", "id": 2, "name": "packed", "width": 2, "height": 2, "x": 0, "y": 0, "opacity": 0.75, "visible": false,
            "encoding": "base64", "compression": "zlib", "data": "eJxjZGBgYARiAAAUAAU="},
           {"type": "objectgroup", "id": 3, "name": "people", "x": 0, "y": 0, "opacity": 1, "visible": true, "draworder": "topdown",
            "objects": [
              {"id": 1, "name": "Ada", "type": "Npc", "x": 32, "y": 12.5, "width": 0, "height": 0, "rotation": 0, "visible": true,
               "point": true},
              {"id": 2, "name": "", "type": "", "x": 0, "y": 0, "width": 0, "height": 0, "rotation": 45, "visible": true,
               "polygon": [{"x": 0, "y": 0}, {"x": 8.25, "y": -3}]}]},
           {"type": "group", "id": 4, "name": "sky", "opacity": 1, "visible": true, "x": 0, "y": 0, "layers": [
             {"type": "imagelayer", "id": 5, "name": "clouds", "image": "c.png", "repeatx": true}]}]}\
        """;

    private static final String FIRST = """
        {"version": 1, "tiledversion": "1.1.6", "type": "map", "orientation": "isometric", "width": 1, "height": 1, "tilewidth": 8,
         "tileheight": 4, "nextobjectid": 2, "properties": {"music": "a.ogg", "stars": 3}, "propertytypes": {"music": "file", "stars": "int"},
         "tilesets": [{"firstgid": 1, "name": "t",
           "tiles": {"11": {"terrain": [0, 1, 0, 1]}, "2": {"type": "Door"}},
           "tileproperties": {"2": {"open": true}, "5": {"hp": 7}}, "tilepropertytypes": {"2": {"open": "bool"}, "5": {"hp": "int"}}}],
         "layers": [
           {"type": "group", "name": "g", "layers": [
             {"type": "tilelayer", "name": "ground", "opacity": 1, "visible": true, "data": [2],
              "properties": {"depth": 1}, "propertytypes": {"depth": "int"}}]},
           {"type": "objectgroup", "name": "o", "opacity": 1, "visible": true, "objects": [
             {"id": 1, "name": "n", "type": "Npc", "x": 1, "y": 2, "width": 3, "height": 4,
              "properties": {"hp": 12}, "propertytypes": {"hp": "int"}}]}]}\
        """;

    private static final String FIRST_AS_NEWEST = """
        {"version": "1.10", "tiledversion": "1.1.6", "type": "map", "orientation": "isometric", "width": 1, "height": 1, "tilewidth": 8,
         "tileheight": 4, "nextobjectid": 2, "nextlayerid": 4, "properties": [
           {"name": "music", "type": "file", "value": "a.ogg"}, {"name": "stars", "type": "int", "value": 3}],
         "tilesets": [{"firstgid": 1, "name": "t", "tiles": [
           {"id": 2, "type": "Door", "properties": [{"name": "open", "type": "bool", "value": true}]},
           {"id": 5, "properties": [{"name": "hp", "type": "int", "value": 7}]},
           {"id": 11, "terrain": [0, 1, 0, 1]}]}],
         "layers": [
           {"type": "group", "id": 1, "name": "g", "layers": [
             {"type": "tilelayer", "id": 2, "name": "ground", "opacity": 1, "visible": true, "data": [2],
              "properties": [{"name": "depth", "type": "int", "value": 1}]}]},
           {"type": "objectgroup", "id": 3, "name": "o", "opacity": 1, "visible": true, "objects": [
             {"id": 1, "name": "n", "type": "Npc", "x": 1, "y": 2, "width": 3, "height": 4,
              "properties": [{"name": "hp", "type": "int", "value": 12}]}]}]}\
        """;

    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() throws IOException {
        schema = FormatFile.schema("TiledMap");
    }

    private FormatFile file() {
        return new FormatFile(folder.resolve("map.tmj"));
    }

    private JsonNode saved(String json) throws IOException {
        return file().saved(schema, json);
    }

    private Outcome outcome(String json) throws IOException {
        return file().outcome(schema, json);
    }

    @Test
    void aMapIsSavedAsItWas() throws IOException {
        assertThat(saved(NEWEST)).isEqualTo(tree(NEWEST));
    }

    @Test
    void theFirstMapsBecomeTheNewest() throws IOException {
        assertThat(saved(FIRST)).isEqualTo(tree(FIRST_AS_NEWEST));
    }

    @ParameterizedTest
    @CsvSource({"1.2, type", "1.5, type", "'\"1.6\"', type", "'\"1.8\"', type", "'\"1.9\"', class"})
    void whatWasRenamedAndRenamedBackIsOneThing(String version, String name) throws IOException {
        String older = NEWEST.replace("\"1.10\"", version)
                .replace("\"type\": \"Npc\"", "\"" + name + "\": \"Npc\"")
                .replace("\"name\": \"\", \"type\"", "\"name\": \"\", \"" + name + "\"")
                .replace("\"type\": \"Hero\"", "\"" + name + "\": \"Hero\"");
        assertThat(saved(older)).isEqualTo(tree(NEWEST));
    }

    @Test
    void tilesOfAnInfiniteMapStandInChunks() throws IOException {
        String infinite = NEWEST.replace(
                "\"data\": [1, 2, 3221225473, 0]",
                "\"startx\": -16, \"chunks\": [{\"x\": -16, \"y\": 0, \"width\": 1, \"height\": 2, \"data\": [4, 5]},"
                        + " {\"x\": 0, \"y\": 0, \"width\": 1, \"height\": 1, \"data\": \"AQAAAA==\"}]");
        assertThat(saved(infinite)).isEqualTo(tree(infinite));
    }

    @Test
    void whatALaterEditorAddsStaysWhereItIs() throws IOException {
        String later = NEWEST.replace("\"point\": true", "\"capsule\": true")
                .replace("\"imagelayer\"", "\"meshlayer\"")
                .replace("\"infinite\": false", "\"infinite\": false, \"skew\": [1, null]");
        assertThat(saved(later)).isEqualTo(tree(later));
    }

    @Test
    void aMapOfALaterFormatIsNotReplaced() throws IOException {
        assertThat(outcome(NEWEST.replace("\"1.10\"", "\"1.11\""))).isEqualTo(Outcome.NEWER);
        assertThat(outcome(NEWEST.replace("\"1.10\"", "\"2.0\""))).isEqualTo(Outcome.NEWER);
    }
}
