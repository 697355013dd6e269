package dev.saveschema.benchmark.broad;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Migration;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.RenamedFrom;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A typical save of a game: many small things of many kinds, and little text. */
@Json
@SaveSchema(version = 4)
public record Broad(
        @Default("Anonymous") @Size(max = 40) String name,
        @Default("1") @Range(min = 1) int level,

        @Default("0") @Range(min = 0) @RenamedFrom(value = "xp", since = 4)
        long experience,

        @Default("0.0") double health,
        @Default("true") boolean alive,

        @Default("WARRIOR") @RenamedFrom(value = "class", since = 2)
        Kind kind,

        @Default("2026-01-01T00:00:00Z") Instant created,
        @Default("2026-01-01T00:00:00Z") Instant played,
        Position position,
        List<Integer> unlocked,
        List<Item> items,
        Map<String, Integer> counters,
        Settings settings) {

    /** The class of the character that a player plays. */
    public enum Kind {
        WARRIOR,
        MAGE,
        ROGUE,
        HEALER
    }

    /** A place in the world. */
    @Json
    public record Position(
            @Default("0.0") double x,
            @Default("0.0") double y,
            @Default("0.0") double z,
            @Default("home") String map) {}

    /** A thing that the player owns. */
    @Json
    public record Item(
            @Default("0") int id,
            @Default("?") String name,

            @Default("1") @Range(min = 0, max = 999) @RenamedFrom(value = "number", since = 2)
            int count,

            @Default("0.0") double weight,
            @Default("1.0") double condition,
            @Default("false") boolean equipped,
            @Default("WARRIOR") Kind usableBy,
            List<String> tags,
            @Default("2026-01-01T00:00:00Z") Instant found) {}

    /** The player's settings. */
    @Json
    public record Settings(
            @Default("80") @Range(min = 0, max = 100) int volume,
            @Default("1.0") double speed,
            @Default("false") boolean muted,
            @Default("en") String language,
            Map<String, String> keys) {}

    @Migration(from = 2, to = 3)
    static void takeCountersOutOfStatistics(ObjectNode save) {
        if (save.remove("statistics") instanceof ObjectNode statistics && statistics.has("counters")) {
            save.set("counters", statistics.get("counters"));
        }
    }
}
