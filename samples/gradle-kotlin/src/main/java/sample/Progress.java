package sample;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import java.util.List;

/** How far somebody has come. */
@SaveSchema(version = 1)
public record Progress(
        @Default("1") @Range(min = 1) int step,
        List<Integer> done,
        @Default("Anonymous") @Size(max = 24) String displayName) {}
