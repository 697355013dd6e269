package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.Fingerprint;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.step.Comparison;
import dev.saveschema.processor.history.step.Difference;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** A locked version does not change. */
final class LockedHeadCheck implements HistoryCheck {

    private static final String DIVIDED =
            "the same members everywhere, but records are divided or put together otherwise";

    @Override
    public List<Problem> check(SchemaAndHistory both) {
        return both.locked()
                .filter(locked ->
                        !locked.fingerprint().equals(Fingerprint.of(both.head().snapshot())))
                .map(locked -> List.of(problem(both, locked)))
                .orElse(List.of());
    }

    private static Problem problem(SchemaAndHistory both, LockedVersion locked) {
        List<Difference> differences = Comparison.between(
                        locked.snapshot(), both.head().snapshot(), List.of())
                .differences();
        int next = both.version() + 1;
        return HistoryProblems.versionNotBumped(
                both.schema().versionOrigin(),
                both.name(),
                both.version(),
                facts(both, locked, differences),
                both.file(both.version()),
                lines(both, differences, next));
    }

    private static List<String> facts(SchemaAndHistory both, LockedVersion locked, List<Difference> differences) {
        List<String> facts = new ArrayList<>(DifferenceTable.of(both, differences));
        String was = locked.snapshot().versionMember();
        String is = both.head().snapshot().versionMember();
        if (!was.equals(is)) {
            facts.add("the version was in %s and is in %s".formatted(place(was), place(is)));
        }
        return facts.isEmpty() ? List.of(DIVIDED) : facts;
    }

    private static String place(String versionMember) {
        return versionMember.isEmpty() ? "what its envelope says" : versionMember;
    }

    /** The annotations and methods that the developer has to add when the version is raised. */
    private static List<String> lines(SchemaAndHistory both, List<Difference> differences, int next) {
        List<String> lines = new ArrayList<>();
        for (Difference difference : differences) {
            if (difference instanceof Difference.Gone gone) {
                lines.add(
                        "@Removed(name = \"%s\", since = %d) on %s, or @RenamedFrom(value = \"%s\", since = %d) on what it became"
                                .formatted(gone.name(), next, gone.in(), gone.name(), next));
            } else if (difference instanceof Difference.Retyped retyped && !retyped.isAutomatic()) {
                lines.add("a @Migration(from = %d, to = %d) that converts %s"
                        .formatted(both.version(), next, both.called(retyped.in(), retyped.name())));
            }
        }
        return lines;
    }
}
