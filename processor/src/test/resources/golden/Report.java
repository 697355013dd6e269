package example;

import dev.saveschema.annotation.DecimalRange;
import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Each;
import dev.saveschema.annotation.EachKey;
import dev.saveschema.annotation.Invalid;
import dev.saveschema.annotation.Pattern;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Violation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;

/** Limits of values, of elements and of keys, and those of Jakarta Validation. */
@SaveSchema(version = 1)
public record Report(
        @Default("0.5") @DecimalRange(min = "0.0", max = "1.0", violation = Violation.CLAMP) double average,
        @Default("1") @Positive float weight,
        @Default("Ada") @NotBlank @Size(max = 24) @Pattern("[^<>]*") String name,
        @Each(range = @Range(min = 1, max = 6), invalid = Invalid.RESET) List<Integer> marks,
        @EachKey(range = @Range(min = 1, max = 12)) @Each(size = @Size(max = 80, violation = Violation.CLAMP))
                Map<Integer, String> remarks) {}
