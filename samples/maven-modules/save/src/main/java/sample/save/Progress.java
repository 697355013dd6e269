package sample.save;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.RenamedFrom;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import java.util.List;

/** How far somebody has come. */
@SaveSchema(version = 2)
public record Progress(
        @Default("1") @Range(min = 1) int step,
        List<Integer> done,
        @RenamedFrom(value = "name", since = 2) @Default("Anonymous") @Size(max = 24) String displayName) {}
