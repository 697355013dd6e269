package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.step.DraftStep;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All checks of a schema against its history. */
public final class HistoryChecks {

    private HistoryChecks() {}

    /** Every problem. If a file of the history cannot be used, only that is reported: the other checks need the file. */
    public static List<Problem> check(
            SchemaAndHistory both, Optional<DraftStep> draft, Predicate<String> isInUse, boolean locks) {
        List<Problem> unusable = UnusableFiles.problems(
                both.history(), both.directory(), both.id(), both.schema().origin());
        if (!unusable.isEmpty()) {
            return unusable;
        }
        List<HistoryCheck> checks = List.of(
                new VersionSequenceCheck(isInUse, locks),
                new LockedHeadCheck(),
                new ContradictionCheck(),
                same -> draft.map(DraftStep::problems).orElse(List.of()),
                new ReusedNameCheck(),
                new LockedCodeCheck(),
                new ConversionSourceCheck(),
                new PartStepCheck());
        return checks.stream()
                .flatMap(check -> check.check(both).stream())
                .distinct()
                .toList();
    }
}
