package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Migration;
import dev.saveschema.annotation.Removed;
import dev.saveschema.annotation.RenamedFrom;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Since;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Every way in which a version can differ from the one before. */
@SaveSchema(version = 5)
@Removed(name = "lives", since = 3)
public record Progress(
        @Default("1") int step,
        @RenamedFrom(value = "nick", since = 3) @Default("Anonymous") String displayName,
        @Since(2) @Default("0") long points,
        @Default("PT0S") Duration playTime,
        List<Level> levels,
        Map<String, List<Level>> levelsByWorld,
        @Since(3) Level current,
        @Since(5) @Default("[1]") List<Integer> unlocked) {

    @Migration(from = 1, to = 2)
    static void awardPoints(ObjectNode progress) {
        progress.put("points", progress.path("levels").size() * 10L);
    }

    @Migration(from = 3, to = 4, component = "playTime")
    static Duration minutesToDuration(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    public record Level(
            @RenamedFrom(value = "points", since = 5) @Default("0") int stars,
            @Since(2) @Default("false") boolean secret) {}
}
