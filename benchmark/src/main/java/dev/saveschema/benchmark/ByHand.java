package dev.saveschema.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.Named;

/**
 * jackson-core as a programmer uses it who wants speed and trusts the file: the upper bound for every peer that is built on
 * jackson-core.
 */
final class ByHand implements Peer {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build();

    private static final PropertyNameMatcher PROGRESS = matcher(
            Names.CURRENT_STEP_ID,
            Names.COMPLETED_TASKS,
            Names.USER_CODES,
            Names.XP_POINTS,
            Names.DISPLAY_NAME,
            Names.DIFFICULTY,
            Names.PLAY_TIME,
            Names.LAST_PLAYED,
            Names.SETTINGS);
    private static final PropertyNameMatcher SETTINGS =
            matcher(Names.VOLUME, Names.TEXT_SCALE, Names.HINTS, Names.THEME);

    private static PropertyNameMatcher matcher(String... names) {
        return FACTORY.constructNameMatcher(
                List.of(names).stream().<Named>map(Named::fromString).toList(), false);
    }

    @Override
    public Progress load(byte[] save) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), save)) {
            in.nextToken();
            return progress(in);
        }
    }

    private static Progress progress(JsonParser in) {
        int currentStepId = 1;
        List<Integer> completedTasks = List.of();
        Map<Integer, String> userCodes = Map.of();
        long xpPoints = 0;
        String displayName = "Anonymous";
        Difficulty difficulty = Difficulty.NORMAL;
        Duration playTime = Duration.ZERO;
        Instant lastPlayed = Instant.EPOCH;
        @Nullable Settings settings = null;
        for (int name = in.nextNameMatch(PROGRESS);
                name != PropertyNameMatcher.MATCH_END_OBJECT;
                name = in.nextNameMatch(PROGRESS)) {
            in.nextToken();
            switch (name) {
                case 0 -> currentStepId = in.getIntValue();
                case 1 -> completedTasks = tasks(in);
                case 2 -> userCodes = codes(in);
                case 3 -> xpPoints = in.getLongValue();
                case 4 -> displayName = in.getString();
                case 5 -> difficulty = Difficulty.valueOf(in.getString());
                case 6 -> playTime = Duration.parse(in.getString());
                case 7 -> lastPlayed = Instant.parse(in.getString());
                case 8 -> settings = settings(in);
                default -> in.skipChildren();
            }
        }
        return new Progress(
                currentStepId,
                completedTasks,
                userCodes,
                xpPoints,
                displayName,
                difficulty,
                playTime,
                lastPlayed,
                settings == null ? new Settings(80, 1.0, true, "dark") : settings);
    }

    private static List<Integer> tasks(JsonParser in) {
        List<Integer> tasks = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            tasks.add(in.getIntValue());
        }
        return tasks;
    }

    private static Map<Integer, String> codes(JsonParser in) {
        Map<Integer, String> codes = new LinkedHashMap<>();
        for (String task = in.nextName(); task != null; task = in.nextName()) {
            in.nextToken();
            codes.put(Integer.valueOf(task), in.getString());
        }
        return codes;
    }

    private static Settings settings(JsonParser in) {
        int volume = 80;
        double textScale = 1;
        boolean hints = true;
        String theme = "dark";
        for (int name = in.nextNameMatch(SETTINGS);
                name != PropertyNameMatcher.MATCH_END_OBJECT;
                name = in.nextNameMatch(SETTINGS)) {
            in.nextToken();
            switch (name) {
                case 0 -> volume = in.getIntValue();
                case 1 -> textScale = in.getDoubleValue();
                case 2 -> hints = in.getBooleanValue();
                case 3 -> theme = in.getString();
                default -> in.skipChildren();
            }
        }
        return new Settings(volume, textScale, hints, theme);
    }

    private static final SerializableString CURRENT_STEP_ID = new SerializedString(Names.CURRENT_STEP_ID);
    private static final SerializableString COMPLETED_TASKS = new SerializedString(Names.COMPLETED_TASKS);
    private static final SerializableString USER_CODES = new SerializedString(Names.USER_CODES);
    private static final SerializableString XP_POINTS = new SerializedString(Names.XP_POINTS);
    private static final SerializableString DISPLAY_NAME = new SerializedString(Names.DISPLAY_NAME);
    private static final SerializableString DIFFICULTY = new SerializedString(Names.DIFFICULTY);
    private static final SerializableString PLAY_TIME = new SerializedString(Names.PLAY_TIME);
    private static final SerializableString LAST_PLAYED = new SerializedString(Names.LAST_PLAYED);
    private static final SerializableString SETTINGS_NAME = new SerializedString(Names.SETTINGS);
    private static final SerializableString VOLUME = new SerializedString(Names.VOLUME);
    private static final SerializableString TEXT_SCALE = new SerializedString(Names.TEXT_SCALE);
    private static final SerializableString HINTS = new SerializedString(Names.HINTS);
    private static final SerializableString THEME = new SerializedString(Names.THEME);

    @Override
    public byte[] write(Progress progress) {
        ByteArrayBuilder bytes = new ByteArrayBuilder();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(out, progress);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, Progress progress) {
        out.writeStartObject();
        out.writeName(CURRENT_STEP_ID).writeNumber(progress.currentStepId());
        out.writeName(COMPLETED_TASKS).writeStartArray();
        for (int task : progress.completedTasks()) {
            out.writeNumber(task);
        }
        out.writeEndArray();
        out.writeName(USER_CODES).writeStartObject();
        for (Map.Entry<Integer, String> code : progress.userCodes().entrySet()) {
            out.writeName(code.getKey().toString()).writeString(code.getValue());
        }
        out.writeEndObject();
        out.writeName(XP_POINTS).writeNumber(progress.xpPoints());
        out.writeName(DISPLAY_NAME).writeString(progress.displayName());
        out.writeName(DIFFICULTY).writeString(progress.difficulty().name());
        out.writeName(PLAY_TIME).writeString(progress.playTime().toString());
        out.writeName(LAST_PLAYED).writeString(progress.lastPlayed().toString());
        Settings settings = progress.settings();
        out.writeName(SETTINGS_NAME).writeStartObject();
        out.writeName(VOLUME).writeNumber(settings.volume());
        out.writeName(TEXT_SCALE).writeNumber(settings.textScale());
        out.writeName(HINTS).writeBoolean(settings.hints());
        out.writeName(THEME).writeString(settings.theme());
        out.writeEndObject();
        out.writeEndObject();
    }
}
