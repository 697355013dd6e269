package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Pattern;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Violation;
import java.math.BigDecimal;
import java.time.Duration;

/** Scalars and their limits. */
@SaveSchema(version = 1)
public record Player(
        @Default("Anonymous") @Size(min = 1, max = 24) String displayName,
        @Default("#ffffff") @Pattern("#[0-9a-f]{6}") String color,
        @Default("") @Size(max = 500, violation = Violation.CLAMP) @Pattern("[^<>]*") String motto,
        @Default("1") @Range(min = 1) int level,
        @Default("0") @Range(min = 0, max = 9_999_999_999L, violation = Violation.CLAMP) long gold,
        @Default("0") byte lives,
        @Default("80") @Range(min = 0, max = 100) Integer volume,
        @Default("0.5") @Range(min = 0, max = 1) double brightness,
        @Default("1.0") float zoom,
        @Default("9.99") BigDecimal price,
        @Default("x") char rank,
        @Default("true") boolean sound,
        @Default("PT0S") Duration played) {}
