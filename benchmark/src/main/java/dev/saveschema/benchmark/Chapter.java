package dev.saveschema.benchmark;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Summary;
import java.util.List;

/** A save with a summary. The list benchmark fills a folder with many of them. */
@SaveSchema(version = 1)
public record Chapter(
        @Summary @Default("") @Size(max = 40) String title,
        @Summary @Default("1") int level,
        List<String> diary) {}
