package dev.saveschema.benchmark.broad;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jackson's tree with a check for each value: how a careful program sanitizes a save today. */
final class TreeWithChecks implements Contender {

    private static final Instant FALLBACK = Instant.parse("2026-01-01T00:00:00Z");

    private final JsonMapper mapper = JsonMapper.shared();

    @Override
    public Broad read(byte[] save) {
        JsonNode root = mapper.readTree(save);
        JsonNode position = root.path("position");
        JsonNode settings = root.path("settings");
        return new Broad(
                text(root.path("name"), "Anonymous", 40),
                whole(root.path("level"), 1, Integer.MAX_VALUE, 1),
                root.path("experience").isIntegralNumber()
                        ? Math.max(0, root.path("experience").longValue())
                        : 0,
                decimal(root.path("health"), 0),
                flag(root.path("alive"), true),
                parsed(root.path("kind"), Broad.Kind::valueOf, Broad.Kind.WARRIOR),
                parsed(root.path("created"), Instant::parse, FALLBACK),
                parsed(root.path("played"), Instant::parse, FALLBACK),
                new Broad.Position(
                        decimal(position.path("x"), 0),
                        decimal(position.path("y"), 0),
                        decimal(position.path("z"), 0),
                        text(position.path("map"), "home", Integer.MAX_VALUE)),
                all(root.path("unlocked"), each -> whole(each, Integer.MIN_VALUE, Integer.MAX_VALUE, 0)),
                all(root.path("items"), TreeWithChecks::item),
                entries(root.path("counters"), each -> whole(each, Integer.MIN_VALUE, Integer.MAX_VALUE, 0)),
                new Broad.Settings(
                        whole(settings.path("volume"), 0, 100, 80),
                        decimal(settings.path("speed"), 1),
                        flag(settings.path("muted"), false),
                        text(settings.path("language"), "en", Integer.MAX_VALUE),
                        entries(settings.path("keys"), each -> text(each, "", Integer.MAX_VALUE))));
    }

    private static Broad.Item item(JsonNode item) {
        return new Broad.Item(
                whole(item.path("id"), Integer.MIN_VALUE, Integer.MAX_VALUE, 0),
                text(item.path("name"), "?", Integer.MAX_VALUE),
                whole(item.path("count"), 0, 999, 1),
                decimal(item.path("weight"), 0),
                decimal(item.path("condition"), 1),
                flag(item.path("equipped"), false),
                parsed(item.path("usableBy"), Broad.Kind::valueOf, Broad.Kind.WARRIOR),
                all(item.path("tags"), each -> text(each, "", Integer.MAX_VALUE)),
                parsed(item.path("found"), Instant::parse, FALLBACK));
    }

    private static int whole(JsonNode node, int min, int max, int fallback) {
        boolean usable = node.isIntegralNumber() && node.canConvertToInt();
        return usable && node.intValue() >= min && node.intValue() <= max ? node.intValue() : fallback;
    }

    private static double decimal(JsonNode node, double fallback) {
        return node.isNumber() ? node.doubleValue() : fallback;
    }

    private static boolean flag(JsonNode node, boolean fallback) {
        return node.isBoolean() ? node.booleanValue() : fallback;
    }

    private static String text(JsonNode node, String fallback, int most) {
        return node.isString() && node.stringValue().length() <= most ? node.stringValue() : fallback;
    }

    private static <T> T parsed(JsonNode node, Function<String, T> parser, T fallback) {
        try {
            return node.isString() ? parser.apply(node.stringValue()) : fallback;
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return fallback;
        }
    }

    private static <T> List<T> all(JsonNode array, Function<JsonNode, T> element) {
        List<T> all = new ArrayList<>();
        array.forEach(each -> all.add(element.apply(each)));
        return all;
    }

    private static <T> Map<String, T> entries(JsonNode object, Function<JsonNode, T> value) {
        Map<String, T> entries = new LinkedHashMap<>();
        object.properties().forEach(each -> entries.put(each.getKey(), value.apply(each.getValue())));
        return entries;
    }

    @Override
    public byte[] write(Broad save) {
        return mapper.writeValueAsBytes(mapper.<JsonNode>valueToTree(save));
    }
}
