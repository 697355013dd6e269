package sample;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import java.util.List;
import lombok.Builder;
import lombok.With;

/** How far somebody has come. Lombok's own withers and its builder stand beside ProgressSchema.with(…). */
@With
@Builder
@SaveSchema(version = 1)
public record Progress(
        @Default("1") @Range(min = 1) int step,
        List<Integer> done,
        @Default("Anonymous") @Size(max = 24) String displayName) {}
