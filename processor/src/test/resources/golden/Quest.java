package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a list of slots shows is written first, wherever it stands in the record. */
@SaveSchema(version = 1)
public record Quest(
        List<String> diary,
        @Summary @Default("") @Size(max = 40) String title,
        @Default("10") int gold,
        @Summary @Default("1") @Range(min = 1, max = 99) int level,
        @Summary @Default("PT0S") Duration playTime,
        @Summary Optional<String> thumbnail) {}
