package dev.saveschema.benchmark;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Jackson's tree with a check for each value: how a careful program sanitizes a save today. */
final class CheckedTree implements Peer {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public Progress load(byte[] save) {
        JsonNode root = MAPPER.readTree(save);
        return new Progress(
                whole(root.path(Names.CURRENT_STEP_ID), 1, Integer.MAX_VALUE, 1),
                tasks(root.path(Names.COMPLETED_TASKS)),
                codes(root.path(Names.USER_CODES)),
                root.path(Names.XP_POINTS).isIntegralNumber()
                        ? Math.max(0, root.path(Names.XP_POINTS).longValue())
                        : 0,
                displayName(root.path(Names.DISPLAY_NAME)),
                parsed(root.path(Names.DIFFICULTY), Difficulty::valueOf, Difficulty.NORMAL),
                parsed(root.path(Names.PLAY_TIME), Duration::parse, Duration.ZERO),
                parsed(root.path(Names.LAST_PLAYED), Instant::parse, Instant.EPOCH),
                settings(root.path(Names.SETTINGS)));
    }

    private static int whole(JsonNode node, int min, int max, int fallback) {
        boolean usable = node.isIntegralNumber() && node.canConvertToInt();
        return usable && node.intValue() >= min && node.intValue() <= max ? node.intValue() : fallback;
    }

    private static List<Integer> tasks(JsonNode node) {
        List<Integer> tasks = new ArrayList<>();
        for (JsonNode task : node) {
            if (task.isIntegralNumber() && task.canConvertToInt()) {
                tasks.add(task.intValue());
            }
        }
        return tasks;
    }

    private static Map<Integer, String> codes(JsonNode node) {
        Map<Integer, String> codes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            try {
                if (entry.getValue().isString()) {
                    codes.put(Integer.valueOf(entry.getKey()), entry.getValue().stringValue());
                }
            } catch (NumberFormatException notATask) {
                // left out
            }
        }
        return codes;
    }

    private static String displayName(JsonNode node) {
        return node.isString() && node.stringValue().length() <= 24 ? node.stringValue() : "Anonymous";
    }

    private static <T> T parsed(JsonNode node, Function<String, T> parser, T fallback) {
        try {
            return node.isString() ? parser.apply(node.stringValue()) : fallback;
        } catch (IllegalArgumentException | DateTimeException unusable) {
            return fallback;
        }
    }

    private static Settings settings(JsonNode node) {
        return new Settings(
                whole(node.path(Names.VOLUME), 0, 100, 80),
                node.path(Names.TEXT_SCALE).isNumber()
                        ? node.path(Names.TEXT_SCALE).doubleValue()
                        : 1.0,
                !node.path(Names.HINTS).isBoolean() || node.path(Names.HINTS).booleanValue(),
                node.path(Names.THEME).isString() ? node.path(Names.THEME).stringValue() : "dark");
    }

    @Override
    public byte[] write(Progress progress) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put(Names.CURRENT_STEP_ID, progress.currentStepId());
        ArrayNode tasks = root.putArray(Names.COMPLETED_TASKS);
        progress.completedTasks().forEach(tasks::add);
        ObjectNode codes = root.putObject(Names.USER_CODES);
        progress.userCodes().forEach((task, code) -> codes.put(task.toString(), code));
        root.put(Names.XP_POINTS, progress.xpPoints());
        root.put(Names.DISPLAY_NAME, progress.displayName());
        root.put(Names.DIFFICULTY, progress.difficulty().name());
        root.put(Names.PLAY_TIME, progress.playTime().toString());
        root.put(Names.LAST_PLAYED, progress.lastPlayed().toString());
        ObjectNode settings = root.putObject(Names.SETTINGS);
        settings.put(Names.VOLUME, progress.settings().volume());
        settings.put(Names.TEXT_SCALE, progress.settings().textScale());
        settings.put(Names.HINTS, progress.settings().hints());
        settings.put(Names.THEME, progress.settings().theme());
        return MAPPER.writeValueAsBytes(root);
    }
}
