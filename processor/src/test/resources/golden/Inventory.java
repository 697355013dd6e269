package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lists, sets, maps and optionals, also in each other. */
@SaveSchema(version = 1)
public record Inventory(
        @Size(max = 10, violation = Violation.CLAMP) List<Long> highScores,
        @Default("[\"sword\", \"map\"]") Set<String> tools,
        @Default("{\"1\": \"home\", \"2\": \"cave\"}") Map<Integer, String> places,
        Map<UUID, List<Integer>> pages,
        Set<List<Integer>> combinations,
        Optional<String> nickname,
        @Range(min = 1, max = 99) Optional<Integer> age,
        Optional<List<String>> wishes) {}
