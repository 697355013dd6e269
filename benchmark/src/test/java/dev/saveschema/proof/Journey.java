package dev.saveschema.proof;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Migration;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.Removed;
import dev.saveschema.annotation.RenamedFrom;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Since;
import dev.saveschema.annotation.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Has lived through every kind of change. */
@SaveSchema(version = 4)
@Removed(name = "cheats", since = 2)
public record Journey(
        @Default("1") @Range(min = 1, max = 99) int step,
        List<Integer> done,
        @Since(2) @Default("0") @Range(min = 0) long points,

        @RenamedFrom(value = "nick", since = 3) @Default("Anonymous") @Size(max = 24) String name,

        @Default("PT0S") Duration played,
        @Since(4) Map<String, Integer> items) {

    private static final long POINTS_EACH = 10;

    @Migration(from = 1, to = 2)
    static void awardPoints(ObjectNode journey) {
        journey.put("points", journey.path("done").size() * POINTS_EACH);
    }

    @Migration(from = 3, to = 4, component = "played")
    static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }
}
