package dev.saveschema.example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Migration;
import dev.saveschema.annotation.Naming;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import dev.saveschema.annotation.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a learner has come in a course.
 *
 * <p>The format has lived through four versions, which {@code src/main/saveschema/progress} keeps. What the history knows of a
 * step needs no annotation any more; code of a step stays as long as there may be files that are older.
 *
 * <pre>
 * 1   current_step_id, completed_tasks, user_codes, study_time in minutes, nick; no version in the file
 * 2   + xp_points: ten for each task that was finished before there were any
 * 3   nick is display_name
 * 4   study_time is a duration; + difficulty, + settings
 * </pre>
 *
 * @param currentStepId the step that the learner is at, from 1
 * @param completedTasks the steps that are done, in the order in which they were
 * @param userCodes what the learner wrote for each step
 * @param studyTime how long the learner has studied
 * @param displayName what the learner wants to be called
 * @param xpPoints ten for each task, and more for some
 * @param difficulty how much help there is
 * @param settings how the program looks and sounds
 */
@SaveSchema(version = 4, naming = Naming.SNAKE_CASE)
public record Progress(
        @Default("1") @Range(min = 1) int currentStepId,
        List<Integer> completedTasks,
        Map<Integer, String> userCodes,
        @Default("PT0S") Duration studyTime,

        @Default("Anonymous") @Size(max = 24, violation = Violation.CLAMP) String displayName,

        @Default("0") @Range(min = 0) long xpPoints,
        @Default("NORMAL") Difficulty difficulty,
        Settings settings) {

    private static final long XP_PER_TASK = 10;

    @Migration(from = 1, to = 2)
    static ProgressV2 awardXpForFinishedTasks(ProgressV1 old) {
        return ProgressV2.from(old)
                .xpPoints(old.completedTasks().size() * XP_PER_TASK)
                .done();
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
