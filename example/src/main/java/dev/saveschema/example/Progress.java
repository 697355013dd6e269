package dev.saveschema.example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Migration;
import dev.saveschema.annotation.Naming;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.RenamedFrom;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Since;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far a learner has come in a course. The format's life so far:
 *
 * <pre>
 * 1   current_step_id, completed_tasks, user_codes, study_time in minutes, nick; no version in the file
 * 2   + xp_points: ten for each task that was finished before there were any
 * 3   nick is display_name
 * 4   study_time is a duration; + difficulty, + settings
 * </pre>
 */
@SaveSchema(version = 4, naming = Naming.SNAKE_CASE)
public record Progress(
        @Default("1") @Range(min = 1) int currentStepId,
        List<Integer> completedTasks,
        Map<Integer, String> userCodes,
        @Default("PT0S") Duration studyTime,

        @RenamedFrom(value = "nick", since = 3) @Default("Anonymous") @Size(max = 24, violation = Violation.CLAMP) String displayName,

        @Since(2) @Default("0") @Range(min = 0) long xpPoints,
        @Since(4) @Default("NORMAL") Difficulty difficulty,
        @Since(4) Settings settings) {

    private static final long XP_PER_TASK = 10;

    @Migration(from = 1, to = 2)
    static void awardXpForFinishedTasks(ObjectNode progress) {
        progress.put("xp_points", progress.path("completed_tasks").size() * XP_PER_TASK);
    }

    @Migration(from = 3, to = 4, component = "studyTime")
    static Duration minutesToDuration(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /** The current step is done, with this code, and the next one begins. */
    public Progress withStepFinished(String code) {
        List<Integer> tasks = new ArrayList<>(completedTasks);
        tasks.add(currentStepId);
        Map<Integer, String> codes = new LinkedHashMap<>(userCodes); // keeps the order in which they were written
        codes.put(currentStepId, code);
        return new Progress(
                currentStepId + 1,
                List.copyOf(tasks),
                Collections.unmodifiableMap(codes),
                studyTime,
                displayName,
                xpPoints + XP_PER_TASK,
                difficulty,
                settings);
    }

    public Progress withStudyTime(Duration studied) {
        return new Progress(
                currentStepId, completedTasks, userCodes, studied, displayName, xpPoints, difficulty, settings);
    }

    public Progress withDisplayName(String name) {
        return new Progress(currentStepId, completedTasks, userCodes, studyTime, name, xpPoints, difficulty, settings);
    }

    public Progress withDifficulty(Difficulty chosen) {
        return new Progress(
                currentStepId, completedTasks, userCodes, studyTime, displayName, xpPoints, chosen, settings);
    }

    public Progress withSettings(Settings chosen) {
        return new Progress(
                currentStepId, completedTasks, userCodes, studyTime, displayName, xpPoints, difficulty, chosen);
    }
}
