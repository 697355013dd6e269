package dev.saveschema.benchmark;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Naming;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A person's progress in a course: the steps that are done, and the code that the person wrote for them. */
@SaveSchema(version = 4, oldest = 4, unversioned = 4, naming = Naming.SNAKE_CASE)
public record Progress(
        @Default("1") @Range(min = 1) int currentStepId,
        List<Integer> completedTasks,
        Map<Integer, String> userCodes,
        @Default("0") @Range(min = 0) long xpPoints,
        @Default("Anonymous") @Size(max = 24) String displayName,
        @Default("NORMAL") Difficulty difficulty,
        @Default("PT0S") Duration playTime,
        @Default("1970-01-01T00:00:00Z") Instant lastPlayed,
        Settings settings) {}
