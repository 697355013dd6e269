package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.Fingerprint;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.step.Comparison;
import dev.saveschema.processor.history.step.Difference;
import dev.saveschema.processor.history.step.Situation;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A locked version does not change. */
final class LockedHeadCheck implements HistoryCheck {

    private static final String DIVIDED =
            "the same members everywhere, but records are divided or put together otherwise";

    @Override
    public List<Problem> check(Situation situation) {
        return situation
                .locked()
                .filter(locked -> !locked.fingerprint()
                        .equals(Fingerprint.of(situation.head().snapshot())))
                .map(locked -> List.of(problem(situation, locked)))
                .orElse(List.of());
    }

    private static Problem problem(Situation situation, LockedVersion locked) {
        List<Difference> differences = Comparison.between(
                        locked.snapshot(), situation.head().snapshot(), List.of())
                .differences();
        int next = situation.version() + 1;
        return HistoryProblems.versionNotBumped(
                situation.schema().versionOrigin(),
                situation.name(),
                situation.version(),
                differences.isEmpty() ? List.of(DIVIDED) : DifferenceTable.of(situation, differences),
                situation.file(situation.version()),
                lines(situation, differences, next));
    }

    /** What is to be written beside the new version. */
    private static List<String> lines(Situation situation, List<Difference> differences, int next) {
        List<String> lines = new ArrayList<>();
        for (Difference difference : differences) {
            if (difference instanceof Difference.Gone gone) {
                lines.add(
                        "@Removed(name = \"%s\", since = %d) on %s, or @RenamedFrom(value = \"%s\", since = %d) on what it became"
                                .formatted(gone.name(), next, gone.in(), gone.name(), next));
            } else if (difference instanceof Difference.Retyped retyped && !retyped.isAutomatic()) {
                lines.add("a @Migration(from = %d, to = %d) that converts %s"
                        .formatted(situation.version(), next, situation.called(retyped.in(), retyped.name())));
            }
        }
        return lines;
    }
}
