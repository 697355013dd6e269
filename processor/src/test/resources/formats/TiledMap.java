package example;

import dev.saveschema.Envelope;
import dev.saveschema.annotation.*;
import java.math.BigDecimal;
import java.util.*;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Maps of the Tiled editor. Its formats before 1.2 are version 1, those before 1.6 version 2, and those before 1.9 version 3; 1.9 is version 4,
 * and 1.10, which later editors write too, is version 5.
 */
@SaveSchema(version = 5, envelope = TiledMap.Versions.class)
public record TiledMap(
        @Default("1") int width, @Default("1") int height, @Default("32") int tilewidth, @Default("32") int tileheight,
        @Default("ORTHOGONAL") Orientation orientation, List<Layer> layers, List<Tileset> tilesets, @Omit List<Property> properties,
        @Default("1") int nextobjectid, @Since(2) @Default("1") int nextlayerid, @Unknown Map<String, JsonNode> others) {

    public enum Orientation {
        @Name("orthogonal") ORTHOGONAL, @Name("isometric") ISOMETRIC, @Name("staggered") STAGGERED, @Name("hexagonal") HEXAGONAL
    }

    /** A value of the map maker's own; which types there are is for the editor to say. */
    public record Property(@Default("") String name, @Default("string") String type, @Default("\"\"") JsonNode value, @Unknown Map<String, JsonNode> others) {}

    public sealed interface Layer permits TileLayer, ObjectLayer, Group, OtherLayer {

        @Migration(from = 1, to = 2)
        static void listProperties(ObjectNode layer) {
            TiledMap.listProperties(layer);
        }
    }

    @Subtype("tilelayer")
    public record TileLayer(
            @Since(2) @Default("0") int id, @Default("") String name, @Default("1") BigDecimal opacity, @Default("true") boolean visible,
            @Omit Optional<Cells> data, @Omit List<Chunk> chunks, @Omit List<Property> properties, @Unknown Map<String, JsonNode> others)
            implements Layer {}

    @Subtype("objectgroup")
    public record ObjectLayer(
            @Since(2) @Default("0") int id, @Default("") String name, @Default("1") BigDecimal opacity, @Default("true") boolean visible,
            List<Thing> objects, @Omit List<Property> properties, @Unknown Map<String, JsonNode> others) implements Layer {}

    @Subtype("group")
    public record Group(
            @Since(2) @Default("0") int id, @Default("") String name, List<Layer> layers, @Omit List<Property> properties,
            @Unknown Map<String, JsonNode> others) implements Layer {}

    public record OtherLayer(@Unknown Map<String, JsonNode> others) implements Layer {}

    /** The tiles by their global numbers, of which the highest bits say how one is turned, or those numbers in Base64. */
    @OneOf
    public sealed interface Cells {
        record Numbers(@Each(range = @Range(min = 0, max = 4294967295L)) List<Long> numbers) implements Cells {}

        record Encoded(String base64) implements Cells {}
    }

    public record Chunk(
            @Default("0") int x, @Default("0") int y, @Default("16") int width, @Default("16") int height,
            @Default("[]") Cells data) {}

    public record Thing(
            @Default("0") int id, @Default("") String name,
            @RenamedFrom(value = "type", since = 4) @RenamedFrom(value = "class", since = 5) @Name("type") @Default("") String kind,
            @Default("0") BigDecimal x, @Default("0") BigDecimal y, @Default("0") BigDecimal width, @Default("0") BigDecimal height,
            @Omit List<Point> polygon, @Omit List<Property> properties, @Unknown Map<String, JsonNode> others) {

        @Migration(from = 1, to = 2)
        static void listProperties(ObjectNode thing) {
            TiledMap.listProperties(thing);
        }
    }

    public record Point(@Default("0") BigDecimal x, @Default("0") BigDecimal y) {}

    public record Tileset(
            @Default("1") int firstgid, @Omit Optional<String> source, @Omit Optional<String> name, @Omit List<Tile> tiles,
            @Omit List<Property> properties, @Unknown Map<String, JsonNode> others) {

        /** Tiles and their properties had their numbers for names. */
        @Migration(from = 1, to = 2)
        static void listTiles(ObjectNode tileset) {
            SortedMap<Integer, ObjectNode> tiles = new TreeMap<>();
            for (String member : List.of("tiles", "tileproperties", "tilepropertytypes")) {
                for (Map.Entry<String, JsonNode> of : tileset.path(member).properties()) {
                    int id = Integer.parseInt(of.getKey());
                    ObjectNode tile = tiles.computeIfAbsent(id, number -> tileset.objectNode().put("id", number));
                    if (member.equals("tiles")) {
                        tile.setAll((ObjectNode) of.getValue());
                    } else {
                        tile.set(member.substring("tile".length()), of.getValue());
                    }
                }
            }
            tileset.remove(List.of("tileproperties", "tilepropertytypes"));
            ArrayNode list = tileset.putArray("tiles");
            tiles.values().forEach(tile -> {
                TiledMap.listProperties(tile);
                list.add(tile);
            });
            TiledMap.listProperties(tileset);
        }
    }

    public record Tile(
            @Default("0") int id,
            @RenamedFrom(value = "type", since = 4) @RenamedFrom(value = "class", since = 5) @Name("type") @Omit Optional<String> kind,
            @Omit List<Property> properties, @Unknown Map<String, JsonNode> others) {}

    /** Layers got numbers of their own. */
    @Migration(from = 1, to = 2)
    static void numberLayers(ObjectNode map) {
        map.put("nextlayerid", number(map, 1));
        listProperties(map);
    }

    private static int number(ObjectNode parent, int first) {
        int next = first;
        for (JsonNode layer : parent.path("layers")) {
            next = number(((ObjectNode) layer).put("id", next), next + 1);
        }
        return next;
    }

    /** {@code {"speed": 3}} and {@code {"speed": "int"}} are one list. */
    private static void listProperties(ObjectNode owner) {
        JsonNode types = owner.path("propertytypes");
        JsonNode values = owner.path("properties");
        owner.remove(List.of("propertytypes", "properties"));
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            owner.withArray("properties")
                    .addObject()
                    .put("name", value.getKey())
                    .put("type", types.path(value.getKey()).asString("string"))
                    .set("value", value.getValue());
        }
    }

    static final class Versions implements Envelope {

        private static final List<String> LAST = List.of("1.1", "1.5", "1.8", "1.9", "1.10");

        @Override
        public int version(JsonNode root) {
            String[] numbers = root.path("version").asString("1").split("\\.");
            int minor = numbers.length < 2 ? 0 : Integer.parseInt(numbers[1]);
            return !numbers[0].equals("1") || minor > 10 ? 6 : minor < 2 ? 1 : minor < 6 ? 2 : minor < 9 ? 3 : minor - 5;
        }

        /** Until 1.5 it was a number. */
        @Override
        public void stamp(ObjectNode root, int version) {
            String last = LAST.get(version - 1);
            if (version < 3) {
                root.put("version", new BigDecimal(last));
            } else {
                root.put("version", last);
            }
        }
    }
}
