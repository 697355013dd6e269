package dev.saveschema.benchmark.broad;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.core.util.JsonRecyclerPools;

/** jackson-core as a programmer uses it who wants speed and trusts the file. */
final class CoreByHand implements Contender {

    private final JsonFactory factory = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build();

    @Override
    public Broad read(byte[] save) {
        try (JsonParser in = factory.createParser(ObjectReadContext.empty(), save)) {
            in.nextToken();
            return broad(in);
        }
    }

    private static Broad broad(JsonParser in) {
        String name = "Anonymous";
        int level = 1;
        long experience = 0;
        double health = 0;
        boolean alive = true;
        Broad.Kind kind = Broad.Kind.WARRIOR;
        Instant created = Instant.EPOCH;
        Instant played = Instant.EPOCH;
        Broad.Position position = new Broad.Position(0, 0, 0, "home");
        List<Integer> unlocked = List.of();
        List<Broad.Item> items = List.of();
        Map<String, Integer> counters = Map.of();
        Broad.Settings settings = new Broad.Settings(80, 1, false, "en", Map.of());
        for (String member = in.nextName(); member != null; member = in.nextName()) {
            in.nextToken();
            switch (member) {
                case "name" -> name = in.getString();
                case "level" -> level = in.getIntValue();
                case "experience" -> experience = in.getLongValue();
                case "health" -> health = in.getDoubleValue();
                case "alive" -> alive = in.getBooleanValue();
                case "kind" -> kind = Broad.Kind.valueOf(in.getString());
                case "created" -> created = Instant.parse(in.getString());
                case "played" -> played = Instant.parse(in.getString());
                case "position" -> position = position(in);
                case "unlocked" -> unlocked = all(in, JsonParser::getIntValue);
                case "items" -> items = all(in, CoreByHand::item);
                case "counters" -> counters = entries(in, JsonParser::getIntValue);
                case "settings" -> settings = settings(in);
                default -> in.skipChildren();
            }
        }
        return new Broad(
                name,
                level,
                experience,
                health,
                alive,
                kind,
                created,
                played,
                position,
                unlocked,
                items,
                counters,
                settings);
    }

    private static Broad.Position position(JsonParser in) {
        double x = 0;
        double y = 0;
        double z = 0;
        String map = "home";
        for (String member = in.nextName(); member != null; member = in.nextName()) {
            in.nextToken();
            switch (member) {
                case "x" -> x = in.getDoubleValue();
                case "y" -> y = in.getDoubleValue();
                case "z" -> z = in.getDoubleValue();
                case "map" -> map = in.getString();
                default -> in.skipChildren();
            }
        }
        return new Broad.Position(x, y, z, map);
    }

    private static Broad.Item item(JsonParser in) {
        int id = 0;
        String name = "?";
        int count = 1;
        double weight = 0;
        double condition = 1;
        boolean equipped = false;
        Broad.Kind usableBy = Broad.Kind.WARRIOR;
        List<String> tags = List.of();
        Instant found = Instant.EPOCH;
        for (String member = in.nextName(); member != null; member = in.nextName()) {
            in.nextToken();
            switch (member) {
                case "id" -> id = in.getIntValue();
                case "name" -> name = in.getString();
                case "count" -> count = in.getIntValue();
                case "weight" -> weight = in.getDoubleValue();
                case "condition" -> condition = in.getDoubleValue();
                case "equipped" -> equipped = in.getBooleanValue();
                case "usableBy" -> usableBy = Broad.Kind.valueOf(in.getString());
                case "tags" -> tags = all(in, JsonParser::getString);
                case "found" -> found = Instant.parse(in.getString());
                default -> in.skipChildren();
            }
        }
        return new Broad.Item(id, name, count, weight, condition, equipped, usableBy, tags, found);
    }

    private static Broad.Settings settings(JsonParser in) {
        int volume = 80;
        double speed = 1;
        boolean muted = false;
        String language = "en";
        Map<String, String> keys = Map.of();
        for (String member = in.nextName(); member != null; member = in.nextName()) {
            in.nextToken();
            switch (member) {
                case "volume" -> volume = in.getIntValue();
                case "speed" -> speed = in.getDoubleValue();
                case "muted" -> muted = in.getBooleanValue();
                case "language" -> language = in.getString();
                case "keys" -> keys = entries(in, JsonParser::getString);
                default -> in.skipChildren();
            }
        }
        return new Broad.Settings(volume, speed, muted, language, keys);
    }

    private static <T> List<T> all(JsonParser in, Function<JsonParser, T> element) {
        List<T> all = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            all.add(element.apply(in));
        }
        return all;
    }

    private static <T> Map<String, T> entries(JsonParser in, Function<JsonParser, T> value) {
        Map<String, T> entries = new LinkedHashMap<>();
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            in.nextToken();
            entries.put(key, value.apply(in));
        }
        return entries;
    }

    @Override
    public byte[] write(Broad save) {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator out = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(out, save);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, Broad save) {
        out.writeStartObject();
        out.writeName("name").writeString(save.name());
        out.writeName("level").writeNumber(save.level());
        out.writeName("experience").writeNumber(save.experience());
        out.writeName("health").writeNumber(save.health());
        out.writeName("alive").writeBoolean(save.alive());
        out.writeName("kind").writeString(save.kind().name());
        out.writeName("created").writeString(save.created().toString());
        out.writeName("played").writeString(save.played().toString());
        Broad.Position position = save.position();
        out.writeName("position").writeStartObject();
        out.writeName("x").writeNumber(position.x());
        out.writeName("y").writeNumber(position.y());
        out.writeName("z").writeNumber(position.z());
        out.writeName("map").writeString(position.map());
        out.writeEndObject();
        out.writeName("unlocked").writeStartArray();
        for (int each : save.unlocked()) {
            out.writeNumber(each);
        }
        out.writeEndArray();
        out.writeName("items").writeStartArray();
        for (Broad.Item item : save.items()) {
            write(out, item);
        }
        out.writeEndArray();
        out.writeName("counters").writeStartObject();
        for (Map.Entry<String, Integer> counter : save.counters().entrySet()) {
            out.writeName(counter.getKey()).writeNumber(counter.getValue());
        }
        out.writeEndObject();
        Broad.Settings settings = save.settings();
        out.writeName("settings").writeStartObject();
        out.writeName("volume").writeNumber(settings.volume());
        out.writeName("speed").writeNumber(settings.speed());
        out.writeName("muted").writeBoolean(settings.muted());
        out.writeName("language").writeString(settings.language());
        out.writeName("keys").writeStartObject();
        for (Map.Entry<String, String> key : settings.keys().entrySet()) {
            out.writeName(key.getKey()).writeString(key.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Broad.Item item) {
        out.writeStartObject();
        out.writeName("id").writeNumber(item.id());
        out.writeName("name").writeString(item.name());
        out.writeName("count").writeNumber(item.count());
        out.writeName("weight").writeNumber(item.weight());
        out.writeName("condition").writeNumber(item.condition());
        out.writeName("equipped").writeBoolean(item.equipped());
        out.writeName("usableBy").writeString(item.usableBy().name());
        out.writeName("tags").writeStartArray();
        for (String tag : item.tags()) {
            out.writeString(tag);
        }
        out.writeEndArray();
        out.writeName("found").writeString(item.found().toString());
        out.writeEndObject();
    }
}
